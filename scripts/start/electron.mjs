import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds in which the place Electron comes from must be found, and in which it must have come. */
const FIND_WITHIN = 4000;
const FETCH_WITHIN = 5 * 60_000;

/**
 * Electron's program, if it is here; asking the package for it would start a download.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 */
export function findElectron(root, environment) {
  const folder = join(root, 'node_modules/electron');
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  const name = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8').trim() : undefined;
  if (override === undefined && name === undefined) return undefined;
  const file = join(override ?? join(folder, 'dist'), name ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'));
  return existsSync(file) ? file : undefined;
}

/**
 * Fetches Electron as its package does, and never waits for long where nobody answers. Undefined: it is here now; else why not.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<string | undefined>}
 */
export async function fetchElectron(root, environment) {
  const isMirrored = Object.keys(environment).some((name) => /^(npm_config_)?electron_mirror$/i.test(name));
  if (!isMirrored && !(await isFound('github.com'))) return 'the place it comes from cannot be reached';
  process.stdout.write('Fetching Electron, once; this takes a minute or two.\n');
  const child = spawn(process.execPath, [join(root, 'node_modules/electron/install.js')], { stdio: ['ignore', 'ignore', 'ignore'] });
  const timer = setTimeout(() => child.kill(), FETCH_WITHIN);
  const code = await new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(undefined));
  });
  clearTimeout(timer);
  return code === 0 ? undefined : 'could not be fetched';
}

/** @param {string} host */
async function isFound(host) {
  const late = new Promise((resolve) => {
    setTimeout(() => resolve(false), FIND_WITHIN).unref();
  });
  const found = lookup(host).then(
    () => true,
    () => false,
  );
  return await Promise.race([found, late]);
}
