import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PackedBlob } from '../../../../../src/main/engine/format/blob.ts';
import { decodeIndex, encodeIndex } from '../../../../../src/main/engine/format/index-file.ts';
import { encodeJson, integerOf, parseJson } from '../../../../../src/main/engine/format/json.ts';
import { goMode, posixPermissions } from '../../../../../src/main/engine/format/mode.ts';
import { compareNames, nameFromBytes } from '../../../../../src/main/engine/format/name.ts';
import type { TreeNode } from '../../../../../src/main/engine/format/node.ts';
import { decodePackHeader, encodePackHeader } from '../../../../../src/main/engine/format/pack-header.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../../../src/main/engine/format/snapshot.ts';
import { formatTime, parseTime } from '../../../../../src/main/engine/format/time.ts';
import { decodeTree, encodeTree } from '../../../../../src/main/engine/format/tree.ts';
import { decodeUnpacked, encodeUnpacked } from '../../../../../src/main/engine/format/unpacked.ts';

const id = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((raw) => Buffer.from(raw).toString('hex'));
const TREE_ID = 'ab'.repeat(32);

describe('times', () => {
  test('any nanosecond comes back', () => {
    const earliest = -62_167_219_200n * 1_000_000_000n;
    const latest = 253_402_300_799n * 1_000_000_000n + 999_999_999n;
    fc.assert(fc.property(fc.bigInt({ min: earliest, max: latest }), (time) => expect(parseTime(formatTime(time))).toBe(time)));
  });

  test('time zones and short fractions', () => {
    expect(parseTime('2014-12-22T14:47:59.912418701+01:00')).toBe(1_419_256_079_912_418_701n);
    expect(parseTime('2014-12-22T13:47:59.9Z')).toBe(1_419_256_079_900_000_000n);
    expect(parseTime('2014-12-22')).toBeUndefined();
  });

  test('trailing zeros are dropped, years JSON cannot carry are clamped', () => {
    expect(formatTime(1_500_000_000n)).toBe('1970-01-01T00:00:01.5Z');
    expect(formatTime(-1n)).toBe('1969-12-31T23:59:59.999999999Z');
    expect(formatTime(10n ** 21n)).toBe('9999-12-31T23:59:59Z');
  });
});

describe('whole numbers', () => {
  test('64 bits survive JSON', () => {
    const inode = integerOf(18_446_744_073_709_551_615n);
    const text = encodeJson({ inode, small: integerOf(42n) }).toString();
    expect(text).toBe('{"inode":18446744073709551615,"small":42}');
    expect(parseJson(Buffer.from(text))).toEqual({ inode: 18_446_744_073_709_551_615n, small: 42 });
  });

  test('text is escaped as Go does it', () => {
    expect(encodeJson({ a: '<&>\u2028' }).toString()).toBe('{"a":"\\u003c\\u0026\\u003e\\u2028"}');
  });
});

describe('modes', () => {
  test('special bits go both ways', () => {
    for (const bits of [0o755, 0o4755, 0o2755, 0o1777, 0o7000]) expect(posixPermissions(goMode(0o100000 | bits))).toBe(bits);
    expect(goMode(0o040755)).toBe(2 ** 31 + 0o755);
    expect(goMode(0o120777)).toBe(2 ** 27 + 0o777);
  });
});

