import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type MasterKeys, newMasterKeys, sha256 } from '../../../../../src/main/engine/crypto/index.ts';
import { BlobOpener } from '../../../../../src/main/engine/workers/blob-opener.ts';
import { openBlobs } from '../../../../../src/main/engine/workers/open-blobs.ts';
import type { ResealRequest, SealedPart } from '../../../../../src/main/engine/workers/protocol.ts';
import { resealBlobs } from '../../../../../src/main/engine/workers/reseal-blobs.ts';
import { sealBlobs } from '../../../../../src/main/engine/workers/seal-blobs.ts';

const opener = new BlobOpener();
const OURS = newMasterKeys();
const THEIRS = newMasterKeys();
const TEXT = Buffer.from('the same line again\n'.repeat(2000));
const PLAIN = [TEXT, randomBytes(5000), Buffer.from('short')];

/** The blobs as they stand in a pack. */
function stored(compress: boolean, plain: readonly Uint8Array[] = PLAIN): Pick<ResealRequest, 'keys' | 'bytes' | 'blobs'> {
  const sealed = sealBlobs({ keys: OURS, compress }, plain);
  let offset = 0;
  const blobs = sealed.blobs.map(({ length, uncompressedLength }, at): SealedPart => {
    const part = { id: sha256(plain[at] as Uint8Array), offset, length, ...(uncompressedLength > 0 && { uncompressedLength }) };
    offset += length;
    return part;
  });
  return { keys: OURS, bytes: new Uint8Array(sealed.bytes), blobs };
}

/** What the other repository reads of it. */
function opened(request: Pick<ResealRequest, 'keys' | 'bytes' | 'blobs'>, to: { keys: MasterKeys; compress: boolean }) {
  const before = Buffer.from(request.bytes);
  const { bytes, blobs } = resealBlobs({ kind: 'reseal', ...request, to }, opener);
  const parts = blobs.map((blob, at): SealedPart => {
    if ('damage' in blob) throw new Error(blob.damage);
    const { offset, sealedLength: length, uncompressedLength } = blob;
    return { id: request.blobs[at]?.id ?? '', offset, length, ...(uncompressedLength > 0 && { uncompressedLength }) };
  });
  const asItWas = parts.map(({ offset, length }, at) => {
    const part = request.blobs[at] as SealedPart;
    return before.subarray(part.offset, part.offset + part.length).equals(bytes.subarray(offset, offset + length));
  });
  const plain = openBlobs({ kind: 'open', keys: to.keys, bytes, blobs: parts }, opener).blobs;
  expect(plain.map((each) => (each instanceof Uint8Array ? Buffer.from(each) : each))).toEqual(PLAIN.map((each) => Buffer.from(each)));
  expect(blobs.map((blob) => 'length' in blob && blob.length)).toEqual(PLAIN.map(({ length }) => length));
  return { asItWas, compressed: parts.map(({ uncompressedLength = 0 }) => uncompressedLength > 0) };
}

describe('resealing', () => {
  test('under the same keys what is compressed goes over as it is', () => {
    const { asItWas, compressed } = opened(stored(true), { keys: { ...OURS }, compress: true });
    expect(compressed).toEqual([true, false, false]);
    expect(asItWas[0]).toBe(true);
  });

  test('under the same keys what may not be compressed goes over as it is', () => {
    expect(opened(stored(false), { keys: OURS, compress: false }).asItWas).toEqual([true, true, true]);
  });

  test('under other keys everything is sealed anew', () => {
    expect(opened(stored(true), { keys: THEIRS, compress: true }).asItWas).toEqual([false, false, false]);
  });

  test('compresses for a repository that does, and not for one that cannot', () => {
    expect(opened(stored(false), { keys: OURS, compress: true }).compressed).toEqual([true, false, false]);
    expect(opened(stored(true), { keys: OURS, compress: false }).compressed).toEqual([false, false, false]);
  });

  test('a few blobs out of much else do not take the rest along', () => {
    const request = stored(false, [TEXT, Buffer.from('a'), TEXT, Buffer.from('b')]);
    const blobs = [request.blobs[1], request.blobs[3]] as SealedPart[];
    const result = resealBlobs({ kind: 'reseal', ...request, blobs, to: { keys: OURS, compress: false } }, opener);
    expect(result.bytes.buffer.byteLength).toBeLessThan(200);
    expect(
      openBlobs(
        { kind: 'open', keys: OURS, bytes: result.bytes, blobs: blobs.map((part, at) => ({ ...part, offset: at * part.length })) },
        opener,
      ).blobs,
    ).toEqual([Buffer.from('a'), Buffer.from('b')].map((plain) => new Uint8Array(plain)));
  });

  test.each([OURS, THEIRS])('says what is damaged and seals the others', (keys) => {
    const request = stored(true);
    const part = request.blobs[1] as SealedPart;
    request.bytes.set([(request.bytes[part.offset + 20] as number) ^ 1], part.offset + 20);
    const { blobs } = resealBlobs({ kind: 'reseal', ...request, to: { keys, compress: true } }, opener);
    expect(blobs).toEqual([
      expect.objectContaining({ length: TEXT.length }),
      { damage: 'wrong-authentication' },
      expect.objectContaining({ length: 5 }),
    ]);
  });
});
