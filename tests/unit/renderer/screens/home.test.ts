import { describe, expect, it } from '@jest/globals';
import { copiesOf, type KnownPlaces } from '../../../../src/renderer/screens/home/copies-of.ts';
import { groupReasons } from '../../../../src/renderer/screens/home/group-reasons.ts';
import { lastProven } from '../../../../src/renderer/screens/home/last-proven.ts';
import { nextStepOf } from '../../../../src/renderer/screens/home/next-step.ts';
import { neighbour } from '../../../../src/renderer/screens/home/strip/neighbour.ts';
import { stripOf } from '../../../../src/renderer/screens/home/strip/strip-of.ts';
import type { Coverage, Reason, ReasonCode } from '../../../../src/shared/model/protection.ts';
import type { RunDay } from '../../../../src/shared/model/run-days.ts';

const reason = (code: ReasonCode, more: Partial<Reason> = {}): Reason => ({ code, severity: 'amber', ...more });

describe('the list of next steps', () => {
  it('says once what is the matter with several sources, since the earliest moment', () => {
    const groups = groupReasons([
      reason('too-old', { source: 'a', at: '2026-07-08T10:00:00Z' }),
      reason('kit-stale'),
      reason('too-old', { source: 'b', at: '2026-07-08T09:00:00Z' }),
      reason('too-old', { source: 'c', severity: 'red' }),
    ]);
    expect(groups.map(({ reason: { code, severity, at }, sources }) => [code, severity, at, sources])).toEqual([
      ['too-old', 'amber', '2026-07-08T09:00:00Z', ['a', 'b']],
      ['kit-stale', 'amber', undefined, []],
      ['too-old', 'red', undefined, ['c']],
    ]);
  });

  it('keeps apart what differs by place or number', () => {
    const groups = groupReasons([
      reason('disk-away-too-long', { destination: 'usb', disk: 'a', value: 8 }),
      reason('disk-away-too-long', { destination: 'usb', disk: 'b', value: 9 }),
    ]);
    expect(groups).toHaveLength(2);
  });

  it('leads to what is asked for', () => {
    const [group] = groupReasons([reason('proof-failed', { source: 'a', destination: 'usb', disk: 'x' })]);
    expect(group && nextStepOf(group)?.action).toEqual({
      do: 'open-failed',
      kinds: ['proof'],
      about: { source: 'a', destination: 'usb', disk: 'x' },
    });
    const [all] = groupReasons([reason('too-old', { source: 'a' }), reason('too-old', { source: 'b' })]);
    expect(all && nextStepOf(all)?.action).toEqual({ do: 'back-up', sources: ['a', 'b'] });
    const [shut] = groupReasons([reason('place-not-opened', { destination: 'usb', disk: 'x' })]);
    expect(shut && nextStepOf(shut)).toEqual({ label: 'unlock-place', action: { do: 'go', to: '/settings/where/open/usb/x' } });
    const [clock] = groupReasons([reason('clock-not-trusted')]);
    expect(clock && nextStepOf(clock)).toBeUndefined();
  });
});

const cell = (source: string, destination: string, more: Partial<Coverage> = {}): Coverage => ({
  source,
  tier: 'critical',
  destination,
  mark: 'fine',
  ...more,
});

describe('up to when everything critical is proven', () => {
  it('is the oldest of the newest proven points', () => {
    const coverage = [
      cell('a', 'nas', { newestProven: '2026-07-08T10:00:00Z' }),
      cell('a', 'vault', { newestProven: '2026-07-07T10:00:00Z' }),
      cell('b', 'nas', { newestProven: '2026-07-06T10:00:00Z' }),
      cell('c', 'nas', { tier: 'standard', newestProven: '2026-01-01T10:00:00Z' }),
    ];
    expect(lastProven(coverage)).toBe('2026-07-06T10:00:00Z');
  });

  it('is not known where something critical has none, or there is nothing', () => {
    expect(lastProven([cell('a', 'nas', { newestProven: '2026-07-08T10:00:00Z' }), cell('b', 'nas')])).toBeUndefined();
    expect(lastProven([])).toBeUndefined();
  });
});

it('the grid has a row for each source in tier order, and says how long a copy is locked', () => {
  const places: KnownPlaces = [
    {
      destination: {
        kind: 'azure',
        id: 'azure',
        name: 'Azure',
        site: 'off-site',
        isolation: 'immutable',
        account: 'a',
        container: 'c',
        prefix: '',
      },
    },
  ];
  const coverage = [
    cell('scans', 'azure', { tier: 'important' }),
    cell('rx', 'azure', { newest: '2026-07-08T10:00:00.000Z', lockedUntil: '2026-08-07T10:00:00.000Z' }),
  ];
  const { columns, rows } = copiesOf(coverage, places);
  expect(columns).toEqual([{ key: 'azure', destination: 'azure', disk: undefined, site: 'off-site' }]);
  expect(rows.map(({ source }) => source)).toEqual(['rx', 'scans']);
  expect(rows[0]?.cells.get('azure')?.lockedUntil).toBe('2026-08-07T10:00:00.000Z');
  expect(rows[1]?.cells.get('azure')?.lockedUntil).toBeUndefined();
});

describe('the strip of runs', () => {
  const day = (date: string, more: Partial<RunDay> = {}): RunDay => ({ date, isOpen: true, tiers: [], ...more });
  const ran = (status: 'completed' | 'failed', ...runs: string[]) => ({
    tier: 'critical' as const,
    status,
    counts: { [status]: runs.length },
    runs,
  });
  const days = [
    day('2026-07-08', { tiers: [ran('failed', 'r4', 'r3')], other: { status: 'completed', counts: { completed: 1 }, runs: ['p1'] } }),
    day('2026-07-07'),
    day('2026-07-06', { tiers: [ran('completed', 'r1')] }),
  ];

  it('opens the run where there is one, else the day', () => {
    const strip = stripOf(days);
    expect(strip.lanes).toEqual(['critical', 'other']);
    expect(strip.bars.map(({ lane, to, look }) => [lane, to, look])).toEqual([
      ['critical', '/runs/r1', 'good'],
      ['critical', '/runs/day/2026-07-08', 'bad'],
      ['other', '/runs/p1', 'good'],
    ]);
  });

  it('is walked by the arrow keys, over days without runs', () => {
    const strip = stripOf(days);
    const [first, last, other] = strip.bars;
    if (!first || !last || !other) throw new Error('three bars');
    expect(neighbour(strip, first, 'ArrowRight')).toBe(last);
    expect(neighbour(strip, last, 'ArrowLeft')).toBe(first);
    expect(neighbour(strip, first, 'ArrowLeft')).toBeUndefined();
    expect(neighbour(strip, first, 'ArrowDown')).toBe(other);
    expect(neighbour(strip, other, 'ArrowUp')).toBe(last);
    expect(neighbour(strip, last, 'Home')).toBe(first);
    expect(neighbour(strip, first, 'End')).toBe(last);
    expect(neighbour(strip, first, 'Enter')).toBeUndefined();
  });
});
