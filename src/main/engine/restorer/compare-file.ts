import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pathForSystem } from '../format/name.ts';
import type { ContentTable } from './content-table.ts';
import { throwIfAborted } from '../abort.ts';

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const READ_BYTES = 1024 * 1024;

/**
 * Whether a file on disk consists of exactly these blobs; reads until the first difference. Links are not followed.
 * Throws as `node:fs` does.
 */
export async function hasContent(path: string, content: Uint32Array, table: ContentTable, signal: AbortSignal): Promise<boolean> {
  const size = table.sizeOf(content);
  const file = await open(pathForSystem(path), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size !== size) return false;
    const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, Math.max(1, size)));
    let offset = 0;
    for (const blob of content) {
      const length = table.lengthOf(blob);
      const hash = await hashRange(file, { offset, length }, buffer, signal);
      if (hash?.digest('hex') !== table.idOf(blob)) return false;
      offset += length;
    }
    return true;
  } finally {
    await file.close();
  }
}

/** The hash over a part of a file, or undefined if the file ends before. */
async function hashRange(
  file: FileHandle,
  range: { offset: number; length: number },
  buffer: Buffer,
  signal: AbortSignal,
): Promise<Hash | undefined> {
  const hash = createHash('sha256');
  let done = 0;
  while (done < range.length) {
    throwIfAborted(signal);
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, range.length - done), range.offset + done);
    if (bytesRead === 0) return undefined;
    hash.update(buffer.subarray(0, bytesRead));
    done += bytesRead;
  }
  return hash;
}
