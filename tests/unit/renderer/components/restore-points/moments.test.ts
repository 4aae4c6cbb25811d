import { describe, expect, test } from '@jest/globals';
import {
  beforeAttack,
  bestCopy,
  firstSuspicious,
  momentsOf,
  pointsAt,
  sourcesWithOlder,
  suggestedMoment,
  wayFor,
} from '../../../../../src/renderer/components/restore-points/index.ts';
import { pointOf } from './point.ts';

const TIMELINE = [
  pointOf('s3', 'scans', '2026-11-24T18:05:00Z'),
  pointOf('d3', 'dispensing', '2026-11-24T18:00:00Z', { suspicions: ['shrunk'] }),
  pointOf('d2', 'dispensing', '2026-11-24T12:00:00Z', { isProven: false }),
  pointOf('s1', 'scans', '2026-11-23T18:05:00Z'),
  pointOf('d1', 'dispensing', '2026-11-23T18:00:00Z'),
];

describe('moments', () => {
  test('take restore points of one run together, no source twice', () => {
    expect(momentsOf(TIMELINE).map(({ points }) => points.map(({ point }) => point))).toEqual([['s3', 'd3'], ['d2'], ['s1', 'd1']]);
  });

  test('what is an hour apart is not of one moment', () => {
    const apart = [pointOf('b', 'scans', '2026-11-24T19:00:00Z'), pointOf('a', 'dispensing', '2026-11-24T18:00:00Z')];
    expect(momentsOf(apart)).toHaveLength(2);
  });

  test('names the sources whose list goes on behind its end', () => {
    expect(sourcesWithOlder(TIMELINE)).toEqual([]);
    expect(sourcesWithOlder([...TIMELINE, pointOf('s0', 'scans', '2023-11-23T18:05:00Z', { hasOlder: true })])).toEqual(['scans']);
  });

  test('a suspicious restore point is never the one to go back to', () => {
    const [newest] = momentsOf(TIMELINE);
    const chosen = pointsAt(TIMELINE, newest ?? { time: '', points: [] });
    expect([...chosen.values()].map(({ point }) => point).toSorted()).toEqual(['d2', 's3']);
  });

  test('of a moment in which a source has none, the newest before it', () => {
    const chosen = pointsAt(TIMELINE, { time: '2026-11-24T12:00:00Z', points: TIMELINE.slice(2, 3) });
    expect([...chosen.values()].map(({ point }) => point).toSorted()).toEqual(['d2', 's1']);
  });

  test('suggests the newest that is good altogether, a proven one first where that is asked for', () => {
    const moments = momentsOf(TIMELINE);
    expect(suggestedMoment(moments, { provenFirst: false })?.time).toBe('2026-11-24T12:00:00Z');
    expect(suggestedMoment(moments, { provenFirst: true })?.time).toBe('2026-11-23T18:05:00Z');
    const away = TIMELINE.map((point) => ({ ...point, isReachable: false }));
    expect(suggestedMoment(momentsOf(away), { provenFirst: false })).toBeUndefined();
  });
});

describe('after an attack', () => {
  test('offers only what was made before something looked suspicious', () => {
    expect(firstSuspicious(TIMELINE)).toBe('2026-11-24T18:00:00Z');
    expect(beforeAttack(TIMELINE).map(({ point }) => point)).toEqual(['d2', 's1', 'd1']);
  });

  test('what somebody feared counts before what only looked odd', () => {
    const feared = [
      pointOf('d5', 'dispensing', '2026-11-26T18:00:00Z', { suspicions: ['attack-suspected'] }),
      pointOf('d4', 'dispensing', '2026-11-25T18:00:00Z'),
      ...TIMELINE,
    ];
    expect(firstSuspicious(feared)).toBe('2026-11-26T18:00:00Z');
  });

  test('offers everything where nothing is suspicious', () => {
    const clean = TIMELINE.filter(({ suspicions }) => suspicions.length === 0);
    expect(beforeAttack(clean)).toEqual(clean);
  });
});

test('takes a proven copy that is here, and never one that was found wrong', () => {
  const copies = [
    { destination: 'drive', snapshot: '1', isReachable: false, proof: 'passed' as const },
    { destination: 'nas', snapshot: '2', isReachable: true, proof: 'failed' as const },
    { destination: 'cloud', snapshot: '3', isReachable: true },
  ];
  expect(bestCopy(pointOf('p', 'scans', '', { copies }))?.destination).toBe('cloud');
  expect(bestCopy(pointOf('p', 'scans', '', { copies: copies.slice(0, 2) }))).toBeUndefined();
});

test('several sources in one folder get folders of their own', () => {
  expect(wayFor({ way: 'folder', path: 'D:\\Back\\' }, 'scans', 2)).toEqual({ way: 'folder', path: 'D:\\Back\\scans' });
  expect(wayFor({ way: 'folder', path: '/back' }, 'scans', 2)).toEqual({ way: 'folder', path: '/back/scans' });
  expect(wayFor({ way: 'folder', path: '/back' }, 'scans', 1)).toEqual({ way: 'folder', path: '/back' });
  expect(wayFor({ way: 'folder', path: '' }, 'scans', 2)).toEqual({ way: 'folder', path: '' });
});
