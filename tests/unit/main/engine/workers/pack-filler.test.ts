import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { newMasterKeys, sha256 } from '../../../../../src/main/engine/crypto/index.ts';
import { packFileSize } from '../../../../../src/main/engine/format/pack-size.ts';
import { BlobOpener } from '../../../../../src/main/engine/workers/blob-opener.ts';
import { PackFiller } from '../../../../../src/main/engine/workers/pack-filler.ts';
import type { FilledPack } from '../../../../../src/main/engine/workers/protocol.ts';
import { verifyPack } from '../../../../../src/main/engine/workers/verify-pack.ts';

const MiB = 1024 * 1024;
const keys = newMasterKeys();
const sealing = { keys, compress: true };

function fill(filler: PackFiller, into: number, blobs: readonly Uint8Array[]): FilledPack[] {
  const packs: FilledPack[] = [];
  for (const plain of blobs) filler.add(into, sealing, { plain, id: sha256(plain) }, (pack) => packs.push(pack));
  return packs;
}

function fileOf({ body, header }: FilledPack): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([body, header]));
}

describe('packs filled in a thread', () => {
  test('are whole: named by their bytes, with every blob their header lists', () => {
    const blobs = [
      randomBytes(4 * MiB),
      Buffer.alloc(3 * MiB, 'page'),
      randomBytes(100),
      ...Array.from({ length: 4 }, () => randomBytes(4 * MiB)),
    ];
    const filler = new PackFiller();
    const packs = fill(filler, 1, blobs);
    expect(packs.length).toBe(1);
    for (const pack of packs) {
      const bytes = fileOf(pack);
      expect(bytes.length).toBe(packFileSize(pack.blobs));
      expect(verifyPack(keys, bytes, new BlobOpener())).toMatchObject({ id: pack.id, damaged: [] });
    }
    const left = filler.drain(1)?.blobs ?? [];
    expect([...packs.flatMap((pack) => pack.blobs), ...left].map(({ id }) => id)).toEqual(blobs.map(sha256));
    expect(filler.drain(1)).toBeUndefined();
  });

  test('uploads do not mix, and memory that served once serves again', () => {
    const filler = new PackFiller();
    fill(filler, 1, [Buffer.from('one')]);
    fill(filler, 2, [Buffer.from('two')]);
    const first = filler.drain(1);
    expect(first?.blobs.map(({ id }) => id)).toEqual([sha256(Buffer.from('one'))]);
    expect(filler.drain(2)?.blobs.map(({ id }) => id)).toEqual([sha256(Buffer.from('two'))]);
    filler.keep(first?.body.buffer as ArrayBuffer);
    fill(filler, 3, [Buffer.from('three')]);
    expect(filler.drain(3)?.body.buffer).toBe(first?.body.buffer);
  });

  test('a blob larger than any pack is a pack of its own', () => {
    const [pack] = fill(new PackFiller(), 1, [randomBytes(24 * MiB)]);
    expect(pack?.blobs.length).toBe(1);
    expect(verifyPack(keys, fileOf(pack as FilledPack), new BlobOpener()).damaged).toEqual([]);
  });
});
