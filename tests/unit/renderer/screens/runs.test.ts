import { describe, expect, it } from '@jest/globals';
import { asked } from '../../../../src/renderer/screens/runs/list/filter.ts';
import { inAnHour, tomorrow } from '../../../../src/shared/model/pause-until.ts';
import { whatRan } from '../../../../src/renderer/screens/runs/list/what-ran.ts';
import { lengthOf } from '../../../../src/renderer/screens/runs/length-of.ts';
import { findingWords } from '../../../../src/renderer/screens/runs/run/finding-words.ts';
import type { RunLine } from '../../../../src/shared/model/run-line.ts';
import { runsTexts } from '../../../../src/shared/text/screens/runs/index.ts';
import { aRun } from '../../../support/stored.ts';

const texts = runsTexts('en');
const names = { language: 'en', timeZone: 'UTC', sourceName: (id: string) => id.toUpperCase(), placeName: (id: string) => id } as const;
const line = (more: Partial<RunLine>): RunLine => ({ run: aRun('r'), kinds: [], sources: [], counts: {}, figures: {}, ...more });

describe('what a run was', () => {
  it('is its tier, else what it worked on', () => {
    expect(whatRan(line({ run: aRun('r', { tier: 'critical' }), kinds: ['backup'] }), texts, names)).toBe('Backup of what is critical');
    expect(whatRan(line({ kinds: ['backup', 'copy'], sources: ['a', 'b'] }), texts, names)).toBe('Backup of A and B');
    expect(whatRan(line({ kinds: ['backup'], sources: ['a', 'b', 'c', 'd', 'e'] }), texts, names)).toBe('Backup of A, B, C and 2 more');
    expect(whatRan(line({ kinds: ['proof'] }), texts, names)).toBe('Restore test');
    expect(whatRan(line({ kinds: ['restore'] }), texts, names)).toBe('Restore');
    expect(whatRan(line({ kinds: ['seal'] }), texts, names)).toBe("Lifeboat's own settings kept");
    expect(whatRan(line({ kinds: ['check', 'maintenance'] }), texts, names)).toBe('Upkeep');
  });
});

it('a filter asks only for what is chosen', () => {
  expect(asked({ kind: 'all', outcome: 'all' })).toEqual({});
  expect(asked({ kind: 'main', outcome: 'all' }).kinds).not.toContain('seal');
  expect(asked({ kind: 'tests', outcome: 'failed' })).toEqual({ kinds: ['proof', 'self-check'], statuses: ['failed'] });
});

it('a length is only there when work is over', () => {
  expect(lengthOf({ startedAt: '2026-07-08T10:00:00Z', endedAt: '2026-07-08T10:02:07Z' })).toBe('2:07');
  expect(lengthOf({ startedAt: '2026-07-08T10:00:00Z' })).toBe('');
});

it('what a restore test found is a sentence', () => {
  expect(
    findingWords({ kind: 'witness-differs', subject: 'question:Last Rx number', expected: '104290', found: '104233' }, texts.proofs, names),
  ).toBe('Last Rx number: 104233 came back; at the backup it was 104290.');
  expect(
    findingWords(
      { kind: 'witness-differs', subject: 'newest:sales.sold_at', expected: '2026-11-25T16:00:07.000000', found: '-' },
      texts.proofs,
      names,
    ),
  ).toBe('Newest sales.sold_at: nothing came back; at the backup it was Wed, Nov 25, 2026, 4:00 PM.');
  expect(findingWords({ kind: 'damaged', files: 2 }, texts.proofs, names)).toBe('2 files did not come back whole.');
});

describe('a pause', () => {
  it('lasts an hour, or until the pharmacy’s next midnight', () => {
    const now = new Date('2026-11-30T04:30:15.250Z');
    expect(inAnHour(now)).toBe('2026-11-30T05:30:15.250Z');
    expect(tomorrow(now, 'America/Chicago')).toBe('2026-11-30T06:00:00.000Z');
    expect(tomorrow(now, 'UTC')).toBe('2026-12-01T00:00:00.000Z');
  });
});