describe('trees', () => {
  const name = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((raw) => nameFromBytes(raw));
  const node = fc.record({
    name,
    type: fc.constant('file' as const),
    mode: fc.integer({ min: 1, max: 0o777 }),
    mtime: fc.bigInt({ min: 0n, max: 2n ** 62n }).map(formatTime),
    uid: fc.nat(),
    gid: fc.nat(),
    inode: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(integerOf),
    size: fc.integer({ min: 1 }),
    content: fc.array(id, { maxLength: 3 }),
  });
  const tree = fc.uniqueArray(node, { selector: (entry) => entry.name, maxLength: 8 }).map((nodes) => ({
    nodes: (nodes as TreeNode[]).sort((a, b) => compareNames(a.name, b.name)),
  }));

  test('any tree comes back', () => {
    fc.assert(fc.property(tree, (value) => expect(decodeTree(TREE_ID, encodeTree(value))).toEqual(value)));
  });

  test('link targets that are not UTF-8 come back', () => {
    const target = nameFromBytes(Buffer.from([0x61, 0xff, 0x62]));
    const nodes: TreeNode[] = [{ name: 'link', type: 'symlink', uid: 0, gid: 0, mode: 0, linktarget: target, content: null }];
    expect(encodeTree({ nodes }).toString()).toContain('"linktarget_raw":"Yf9i"');
    expect(decodeTree(TREE_ID, encodeTree({ nodes }))).toEqual({ nodes });
  });

  test('keys of a newer restic survive', () => {
    const text = '{"nodes":[{"name":"a","type":"file","uid":0,"gid":0,"content":[],"from_the_future":{"x":1}}]}\n';
    expect(encodeTree(decodeTree(TREE_ID, Buffer.from(text))).toString()).toBe(text);
  });

  test.each([
    ['no JSON', '{"nodes":[', 'not-json'],
    ['no list', '{"nodes":{}}', 'wrong-shape'],
    ['a node without type', '{"nodes":[{"name":"a","uid":0,"gid":0}]}', 'wrong-shape'],
    ['a content id that is none', '{"nodes":[{"name":"a","type":"file","uid":0,"gid":0,"content":["xyz"]}]}', 'wrong-shape'],
    ['a name with broken quoting', '{"nodes":[{"name":"a\\\\q","type":"file","uid":0,"gid":0}]}', 'wrong-shape'],
    ['a name twice', '{"nodes":[{"name":"a","type":"file","uid":0,"gid":0},{"name":"a","type":"file","uid":0,"gid":0}]}', 'unsorted'],
  ])('%s is refused', (_title, text, detail) => {
    expect(() => decodeTree(TREE_ID, Buffer.from(text))).toThrow(
      expect.objectContaining({ code: 'tree-damaged', data: { tree: TREE_ID, detail } }),
    );
  });
});

describe('pack headers and index files', () => {
  const blob = fc.record({
    type: fc.constantFrom('data' as const, 'tree' as const),
    id,
    length: fc.integer({ min: 32, max: 2 ** 24 }),
    uncompressed: fc.nat({ max: 2 ** 24 }),
  });
  const blobs = fc.array(blob, { maxLength: 20 }).map((list) => {
    let offset = 0;
    return list.map(({ type, id: blobId, length, uncompressed }): PackedBlob => {
      const packed: PackedBlob = { type, id: blobId, offset, length };
      if (uncompressed > 0) packed.uncompressedLength = uncompressed;
      offset += length;
      return packed;
    });
  });

  test('any header comes back', () => {
    fc.assert(fc.property(blobs, (list) => expect(decodePackHeader(encodePackHeader(list))).toEqual(list)));
  });

  test('any index comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id, blobs }), { maxLength: 4 }), (packs) =>
        expect(decodeIndex(encodeIndex({ packs }))).toEqual({ packs }),
      ),
    );
  });

  test('a header that ends early or has an unknown kind of blob is refused', () => {
    const header = encodePackHeader([{ type: 'data', id: TREE_ID, offset: 0, length: 50 }]);
    expect(() => decodePackHeader(header.subarray(0, 20))).toThrow(RangeError);
    header[0] = 4;
    expect(() => decodePackHeader(header)).toThrow(RangeError);
  });
});

describe('whole files', () => {
  test('version 2 compresses, version 1 does not, plain JSON is read in both', () => {
    const json = Buffer.from(JSON.stringify({ text: 'x'.repeat(1000) }));
    expect(encodeUnpacked(json, 1)).toEqual(json);
    expect(encodeUnpacked(json, 2).length).toBeLessThan(100);
    expect(Buffer.from(decodeUnpacked(encodeUnpacked(json, 2)))).toEqual(json);
    expect(() => decodeUnpacked(Buffer.from('x'))).toThrow(RangeError);
  });

  test('a snapshot keeps its keys, in order, also unknown ones', () => {
    const text = `{"time":"2026-01-02T03:04:05Z","tree":"${TREE_ID}","paths":["/a"],"hostname":"till","from_the_future":true}`;
    expect(encodeSnapshot(decodeSnapshot(Buffer.from(text))).toString()).toBe(text);
    expect(() => decodeSnapshot(Buffer.from('{"time":"yesterday"}'))).toThrow();
  });
});
