import { describe, expect, test } from '@jest/globals';
import { bytesMissing, planCopy } from '../../../../../src/main/engine/copy/index.ts';
import { isSameSnapshot } from '../../../../../src/main/engine/copy/same-snapshot.ts';
import type { Snapshot } from '../../../../../src/main/engine/format/snapshot.ts';
import type { SnapshotEntry } from '../../../../../src/main/engine/operations/contract.ts';

const FACTS: Snapshot = {
  time: '2026-01-01T10:00:00.5Z',
  tree: 'a'.repeat(64),
  paths: ['/b', '/a'],
  hostname: 'till',
  username: 'ana',
  uid: 1000,
  gid: 100,
  excludes: ['*.tmp', 'x'],
  tags: ['one', 'two'],
};

function entry(id: string, facts: Partial<Snapshot> = {}): SnapshotEntry {
  return { id, snapshot: { ...FACTS, ...facts } };
}

describe('snapshots tell the same', () => {
  test.each<[string, Partial<Snapshot>]>([
    ['a parent', { parent: 'b'.repeat(64) }],
    ['an original', { original: 'b'.repeat(64) }],
    ['another spelling of the time', { time: '2026-01-01T12:00:00.500+02:00' }],
    ['another order of paths and tags', { paths: ['/a', '/b'], tags: ['two', 'one'] }],
    ['another program', { program_version: 'restic 0.19' }],
  ])('whatever %s says', (_what, facts) => {
    expect(isSameSnapshot(FACTS, { ...FACTS, ...facts })).toBe(true);
  });

  test.each<[string, Partial<Snapshot>]>([
    ['time', { time: '2026-01-01T10:00:00.500000001Z' }],
    ['tree', { tree: 'b'.repeat(64) }],
    ['paths', { paths: ['/b'] }],
    ['host', { hostname: 'office' }],
    ['user', { username: 'bo' }],
    ['uid', { uid: 0 }],
    ['gid', { gid: 0 }],
    ['order of excludes', { excludes: ['x', '*.tmp'] }],
    ['tags', { tags: ['one'] }],
  ])('not with another %s', (_what, facts) => {
    expect(isSameSnapshot(FACTS, { ...FACTS, ...facts })).toBe(false);
  });

  test('what is missing is the same as what is empty', () => {
    const bare = { time: FACTS.time, tree: FACTS.tree, paths: [], excludes: undefined, tags: undefined };
    expect(isSameSnapshot(bare, { ...bare, hostname: '', username: '', uid: 0, gid: 0, excludes: [], tags: [] })).toBe(true);
  });
});

describe('the plan of a copy', () => {
  test('brings the oldest first', () => {
    const [first, second, third] = [entry('3'), entry('1', { time: '2026-01-02T00:00:00Z' }), entry('2', { time: '2026-01-03T00:00:00Z' })];
    expect(planCopy([third, first, second], [])).toEqual({ missing: [first, second, third], present: [] });
  });

  test('recognises copies, copies of copies, and what was copied from the target', () => {
    const wanted = [entry('1'), entry('2', { original: '9' }), entry('3', { original: '8' })];
    const target = [entry('a', { original: '1' }), entry('b', { original: '9' }), entry('8')];
    expect(planCopy(wanted, target)).toEqual({
      missing: [],
      present: [
        { source: '1', copy: 'a' },
        { source: '2', copy: 'b' },
        { source: '3', copy: '8' },
      ],
    });
  });

  test('copies again what was changed since: the id alone does not count', () => {
    const wanted = [entry('1')];
    expect(planCopy(wanted, [entry('a', { original: '1', tags: ['kept'] })]).missing).toEqual(wanted);
    expect(planCopy(wanted, [entry('a')]).missing).toEqual(wanted);
    expect(planCopy(wanted, [entry('a', { original: '1', tags: ['kept'] }), entry('b', { original: '1' })]).missing).toEqual([]);
  });

  test('counts the plain bytes the target has not', () => {
    const blob = (id: string, facts: object) => ({ type: 'data' as const, id, pack: 'p', offset: 0, length: 132, ...facts });
    const source = { entries: () => [blob('1', {}), blob('2', { uncompressedLength: 500 }), blob('3', { type: 'tree' }), blob('4', {})] };
    const target = { has: (type: string, id: string) => (type === 'data' && id === '4') || (type === 'data' && id === '3') };
    expect(bytesMissing(source, target)).toBe(100 + 500 + 100);
  });
});
