import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUNDLER = fileURLToPath(new URL('bundle-process.ts', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/programs');
/** Everything that a bundle may be made of. */
const FROM = ['src', 'tests/support', 'demo', 'scripts', 'package-lock.json'];
/** Milliseconds after which nobody runs tests with a bundle of another source any more. */
const OUTLIVED = 24 * 60 * 60 * 1000;

/** Bundles the programs of the tests, unless that was done for this very source. The address of their folder in the bundle. */
export function bundlePrograms(): string {
  const folder = join(CACHE, fingerprint());
  if (!existsSync(folder)) {
    for (const name of existsSync(CACHE) ? readdirSync(CACHE) : []) {
      if (statSync(join(CACHE, name)).mtimeMs < Date.now() - OUTLIVED) rmSync(join(CACHE, name), { recursive: true });
    }
    const making = `${folder}.${process.pid}`;
    const { status } = spawnSync(process.execPath, [BUNDLER, making], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error('The programs of the tests could not be bundled.');
    // Another run may have been faster.
    if (existsSync(folder)) rmSync(making, { recursive: true });
    else renameSync(making, folder);
  }
  return `${pathToFileURL(join(folder, 'tests/support')).href}/`;
}

/** Of all source, by content. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of FROM.flatMap((name) => filesBelow(join(ROOT, name)))) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
