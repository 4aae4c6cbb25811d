import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { BlobClient } from '@azure/storage-blob';
import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { Handle, Range } from '../backend.ts';
import type { Attempt } from './attempt.ts';
import { brokenOff } from './failures.ts';

export interface DownloadRequest {
  blob: BlobClient;
  handle: Handle;
  /** Absent for the whole file. Not empty. */
  range: Range | undefined;
  location: string;
}

/** Reads a blob or exactly a range of it; `onBytes` is waited for with the length of each piece that arrived. */
export async function download(
  { blob, handle, range, location }: DownloadRequest,
  attempt: Attempt,
  onBytes: (bytes: number) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { offset, length } = range ?? { offset: 0, length: undefined };
  const answer = await blob.download(offset, length, { abortSignal: attempt.signal, maxRetryRequests: 0 });
  const announced = answer.contentLength ?? 0;
  const body = answer.readableStreamBody;
  // Before memory is taken: a range from a damaged index may claim any length.
  if (body === undefined || (length !== undefined && announced !== length)) {
    discard(body);
    throw new LifeboatError('file-damaged', { ...handle, detail: 'truncated' });
  }
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(announced).buffer);
  const received = await fill(bytes, body, async (count) => await attempt.excuse(onBytes(count)));
  if (received !== announced) throw brokenOff(location, 'ECONNRESET');
  if (range === undefined) assertWhole(bytes, answer.contentMD5, location);
  return bytes;
}

async function fill(bytes: Uint8Array, body: NodeJS.ReadableStream, onBytes: (bytes: number) => Promise<void>): Promise<number> {
  let at = 0;
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    if (at + piece.byteLength > bytes.byteLength) return at + piece.byteLength;
    bytes.set(piece, at);
    at += piece.byteLength;
    await onBytes(piece.byteLength);
  }
  return at;
}

/** The service knows the checksum of what we stored; other programs may have stored none. */
function assertWhole(bytes: Uint8Array, md5: Uint8Array | undefined, location: string): void {
  if (md5 === undefined || createHash('md5').update(bytes).digest().equals(md5)) return;
  throw brokenOff(location, 'damaged-on-its-way');
}

/** An answer that nobody reads would keep its connection. */
function discard(body: NodeJS.ReadableStream | undefined): void {
  if (!(body instanceof Readable)) return;
  body.on('error', () => undefined);
  body.destroy();
}
