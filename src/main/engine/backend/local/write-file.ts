import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, rename, stat, unlink } from 'node:fs/promises';
import { throwIfAborted } from '../../abort.ts';
import { type Place, systemPath, temporaryName } from './layout.ts';
import { retryWhileHeld } from './retry-while-held.ts';
import { syncFile, syncFolder } from './sync.ts';
import { isMissing, systemReason } from './system-error.ts';

/** Parts given to the operating system in one call; Linux takes at most 1024. */
const PARTS_AT_ONCE = 512;
/** Bytes given to it in one call: for more Linux looks for large pieces of its own memory, which takes longer than further calls. */
const BYTES_AT_ONCE = 512 * 1024;
/** What file systems without hard links say to making one. */
const NO_LINKS = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'UNKNOWN']);

export interface WriteOptions {
  /** Rights of the finished file; not on Windows, where read-only files cannot be removed. */
  mode: number;
  /** Whether a file of this name may be replaced; if not, such a file is the failure EEXIST. */
  replace: boolean;
  signal: AbortSignal | undefined;
}

/**
 * Writes a file whole or not at all: under a temporary name beside its own, synced, renamed, its folder synced. Its
 * folder must be there. A failure leaves no temporary file behind where it can be removed.
 */
export async function writeFileDurably(place: Place, parts: readonly Uint8Array[], options: WriteOptions): Promise<void> {
  const temporary: Place = { folder: place.folder, name: temporaryName(place.name, randomBytes(6).toString('hex')) };
  const file = await open(systemPath(temporary), 'wx', 0o600);
  try {
    await fill(file, parts, options);
    throwIfAborted(options.signal);
    await (options.replace ? retryWhileHeld(() => rename(systemPath(temporary), systemPath(place))) : putNew(temporary, place));
  } catch (error) {
    await retryWhileHeld(() => unlink(systemPath(temporary))).catch(() => undefined);
    throw error;
  }
  await syncFolder(place.folder);
}

/** Writes, syncs and closes. */
async function fill(file: FileHandle, parts: readonly Uint8Array[], { mode, signal }: WriteOptions): Promise<void> {
  try {
    await writeParts(file, parts, signal);
    // Some file systems know no rights; protection from accidents is all that is lost there.
    if (process.platform !== 'win32') await file.chmod(mode).catch(() => undefined);
    await syncFile(file);
  } finally {
    await file.close();
  }
}

async function writeParts(file: FileHandle, parts: readonly Uint8Array[], signal: AbortSignal | undefined): Promise<void> {
  for (const portion of portionsOf(parts)) {
    throwIfAborted(signal);
    await writePortion(file, portion);
  }
}

/** The same bytes in the same order, as much at a time as goes into one call. */
function* portionsOf(parts: readonly Uint8Array[]): Generator<Uint8Array[]> {
  let portion: Uint8Array[] = [];
  let room = BYTES_AT_ONCE;
  for (const part of parts) {
    for (let at = 0; at < part.byteLength; ) {
      const piece = part.subarray(at, at + room);
      portion.push(piece);
      at += piece.byteLength;
      room -= piece.byteLength;
      if (room > 0 && portion.length < PARTS_AT_ONCE) continue;
      yield portion;
      portion = [];
      room = BYTES_AT_ONCE;
    }
  }
  if (portion.length > 0) yield portion;
}

async function writePortion(file: FileHandle, portion: Uint8Array[]): Promise<void> {
  for (let at = 0; at < portion.length; ) {
    let { bytesWritten: written } = await file.writev(portion.slice(at));
    if (written === 0) throw failure('EIO', 'writev');
    // A call may write less than it was given, for example when the device is nearly full.
    for (let part = portion[at]; part !== undefined && written >= part.byteLength; part = portion[at]) {
      written -= part.byteLength;
      at += 1;
    }
    if (written > 0) portion[at] = (portion[at] as Uint8Array).subarray(written);
  }
}

/** Gives a finished file its name unless the name is taken, atomically where hard links exist. */
async function putNew(temporary: Place, place: Place): Promise<void> {
  try {
    await link(systemPath(temporary), systemPath(place));
  } catch (error) {
    if (!NO_LINKS.has(systemReason(error) ?? '')) throw error;
    await renameToFree(temporary, place);
    return;
  }
  await retryWhileHeld(() => unlink(systemPath(temporary)));
}

async function renameToFree(temporary: Place, place: Place): Promise<void> {
  const taken = await stat(systemPath(place)).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
  if (taken) throw failure('EEXIST', 'rename');
  await retryWhileHeld(() => rename(systemPath(temporary), systemPath(place)));
}

/** What the operating system should have said. */
function failure(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}, ${syscall}`), { code, syscall });
}
