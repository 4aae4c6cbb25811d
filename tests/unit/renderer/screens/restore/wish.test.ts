import { describe, expect, test } from '@jest/globals';
import { filesFound } from '../../../../../src/renderer/screens/restore/found-files.ts';
import { itemsOf } from '../../../../../src/renderer/screens/restore/items.ts';
import { NO_WISH, togglePick, withWish, type Wish } from '../../../../../src/renderer/screens/restore/wish.ts';
import { sourceSchema } from '../../../../../src/shared/model/source.ts';
import { pointOf } from '../../components/restore-points/point.ts';

const SCANS = sourceSchema.parse({ kind: 'folder', id: 'scans', name: 'Scans', tier: 'important', paths: ['/scans'] });
const DATABASE = sourceSchema.parse({ kind: 'sqlite', id: 'dispensing', name: 'Dispensing', tier: 'critical', path: '/d.db' });
const TIMELINE = [
  pointOf('s2', 'scans', '2026-11-24T18:05:00Z'),
  pointOf('d2', 'dispensing', '2026-11-24T18:00:00Z'),
  pointOf('d1', 'dispensing', '2026-11-23T18:00:00Z', { copies: [{ destination: 'drive', snapshot: 'x', isReachable: false }] }),
];

describe('what a wish comes to', () => {
  const wish: Wish = { ...NO_WISH, reason: 'new-computer', when: { time: '2026-11-24T18:05:00Z' } };

  test('tiers in their order, each source from that moment, beside until somebody says otherwise', () => {
    const { items } = itemsOf({ ...wish, what: { kind: 'tiers', tiers: ['critical', 'important'] } }, TIMELINE, [SCANS, DATABASE]);
    expect(items.map(({ item }) => [item.source, item.snapshot, item.to.way])).toEqual([
      ['dispensing', 'd2-nas', 'beside'],
      ['scans', 's2-nas', 'beside'],
    ]);
  });

  test('says what is away and what is missing', () => {
    const chosen = { ...wish, when: { time: '2026-11-23T18:00:00Z' }, what: { kind: 'tiers', tiers: ['critical', 'important'] } } as const;
    const { items, away, missing } = itemsOf(chosen, TIMELINE, [SCANS, DATABASE]);
    expect([items, away.map(({ point }) => point), missing]).toEqual([[], ['d1'], ['scans']]);
  });

  test('takes files of one restore point together', () => {
    const pick = { source: 'scans', destination: 'nas', snapshot: 's2-nas', time: '2026-11-24T18:05:00Z' };
    const files = [
      { ...pick, path: '/scans/a' },
      { ...pick, path: '/scans/b' },
      { ...pick, snapshot: 'older', path: '/scans/c' },
    ];
    const { items } = itemsOf({ ...wish, what: { kind: 'files' }, files }, TIMELINE, [SCANS, DATABASE]);
    expect(items.map(({ item, isProven }) => [item.include, isProven])).toEqual([
      [['/scans/a', '/scans/b'], true],
      [['/scans/c'], false],
    ]);
  });

  test('saying anew what happened forgets everything after it', () => {
    expect(withWish({ ...wish, what: { kind: 'files' } }, { reason: 'file' })).toEqual({ ...NO_WISH, reason: 'file' });
    expect(withWish({ ...wish, to: { way: 'in-place' } }, { what: { kind: 'source', source: 'scans' } }).to).toBeUndefined();
  });

  test('of one file only one version is chosen', () => {
    const old = { source: 'scans', destination: 'nas', snapshot: 'old', time: '', path: '/scans/a' };
    const other = { ...old, snapshot: 'new' };
    expect(togglePick([old], other)).toEqual([other]);
    expect(togglePick([other], other)).toEqual([]);
  });
});

test('files found in several places are one, with their versions, newest first', () => {
  const entry = (mtime: string, path = '/scans/a.tif') => ({ path, name: 'a.tif', type: 'file', size: 5, mtime });
  const at = (id: string, time: string) => ({ id, time, source: 'scans' });
  const found = filesFound([
    {
      at: { destination: 'nas' },
      found: [
        { entry: entry('2026-11-01T00:00:00Z'), snapshots: [at('1', '2026-11-02T00:00:00Z'), at('2', '2026-11-03T00:00:00Z')] },
        { entry: entry('2026-11-04T00:00:00Z'), snapshots: [at('3', '2026-11-05T00:00:00Z')] },
        { entry: entry('2026-11-04T00:00:00Z', '/database/dispensing/a.tif'), snapshots: [at('3', '2026-11-05T00:00:00Z')] },
      ],
    },
    { at: { destination: 'drive' }, found: [{ entry: entry('2026-11-01T00:00:00Z'), snapshots: [at('9', '2026-11-02T00:00:00Z')] }] },
  ]);
  expect(found).toHaveLength(1);
  expect(found[0]?.versions.map(({ pick, points }) => [pick.snapshot, points])).toEqual([
    ['3', 1],
    ['2', 2],
  ]);
});
