import { type DamageDetail, LifeboatError } from '../../../../shared/errors/index.ts';
import type { Backend } from '../../backend/backend.ts';
import { decrypt, type MasterKeys } from '../../crypto/index.ts';
import type { PackedBlob } from '../../format/blob.ts';
import type { Id } from '../../format/id.ts';
import { decodePackHeader, HEADER_LENGTH_BYTES, MAX_HEADER_BYTES } from '../../format/pack-header.ts';

/** The end of a pack that is fetched first: holds the headers of most packs, so that one request is enough. */
const FIRST_FETCH = 16 * 1024;

/** Reads a pack's own list of blobs. `size` is the file's length in bytes. `file-damaged` if it has none. */
export async function loadPackHeader(
  backend: Backend,
  keys: MasterKeys,
  pack: Id,
  size: number,
  signal?: AbortSignal,
): Promise<PackedBlob[]> {
  const damaged = (detail: DamageDetail): LifeboatError => new LifeboatError('file-damaged', { type: 'data', name: pack, detail });
  const handle = { type: 'data', name: pack } as const;
  const fetched = Math.min(size, FIRST_FETCH);
  if (fetched < HEADER_LENGTH_BYTES) throw damaged('truncated');
  const tail = await backend.load(handle, { offset: size - fetched, length: fetched }, signal);
  const length = Buffer.from(tail.buffer, tail.byteOffset, tail.length).readUInt32LE(fetched - HEADER_LENGTH_BYTES);
  if (length > MAX_HEADER_BYTES) throw damaged('too-large');
  if (length + HEADER_LENGTH_BYTES > size) throw damaged('truncated');
  const whole = length + HEADER_LENGTH_BYTES <= fetched;
  const sealed = whole
    ? tail.subarray(fetched - HEADER_LENGTH_BYTES - length, fetched - HEADER_LENGTH_BYTES)
    : await backend.load(handle, { offset: size - HEADER_LENGTH_BYTES - length, length }, signal);
  const header = decrypt(keys, sealed);
  if (header === undefined) throw damaged('wrong-authentication');
  const blobs = decode(header);
  const last = blobs?.at(-1);
  // An index could not even say where blobs beyond 4 GiB are.
  if (blobs === undefined || (last && last.offset + last.length > size - HEADER_LENGTH_BYTES - length)) throw damaged('wrong-shape');
  return blobs;
}

function decode(header: Uint8Array): PackedBlob[] | undefined {
  try {
    return decodePackHeader(header);
  } catch {
    return undefined;
  }
}
