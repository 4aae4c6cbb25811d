import { describe, expect, test } from '@jest/globals';
import { fileIn, isKitReady, paperState } from '../../../../src/renderer/components/kit-form/paper-state.ts';
import { bandwidthOf, isRate, typedBandwidth } from '../../../../src/renderer/components/tiers-form/bandwidth.ts';
import { choiceOf, scheduleOf, timesOf, withSchedule } from '../../../../src/renderer/components/tiers-form/schedules.ts';
import { defaultTiers } from '../../../../src/shared/model/tier-defaults.ts';
import { tierPolicySchema } from '../../../../src/shared/model/tier.ts';

const HOURS = { monday: [{ from: '09:00', to: '18:00' }] };

describe('a schedule as it is chosen', () => {
  test('comes out as it went in', () => {
    for (const choice of ['60', '240', 'closing', 'times'] as const) expect(choiceOf(scheduleOf(choice, HOURS))).toBe(choice);
    expect(scheduleOf('60', {})).toEqual({ kind: 'every', minutes: 60, during: 'always' });
  });

  test('times are read as people type them', () => {
    expect(timesOf('21:00, 9:30 9:30')).toEqual(['09:30', '21:00']);
    expect(timesOf('25:00')).toBeUndefined();
    expect(timesOf('')).toBeUndefined();
  });

  test('less often means that more may be lost', () => {
    const [critical] = defaultTiers(HOURS);
    const changed = withSchedule(critical!, scheduleOf('240', HOURS), HOURS);
    expect(tierPolicySchema.parse(changed).rpoMinutes).toBe(300);
    expect(withSchedule(critical!, scheduleOf('closing', HOURS), HOURS).rpoMinutes).toBe(11 * 60);
  });
});

test('limits of the line are megabits', () => {
  expect(bandwidthOf({ whileOpen: '8', whileClosed: '' })).toEqual({ whileOpen: 1_000_000 });
  expect(typedBandwidth({ whileOpen: 1_000_000 })).toEqual({ whileOpen: '8', whileClosed: '' });
  expect([isRate(''), isRate('2,5'), isRate('fast'), isRate('-1')]).toEqual([true, true, false, false]);
});

describe('a paper of the recovery kit', () => {
  const record = { at: '2026-11-24T12:00:00Z', holder: 'owner' as const, keyId: 'k', contentsDigest: 'd' };
  const passed = { at: '2026-11-24T12:10:00Z', destination: 'disk', holder: 'owner' as const, passed: true };

  test('is not made, made, proven, and perhaps out of date', () => {
    expect(paperState({ records: [], tests: [], staleHolders: [] }, 'owner').kind).toBe('none');
    expect(paperState({ records: [record], tests: [], staleHolders: [] }, 'owner').kind).toBe('made');
    expect(paperState({ records: [record], tests: [passed], staleHolders: [] }, 'owner')).toEqual({ kind: 'proven', at: passed.at });
    expect(paperState({ records: [record], tests: [passed], staleHolders: ['owner'] }, 'owner').kind).toBe('stale');
  });

  test('a test of an older paper, or one that failed, proves nothing', () => {
    const older = { ...passed, at: '2026-11-23T12:00:00Z' };
    expect(paperState({ records: [record], tests: [older, { ...passed, passed: false }], staleHolders: [] }, 'owner').kind).toBe('made');
  });

  test('both are needed', () => {
    expect(isKitReady({ records: [record], tests: [passed], staleHolders: [] })).toBe(false);
  });

  test('lies in a folder as its system writes paths', () => {
    expect(fileIn('C:\\Temp', 'kit.pdf')).toBe('C:\\Temp\\kit.pdf');
    expect(fileIn('C:\\', 'kit.pdf')).toBe('C:\\kit.pdf');
    expect(fileIn('/tmp', 'kit.pdf')).toBe('/tmp/kit.pdf');
  });
});
