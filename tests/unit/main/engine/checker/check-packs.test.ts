import { describe, expect, test } from '@jest/globals';
import { checkPacks } from '../../../../../src/main/engine/checker/check-packs.ts';
import { Findings } from '../../../../../src/main/engine/checker/findings.ts';
import { surveyIndex } from '../../../../../src/main/engine/checker/index-survey.ts';
import { Losses } from '../../../../../src/main/engine/checker/losses.ts';
import type { PackedBlob } from '../../../../../src/main/engine/format/blob.ts';
import type { IndexedPack } from '../../../../../src/main/engine/format/index-file.ts';
import type { CheckFinding } from '../../../../../src/main/engine/operations/contract.ts';

const blob = (id: string, type: PackedBlob['type'], offset: number): PackedBlob => ({ id: id.repeat(64), type, offset, length: 100 });
const ONE_BLOB = 100 + 37 + 36;

async function find(indexFiles: IndexedPack[][], sizes: Record<string, number>): Promise<CheckFinding[]> {
  const repository = {
    list: async () => indexFiles.map((_, at) => ({ name: `${at}`, size: 1 })),
    loadIndexFile: async (id: string) => ({ packs: indexFiles[Number(id)] ?? [] }),
    supersededIndexFiles: new Set<string>(),
  };
  const findings = new Findings();
  const files = Object.entries(sizes).map(([name, size]) => ({ name, size }));
  checkPacks(await surveyIndex(repository), files, findings, new Losses({ findAll: () => [] }));
  return findings.list;
}

describe('packs beside the index', () => {
  test('nothing is said of packs that are as they should be', async () => {
    const packs = [
      { id: 'p', blobs: [blob('a', 'data', 0)] },
      { id: 'q', blobs: [blob('b', 'tree', 0)] },
    ];
    expect(await find([packs.slice(0, 1), packs.slice(1)], { p: ONE_BLOB, q: ONE_BLOB })).toEqual([]);
  });

  test('content and directories in one pack are a hint', async () => {
    const mixed = { id: 'p', blobs: [blob('a', 'data', 0), blob('b', 'tree', 100)] };
    expect(await find([[mixed]], { p: ONE_BLOB + 137 })).toEqual([{ severity: 'hint', kind: 'pack-mixed', id: 'p' }]);
  });

  test('a wrong size is told with what it should be', async () => {
    expect(await find([[{ id: 'p', blobs: [blob('a', 'data', 0)] }]], { p: 172 })).toEqual([
      { severity: 'error', kind: 'pack-wrong-size', id: 'p', detail: '172/173' },
    ]);
  });

  test('index files may list the same blobs in another order, but not others', async () => {
    const [a, b, c] = [blob('a', 'data', 0), blob('b', 'data', 100), blob('c', 'data', 100)];
    const size = ONE_BLOB + 137;
    const agree = [[{ id: 'p', blobs: [a, b] }], [{ id: 'p', blobs: [b, a] }]];
    expect(await find(agree, { p: size })).toEqual([{ severity: 'hint', kind: 'pack-indexed-twice', id: 'p', detail: '2' }]);
    const differ = [[{ id: 'p', blobs: [a, b] }], [{ id: 'p', blobs: [a, c] }]];
    expect(await find(differ, { p: size })).toEqual([{ severity: 'error', kind: 'pack-indexed-twice', id: 'p', detail: '2' }]);
  });

  test('a flood of findings is cut and said to be', async () => {
    const findings = new Findings();
    for (let at = 0; at < 10_001; at++) findings.add('blob-missing', `${at}`);
    expect([findings.list.length, findings.errors, findings.truncated]).toEqual([10_000, 10_001, true]);
    findings.add('pack-missing', 'p');
    expect(findings.list.at(-1)?.kind).toBe('pack-missing');
  });
});
