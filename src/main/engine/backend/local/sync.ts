import { type FileHandle, open } from 'node:fs/promises';
import { pathForSystem } from '../../format/name.ts';
import type { SystemPath } from './layout.ts';
import { systemReason } from './system-error.ts';

/** File systems (some network and FUSE mounts) that know no such request; there is nothing more one could do there. */
const UNSUPPORTED = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'ENOTTY']);
/** What Windows says to flushing something that was opened for reading only. */
const NO_RIGHT = new Set(['EPERM', 'EACCES']);

/** Makes a file's content survive a power cut. */
export async function syncFile(file: FileHandle): Promise<void> {
  await tolerate(file.sync(), UNSUPPORTED);
}

/** Makes the names in a folder survive a power cut. Windows has no such request: NTFS keeps names in its journal. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  // ENOENT is what some network mounts answer to syncing a folder they have.
  await withOpen(pathForSystem(folder), (file) => tolerate(file.sync(), new Set([...UNSUPPORTED, 'ENOENT'])));
}

/** Makes a file that somebody else wrote survive a power cut, where the rights allow. */
export async function syncExisting(path: SystemPath): Promise<void> {
  await tolerate(
    withOpen(path, (file) => tolerate(file.sync(), new Set([...UNSUPPORTED, ...NO_RIGHT]))),
    NO_RIGHT,
  );
}

async function withOpen(path: SystemPath, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'r');
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

async function tolerate(work: Promise<void>, reasons: ReadonlySet<string>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!reasons.has(systemReason(error) ?? '')) throw error;
  }
}
