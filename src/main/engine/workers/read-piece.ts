import { closeSync, fstatSync, readSync } from 'node:fs';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import { openForReading } from '../filesystem/index.ts';
import type { FilePiece, FileStamp } from './protocol.ts';

/** What reading a stretch of a file gave. */
export type FileRead = { length: number; last: boolean; before: FileStamp; after: FileStamp } | { failure: string };

/** Bytes asked for in one call. What is looked at before the next still stands in the core's own cache. */
const READ_AT_ONCE = 512 * 1024;

/**
 * Reads up to `piece.limit` bytes into `memory`; `last` if the file ends within them. What the file says of its size saves
 * asking for what comes after its end; the kernel's own files say 0 and have content all the same. `onRead` hears again and
 * again how many bytes stand there so far.
 */
export function readFilePiece(piece: FilePiece, memory: Uint8Array, onRead?: (length: number) => void): FileRead {
  let fd: number;
  try {
    fd = openForReading(piece.path);
  } catch (error) {
    return { failure: systemReason(error) };
  }
  try {
    const before = stampOf(fd);
    const wanted = before.size === 0 ? piece.limit : Math.min(piece.limit, Math.max(0, before.size - piece.offset));
    const length = readFully(fd, memory.subarray(0, wanted), piece.offset, onRead);
    const after = stampOf(fd);
    return { length, last: length < wanted || piece.offset + length >= after.size, before, after };
  } catch (error) {
    return { failure: systemReason(error) };
  } finally {
    closeSync(fd);
  }
}

function readFully(fd: number, memory: Uint8Array, offset: number, onRead: ((length: number) => void) | undefined): number {
  let length = 0;
  while (length < memory.length) {
    const read = readSync(fd, memory, length, Math.min(READ_AT_ONCE, memory.length - length), offset + length);
    if (read === 0) break;
    length += read;
    onRead?.(length);
  }
  return length;
}

function stampOf(fd: number): FileStamp {
  const stat = fstatSync(fd, { bigint: true });
  return { size: Number(stat.size), mtime: stat.mtimeNs, ctime: stat.ctimeNs, inode: stat.ino };
}

function systemReason(error: unknown): string {
  if (isLifeboatError(error, 'source-unreadable')) return error.data.reason;
  return (error as NodeJS.ErrnoException).code ?? 'EIO';
}
