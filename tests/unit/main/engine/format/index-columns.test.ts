import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hexOf, ID_BYTES } from '../../../../../src/main/engine/format/id.ts';
import { decodeIndexColumns, type IndexColumns } from '../../../../../src/main/engine/format/index-columns.ts';
import { decodeIndex, encodeIndex, type IndexFile } from '../../../../../src/main/engine/format/index-file.ts';

/** The columns as an index file that was decoded to objects. */
function fileOf({ packs, ends, supersedes, ids, trees, offsets, lengths, uncompressedLengths }: IndexColumns): IndexFile {
  const blob = (at: number): IndexFile['packs'][number]['blobs'][number] => {
    const uncompressedLength = uncompressedLengths[at] as number;
    const fixed = { offset: offsets[at] as number, length: lengths[at] as number };
    const named = { type: trees[at] === 1 ? 'tree' : 'data', id: hexOf(ids, at * ID_BYTES), ...fixed } as const;
    return uncompressedLength === 0 ? named : { ...named, uncompressedLength };
  };
  const file: IndexFile = {
    packs: packs.map((id, i) => {
      const start = ends[i - 1] ?? 0;
      return { id, blobs: Array.from({ length: (ends[i] as number) - start }, (_, at) => blob(start + at)) };
    }),
  };
  return supersedes.length > 0 ? { ...file, supersedes: [...supersedes] } : file;
}

/** What a decoder makes of bytes: a value, or that it refuses them. */
function outcomeOf(decode: () => IndexFile): IndexFile | 'refused' {
  try {
    return decode();
  } catch {
    return 'refused';
  }
}

const id = fc.uint8Array({ minLength: ID_BYTES, maxLength: ID_BYTES }).map((bytes) => hexOf(bytes));
const uint32 = fc.integer({ min: 0, max: 0xffffffff });
const blobs = fc.record(
  {
    id,
    type: fc.constantFrom('data', 'tree'),
    offset: uint32,
    length: uint32.filter((length) => length >= 32),
    uncompressedLength: uint32,
  },
  { requiredKeys: ['id', 'type', 'offset', 'length'] },
);
const indexes = fc.record(
  {
    packs: fc.array(fc.record({ id, blobs: fc.array(blobs, { maxLength: 5 }) }), { maxLength: 4 }),
    supersedes: fc.array(id, { maxLength: 3 }),
  },
  { requiredKeys: ['packs'] },
);

describe('an index in columns', () => {
  test('says what the same index says as objects', () => {
    fc.assert(
      fc.property(indexes, fc.boolean(), (index, isOfGo) => {
        const json = Buffer.concat([encodeIndex(index), Buffer.from(isOfGo ? '\n' : '')]);
        expect(fileOf(decodeIndexColumns(json))).toEqual(decodeIndex(json));
      }),
    );
  });

  test('is refused, or says the same, whatever stands in the file', () => {
    const change = fc.record({
      at: fc.nat(),
      byte: fc.constantFrom(...Buffer.from('0019afA"{}[],: \n-.\\t')),
      removed: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(indexes, fc.array(change, { minLength: 1, maxLength: 3 }), (index, changes) => {
        let json: Buffer = encodeIndex(index);
        for (const { at, byte, removed } of changes) {
          const place = at % json.length;
          json = Buffer.concat([json.subarray(0, place), Buffer.of(byte), json.subarray(place + removed)]);
        }
        expect(outcomeOf(() => fileOf(decodeIndexColumns(json)))).toEqual(outcomeOf(() => decodeIndex(json)));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['spaces', (json: string) => json.replaceAll(',', ', ')],
    ['keys in another order', (json: string) => json.replace(/"offset":(\d+),"length":(\d+)/, '"length":$2,"offset":$1')],
    ['a key nobody knows', (json: string) => json.replace('"packs"', '"new":1,"packs"')],
    ['zero as what a blob expands to', (json: string) => json.replace(/("length":\d+)}/, '$1,"uncompressed_length":0}')],
  ])('written in another way is understood too: %s', (_, rewrite) => {
    const blob = { id: randomBytes(32).toString('hex'), type: 'data', offset: 4, length: 44 } as const;
    const json = encodeIndex({ packs: [{ id: randomBytes(32).toString('hex'), blobs: [blob, { ...blob, type: 'tree', offset: 48 }] }] });
    const other = Buffer.from(rewrite(json.toString()));
    expect(other.equals(json)).toBe(false);
    expect(fileOf(decodeIndexColumns(other))).toEqual(decodeIndex(json));
  });
});
