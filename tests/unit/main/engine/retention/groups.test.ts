import { describe, expect, test } from '@jest/globals';
import type { SnapshotEntry } from '../../../../../src/main/engine/operations/contract.ts';
import { groupSnapshots } from '../../../../../src/main/engine/retention/index.ts';

function entry(id: string, hostname: string, paths: string[], tags?: string[]): SnapshotEntry {
  return { id, snapshot: { time: '2026-01-01T00:00:00Z', tree: '', paths, hostname, tags, excludes: undefined } };
}

describe('groups of snapshots', () => {
  const snapshots = [
    entry('1', 'till', ['/b', '/a'], ['x']),
    entry('2', 'office', ['/a', '/b']),
    entry('3', 'till', ['/a', '/b'], ['y', 'x']),
    entry('4', 'till', ['/a'], ['x', 'y']),
  ];
  const grouped = (keys: Parameters<typeof groupSnapshots>[1]): string[] =>
    groupSnapshots(snapshots, keys).map((group) => group.snapshots.map(({ id }) => id).join(''));

  test('agree in what was asked for, whatever the order of paths and tags', () => {
    expect(grouped(['host', 'paths'])).toEqual(['13', '2', '4']);
    expect(grouped(['host'])).toEqual(['134', '2']);
    expect(grouped(['tags'])).toEqual(['1', '2', '34']);
    expect(grouped([])).toEqual(['1234']);
  });

  test('carry what they agree in', () => {
    expect(groupSnapshots(snapshots, ['paths', 'tags'])[0]).toMatchObject({ host: undefined, paths: ['/a', '/b'], tags: ['x'] });
  });

  test('names with commas do not run into each other', () => {
    expect(groupSnapshots([entry('1', 'h', ['a,b']), entry('2', 'h', ['a', 'b'])], ['paths'])).toHaveLength(2);
  });
});
