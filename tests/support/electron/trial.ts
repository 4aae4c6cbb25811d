import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Kept } from '../../contract/electron/promise.ts';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ROOT = here('../../..');

export interface TrialOptions {
  /** What runs the program, with its first words. */
  command: readonly [string, ...string[]];
  /** What is taken in the place of Electron's own module. */
  electron?: string;
}

/** Tries what the adapters promise; the promises that were broken, and the adapters that were tried. */
export async function tryAdapters({
  command: [program, ...words],
  electron,
}: TrialOptions): Promise<{ broken: string[]; tried: string[] }> {
  // A place for each, since both may be tried side by side.
  const folder = join(ROOT, 'node_modules/.cache/lifeboat-trial', electron === undefined ? 'electron' : 'stand-in');
  // The builder's own modules do not bear Jest's.
  await run(process.execPath, [here('build-trial.ts'), folder, ...(electron === undefined ? [] : [electron])]);
  const { stdout } = await run(program, [...words, join(folder, 'trial.mjs'), ROOT, here('echo-child.js')], { timeout: 120_000 }).catch(
    (error: { stdout?: string }) => {
      // It ends so when a promise was broken; then it says which.
      if (!error.stdout?.startsWith('{')) throw error;
      return { stdout: error.stdout };
    },
  );
  const kept = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Record<string, Kept[]>;
  const broken = Object.entries(kept).flatMap(([adapter, list]) =>
    list.flatMap(({ what, how }) => (how === 'ok' ? [] : [`${adapter} ${what}: ${how}`])),
  );
  return { broken, tried: Object.keys(kept) };
}

/** What is taken for Electron's API where its program is not here. */
export const STAND_IN = here('electron-api.ts');
