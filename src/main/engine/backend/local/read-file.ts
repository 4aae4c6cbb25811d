import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { LifeboatError } from '../../../../shared/errors/index.ts';
import { throwIfAborted } from '../../abort.ts';
import type { Handle, Range } from '../backend.ts';
import type { SystemPath } from './layout.ts';

/** Bytes asked for in one call: below the operating systems' limit of 2 GiB, and often enough to notice an abort. */
const READ_AT_ONCE = 64 * 1024 * 1024;
/** Opening a pipe that somebody put in a file's place must not wait for its other end. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a whole file or exactly `range` of it; `file-damaged` / `truncated` if it ends before that. */
export async function readRange(
  path: SystemPath,
  handle: Handle,
  range: Range | undefined,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path, WITHOUT_WAITING);
  try {
    const { size } = await file.stat();
    const { offset, length } = range ?? { offset: 0, length: size };
    // Before memory is taken: a range from a damaged index may claim any length.
    if (offset + length > size) throw truncated(handle);
    const bytes = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
    await fillFrom(file, offset, bytes, handle, signal);
    return bytes;
  } finally {
    await file.close();
  }
}

async function fillFrom(
  file: FileHandle,
  offset: number,
  bytes: Uint8Array,
  handle: Handle,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    throwIfAborted(signal);
    const { bytesRead } = await file.read(bytes, at, Math.min(READ_AT_ONCE, bytes.length - at), offset + at);
    if (bytesRead === 0) throw truncated(handle);
    at += bytesRead;
  }
}

function truncated({ type, name }: Handle): LifeboatError {
  return new LifeboatError('file-damaged', { type, name, detail: 'truncated' });
}
