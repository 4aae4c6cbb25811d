import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packFileSize } from '../../../../../src/main/engine/format/pack-size.ts';
import { type BlobSet, emptyBlobSet } from '../../../../../src/main/engine/tree-walk/index.ts';
import type { PackedBlob } from '../../../../../src/main/engine/format/blob.ts';
import type { IndexedPack } from '../../../../../src/main/engine/format/index-file.ts';
import type { PruneRequest } from '../../../../../src/main/engine/operations/contract.ts';
import { planPrune, type PrunePlan } from '../../../../../src/main/engine/prune/index.ts';

const MiB = 1024 * 1024;
const idOf = (name: string): string => Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);

/** A pack of blobs written as `name:bytes`, a directory with a `/` behind its name. */
function pack(name: string, ...blobs: string[]): IndexedPack {
  let offset = 0;
  return {
    id: idOf(name),
    blobs: blobs.map((text): PackedBlob => {
      const [blob = '', length = '100'] = text.split(':');
      const entry: PackedBlob = { type: blob.endsWith('/') ? 'tree' : 'data', id: idOf(blob), offset, length: Number(length) };
      offset += entry.length;
      return entry;
    }),
  };
}

function usedBlobs(...names: string[]): BlobSet {
  const used = emptyBlobSet();
  for (const name of names) used[name.endsWith('/') ? 'tree' : 'data'].add(idOf(name));
  return used;
}

function plan(
  packs: IndexedPack[],
  used: BlobSet,
  options: PruneRequest = {},
  files = packs.map(({ id, blobs }) => ({ name: id, size: packFileSize(blobs) })),
): PrunePlan {
  return planPrune({ packs, used, files }, options);
}

/** A plan's decisions by the names of packs. */
function decisions(made: PrunePlan, ...names: string[]): Record<string, string> {
  const of = (id: string): string => (made.repack.has(id) ? 'repack' : made.remove.has(id) ? 'remove' : 'keep');
  return Object.fromEntries(names.map((name) => [name, of(idOf(name))]));
}

