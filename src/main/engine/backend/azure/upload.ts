import { createHash } from 'node:crypto';
import type { ContainerClient } from '@azure/storage-blob';
import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { Handle } from '../backend.ts';
import type { Attempt } from './attempt.ts';
import { azureCode } from './failures.ts';
import { requestBody } from './request-body.ts';

/** What an upload to a name that is taken is refused with, depending on the credential and on protections. */
const TAKEN = /^(?:BlobAlreadyExists|ConditionNotMet|UnauthorizedBlobOverwrite|AuthorizationPermissionMismatch|BlobImmutable.*)$/;

/** A file on its way to a blob of its own. */
export interface UploadedFile {
  handle: Handle;
  blobName: string;
  parts: readonly Uint8Array[];
  /** In bytes. */
  length: number;
  md5: Buffer;
}

/** Measures a file that is to be uploaded. */
export function uploadedFile(handle: Handle, blobName: string, parts: readonly Uint8Array[]): UploadedFile {
  const hash = createHash('md5');
  let length = 0;
  for (const part of parts) {
    hash.update(part);
    length += part.byteLength;
  }
  return { handle, blobName, parts, length, md5: hash.digest() };
}

/**
 * Makes a whole new blob in a single request. A name that is taken counts as done if what is there has the same length
 * and checksum, else `file-exists`; for the config always `file-exists`. `onSlice` is waited for before bytes go.
 */
export async function upload(
  container: ContainerClient,
  file: UploadedFile,
  tried: Attempt,
  onSlice: (bytes: number) => Promise<void>,
): Promise<void> {
  try {
    await send(container, file, tried, onSlice);
  } catch (error) {
    if (!TAKEN.test(azureCode(error) ?? '')) throw error;
    await assertStored(container, file, tried, error);
  }
}

async function send(
  container: ContainerClient,
  { blobName, parts, length, md5 }: UploadedFile,
  tried: Attempt,
  onSlice: (bytes: number) => Promise<void>,
): Promise<void> {
  const body = (): NodeJS.ReadableStream => requestBody(parts, onSlice);
  await container.getBlockBlobClient(blobName).upload(length === 0 ? '' : body, length, {
    abortSignal: tried.signal,
    conditions: { ifNoneMatch: '*' },
    // The service compares what arrives with one and keeps the other beside the blob.
    transactionalContentMD5: md5,
    blobHTTPHeaders: { blobContentMD5: md5 },
  });
}

/** If nothing is there after all, the refusal meant something else. Other programs may have stored no checksum. */
async function assertStored(container: ContainerClient, file: UploadedFile, tried: Attempt, refusal: unknown): Promise<void> {
  const { handle, blobName, length, md5 } = file;
  const stored = await container
    .getBlobClient(blobName)
    .getProperties({ abortSignal: tried.signal })
    .catch((error: unknown) => {
      throw azureCode(error) === 'BlobNotFound' ? refusal : error;
    });
  const isSame = stored.contentLength === length && (stored.contentMD5 === undefined || md5.equals(stored.contentMD5));
  if (handle.type === 'config' || !isSame) throw new LifeboatError('file-exists', { ...handle });
}
