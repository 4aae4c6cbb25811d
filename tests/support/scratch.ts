import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one test's own; {@link Scratch.remove} takes it away with everything in it. */
export interface Scratch {
  readonly path: string;
  /** Also removes what a test made unreadable or unwritable. Calling it twice is harmless. */
  remove(): void;
}

/** Makes an empty folder below the system's temporary folder. Whoever asks for it removes it. */
export function scratchFolder(): Scratch {
  const path = mkdtempSync(join(tmpdir(), 'lifeboat-test-'));
  return { path, remove: () => removeFolder(path) };
}

/** Runs `use` with a scratch folder's path and removes the folder afterwards, whatever happened. */
export async function withScratch<T>(use: (path: string) => T | Promise<T>): Promise<T> {
  const scratch = scratchFolder();
  try {
    return await use(scratch.path);
  } finally {
    scratch.remove();
  }
}

function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    if (process.platform === 'win32') throw error;
    // Node's rm stops at a folder without rights and at names that are no UTF-8; the system's tools do not.
    execFileSync('chmod', ['-R', 'u+rwX', path]);
    execFileSync('rm', ['-rf', '--', path]);
  }
}