describe('a prune plan', () => {
  test('keeps full packs, removes useless ones, writes partly used ones anew', () => {
    const made = plan([pack('full', 'a', 'b'), pack('half', 'c', 'd'), pack('none', 'e')], usedBlobs('a', 'b', 'c'));
    expect(decisions(made, 'full', 'half', 'none')).toEqual({ full: 'keep', half: 'repack', none: 'remove' });
    // A blob of 100 bytes takes 137 with its entry in the header; a pack has 36 more.
    expect(made.summary).toEqual({
      blobsUsed: 3,
      bytesUsed: 411,
      blobsDuplicate: 0,
      bytesDuplicate: 0,
      blobsUnused: 2,
      bytesUnused: 274,
      packsKept: 1,
      packsRepacked: 1,
      bytesRepacked: 310,
      bytesFreedByRepack: 137,
      packsDeleted: 1,
      bytesDeleted: 173,
      packsUnreferenced: 0,
      bytesUnreferenced: 0,
      bytesUnusedAfter: 0,
    });
  });

  test('leaves unused content up to the limit, the emptiest packs going first', () => {
    const packs = [pack('much', 'a:1000', 'x:9000'), pack('some', 'b:50000', 'y:3000'), pack('full', 'c:50000')];
    const used = usedBlobs('a', 'b', 'c');
    // 5 % of what there then is: about 5,300 of 101,000 used bytes.
    expect(decisions(plan(packs, used), 'much', 'some', 'full')).toEqual({ much: 'repack', some: 'keep', full: 'keep' });
    expect(plan(packs, used).summary.bytesUnusedAfter).toBe(3037);
    expect(decisions(plan(packs, used, { maxUnused: { bytes: 3036 } }), 'much', 'some')).toEqual({ much: 'repack', some: 'repack' });
    expect(decisions(plan(packs, used, { maxUnused: { percent: 90 } }), 'much', 'some')).toEqual({ much: 'keep', some: 'keep' });
    expect(decisions(plan(packs, used, { maxUnused: 'unlimited' }), 'much', 'some')).toEqual({ much: 'keep', some: 'keep' });
    expect(decisions(plan(packs, used, { maxUnused: { percent: 0 } }), 'much', 'some', 'full')).toEqual({
      much: 'repack',
      some: 'repack',
      full: 'keep',
    });
  });

  test('writes directories and mixed packs anew whatever the limit', () => {
    const packs = [pack('trees', 't/', 'u/'), pack('mixed', 'v/', 'a'), pack('data', 'b', 'x')];
    const used = usedBlobs('t/', 'v/', 'a', 'b');
    expect(decisions(plan(packs, used, { maxUnused: 'unlimited' }), 'trees', 'mixed', 'data')).toEqual({
      trees: 'repack',
      mixed: 'repack',
      data: 'keep',
    });
    expect(decisions(plan(packs, used, { maxUnused: { bytes: 0 }, repackCacheableOnly: true }), 'trees', 'mixed', 'data')).toEqual({
      trees: 'repack',
      mixed: 'keep',
      data: 'keep',
    });
  });

  test('writes no more than it may', () => {
    const packs = [pack('one', 'a:1000', 'x:5000'), pack('two', 'b:1000', 'y:4000'), pack('three', 'c:100', 'z:200')];
    const made = plan(packs, usedBlobs('a', 'b', 'c'), { maxUnused: { bytes: 0 }, maxRepackBytes: 6500 });
    expect(decisions(made, 'one', 'two', 'three')).toEqual({ one: 'repack', two: 'keep', three: 'keep' });
    expect(plan(packs, usedBlobs('a', 'b', 'c'), { maxUnused: { bytes: 0 }, maxRepackBytes: 0 }).repack.size).toBe(0);
  });

  test('keeps one of several copies, the one in the fuller pack', () => {
    const packs = [pack('a-half', 'dup', 'x'), pack('b-full', 'dup', 'y', 'z')];
    const made = plan(packs, usedBlobs('dup', 'y', 'z'));
    expect(decisions(made, 'a-half', 'b-full')).toEqual({ 'a-half': 'remove', 'b-full': 'keep' });
    expect(made.summary).toMatchObject({ blobsDuplicate: 1, bytesDuplicate: 137, blobsUsed: 3 });
    const twins = plan([pack('b', 'dup'), pack('a', 'dup')], usedBlobs('dup'));
    expect(decisions(twins, 'a', 'b')).toEqual({ a: 'keep', b: 'remove' });
  });

  test('content and a directory of the same id are two blobs', () => {
    const [tree] = pack('t', 'd/').blobs as [PackedBlob];
    const packs = [pack('t', 'd/'), { id: idOf('d'), blobs: [{ ...tree, type: 'data' as const }] }];
    expect(decisions(plan(packs, usedBlobs('d/')), 't', 'd')).toEqual({ t: 'keep', d: 'remove' });
  });

  test('joins small packs of a kind when asked, never a single one', () => {
    const packs = [pack('s1', 'a'), pack('s2', 'b'), pack('large', `c:${5 * MiB}`), pack('tree', 't/')];
    const used = usedBlobs('a', 'b', 'c', 't/');
    expect(plan(packs, used).repack.size).toBe(0);
    expect(decisions(plan(packs, used, { repackSmall: true }), 's1', 's2', 'large', 'tree')).toEqual({
      s1: 'repack',
      s2: 'repack',
      large: 'keep',
      tree: 'keep',
    });
  });

  test('tells packs no index names, and packs that are gone if nobody needs them', () => {
    const packs = [pack('there', 'a'), pack('gone', 'x')];
    const files = [
      { name: idOf('there'), size: packFileSize(packs[0]?.blobs ?? []) },
      { name: idOf('stray'), size: 77 },
    ];
    const made = plan(packs, usedBlobs('a'), {}, files);
    expect(made).toMatchObject({
      missing: new Set([idOf('gone')]),
      unreferenced: [idOf('stray')],
      summary: { packsUnreferenced: 1, bytesUnreferenced: 77, packsKept: 1 },
    });
    expect(made.remove.size).toBe(0);
  });

  test('refuses while something needed is nowhere whole', () => {
    const packs = [pack('p', 'a', 'b'), pack('q', 'b')];
    const size = packFileSize(packs[0]?.blobs ?? []);
    const q = { name: idOf('q'), size: packFileSize(packs[1]?.blobs ?? []) };
    const refusal = (missingBlobs: number): unknown => expect.objectContaining({ code: 'prune-unsafe', data: { missingBlobs } });
    expect(() => plan(packs, usedBlobs('a', 'b', 'c', 't/'))).toThrow(refusal(2));
    expect(() => plan(packs, usedBlobs('a', 'b'), {}, [q])).toThrow(refusal(1));
    expect(() => plan(packs, usedBlobs('a', 'b'), {}, [{ name: idOf('p'), size: size - 1 }, q])).toThrow(refusal(1));
    // A cut pack may go if everything in it stands elsewhere.
    expect(decisions(plan(packs, usedBlobs('b'), {}, [{ name: idOf('p'), size: size - 1 }, q]), 'p', 'q')).toEqual({
      p: 'remove',
      q: 'keep',
    });
  });

  test.each<PruneRequest>([
    { maxUnused: { percent: 101 } },
    { maxUnused: { percent: -1 } },
    { maxUnused: { bytes: Number.NaN } },
    { maxRepackBytes: -1 },
  ])('%j is refused', (options) => {
    expect(() => plan([pack('p', 'a')], usedBlobs('a'), options)).toThrow(expect.objectContaining({ code: 'value-invalid' }));
  });

  test('never removes the only copy of a needed blob, and its numbers add up', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 't/', 'u/', 'v/');
    const contents = fc.array(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    const options = fc.record({
      repackSmall: fc.boolean(),
      repackCacheableOnly: fc.boolean(),
      maxUnused: fc.constantFrom<NonNullable<PruneRequest['maxUnused']>>({ bytes: 0 }, { bytes: 200 }, { percent: 5 }, 'unlimited'),
      maxRepackBytes: fc.constantFrom(0, 400, 10_000),
    });
    const property = fc.property(contents, fc.uniqueArray(name), options, (lists, wanted, request) => {
      const packs = lists.map((list, at) => pack(`p${at}`, ...list));
      const needed = wanted.filter((blob) => lists.some((list) => list.includes(blob)));
      const made = plan(packs, usedBlobs(...needed), request);
      const survivors = new Map<string, number>();
      for (const { id, blobs } of packs) {
        for (const blob of blobs)
          if (made.keeps(blob, id) && !made.remove.has(id))
            survivors.set(`${blob.type}${blob.id}`, (survivors.get(`${blob.type}${blob.id}`) ?? 0) + 1);
      }
      expect([...survivors.values()]).toEqual(needed.map(() => 1));
      const total = packs.flatMap(({ blobs }) => blobs).length;
      const { summary } = made;
      expect(summary.blobsUsed + summary.blobsDuplicate + summary.blobsUnused).toBe(total);
      expect(summary.packsKept + summary.packsRepacked + summary.packsDeleted).toBe(packs.length);
      expect(summary.bytesRepacked).toBeLessThanOrEqual(request.maxRepackBytes);
      expect(summary.bytesUnusedAfter).toBeGreaterThanOrEqual(0);
    });
    fc.assert(property);
  });
});
