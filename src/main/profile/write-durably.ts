import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** On Windows a virus scanner may hold a file for a moment, so that it cannot be replaced. */
const TRIES = 20;
const PAUSE = 25;
const HELD: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Puts `text` into the file at `path`, for its owner alone: written beside, synced, renamed, the folder synced. After a
 * failure or a power cut the file has the old content or the new, whole.
 */
export function writeDurably(path: string, text: string): void {
  const beside = `${path}.new`;
  rmSync(beside, { force: true });
  const file = openSync(beside, 'wx', 0o600);
  try {
    writeWhole(file, Buffer.from(text, 'utf8'));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameWhileHeld(beside, path);
  syncFolder(dirname(path));
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

function renameWhileHeld(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const isHeld = process.platform === 'win32' && HELD.has((error as NodeJS.ErrnoException).code);
      if (!isHeld || tries === TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

function syncFolder(folder: string): void {
  // Windows gives no handle of a folder that could be synced; its file system logs renames.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
