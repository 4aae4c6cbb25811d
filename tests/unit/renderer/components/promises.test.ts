import { describe, expect, test } from '@jest/globals';
import { keepCautions, targetCautions } from '../../../../src/renderer/components/tiers-form/cautions.ts';
import { retentionOf, typedKeep } from '../../../../src/renderer/components/tiers-form/keep.ts';
import { isRoundTheClock, scheduleOf, withDay } from '../../../../src/renderer/components/tiers-form/schedules.ts';
import { withNow } from '../../../../src/renderer/components/tiers-form/targets.ts';
import { pausedUntil } from '../../../../src/renderer/screens/settings/when/pause-until.ts';
import type { Schedule } from '../../../../src/shared/model/schedule.ts';
import { defaultTiers } from '../../../../src/shared/model/tier-defaults.ts';
import type { TierPolicy } from '../../../../src/shared/model/tier.ts';

const DAY = [{ from: '09:00', to: '18:00' }];
const HOURS = { monday: DAY, tuesday: DAY };
const NONE = { tiers: defaultTiers(HOURS), profile: 'standard', hours: HOURS, sources: [] } as const;
const RX = { name: 'Dispensing', tier: 'critical', controlledSubstances: true } as const;

/** The sensible tiers with something else in the critical one. */
function critical(more: Partial<TierPolicy>): TierPolicy[] {
  return defaultTiers(HOURS).map((policy) => (policy.tier === 'critical' ? { ...policy, ...more } : policy));
}

describe('what is kept', () => {
  test('comes out as it went in', () => {
    for (const { retention } of defaultTiers(HOURS)) expect(retentionOf(typedKeep(retention))).toEqual(retention);
  });

  test('has to be numbers, and something', () => {
    const typed = typedKeep({ daily: 30 });
    expect(retentionOf({ ...typed, weekly: 'many' })).toBeUndefined();
    expect(retentionOf({ ...typed, daily: '-1' })).toBeUndefined();
    expect(retentionOf({ ...typed, daily: '' })).toBeUndefined();
  });

  test('of controlled-substance records two years stay, and that is said', () => {
    const tiers = critical({ retention: { daily: 30 } });
    expect(keepCautions({ ...NONE, tiers, sources: [RX] })).toEqual([{ kind: 'controlled', tier: 'critical', sources: ['Dispensing'] }]);
    expect(keepCautions({ ...NONE, tiers: critical({ retention: { monthly: 36 } }), sources: [RX] })).toEqual([]);
  });

  test('whoever goes below two years hears that some records need them', () => {
    const sources = [{ ...RX, controlledSubstances: false }];
    expect(keepCautions({ ...NONE, tiers: critical({ retention: { daily: 30 } }), sources })).toEqual([
      { kind: 'under-two-years', tier: 'critical' },
    ]);
    expect(keepCautions({ ...NONE, tiers: critical({ retention: { daily: 800 } }), sources })).toEqual([]);
    expect(keepCautions({ ...NONE, sources })).toEqual([]);
  });
});

describe('targets', () => {
  test('what is set now can be chosen among the others', () => {
    expect(withNow([60, 120], 90)).toEqual([60, 90, 120]);
    expect(withNow([60, 120], 60)).toEqual([60, 120]);
  });

  test('sensible ones need no word', () => {
    expect(targetCautions(NONE)).toEqual([]);
    expect(targetCautions({ ...NONE, hours: {}, tiers: defaultTiers({}) })).toEqual([]);
  });

  test('one that the schedule cannot keep is told with the longest time between two backups', () => {
    const schedule: Schedule = { kind: 'every', minutes: 240, during: 'opening-hours' };
    expect(targetCautions({ ...NONE, tiers: critical({ schedule }) })).toEqual([{ kind: 'schedule', tier: 'critical', minutes: 240 }]);
    // From Tuesday's closing to Monday's noon: nothing but Monday's morning is open.
    const at: Schedule = { kind: 'at', times: ['12:00', '18:00'] };
    expect(targetCautions({ ...NONE, tiers: critical({ schedule: at, rpoMinutes: 359 }) })).toEqual([
      { kind: 'schedule', tier: 'critical', minutes: 360 },
    ]);
    expect(targetCautions({ ...NONE, tiers: critical({ schedule: { ...at, days: ['monday'] }, rpoMinutes: 360 }) })).toEqual([
      { kind: 'schedule', tier: 'critical', minutes: 720 },
    ]);
  });

  test('a stricter profile counts, and says so', () => {
    const tiers = critical({ proofEveryDays: 90 });
    expect(targetCautions({ ...NONE, tiers })).toEqual([]);
    expect(targetCautions({ ...NONE, tiers, profile: 'hipaa-proposal' }).map(({ kind, tier }) => [kind, tier])).toEqual([
      ['profile', 'critical'],
      ['profile', 'standard'],
    ]);
  });
});

describe('a schedule', () => {
  test('goes on round the clock where that was chosen, and always without opening hours', () => {
    const always = scheduleOf('60', HOURS, true);
    expect(isRoundTheClock(always, HOURS)).toBe(true);
    expect(isRoundTheClock(scheduleOf('60', HOURS), HOURS)).toBe(false);
    expect(isRoundTheClock(scheduleOf('60', {}), {})).toBe(true);
  });

  test('at fixed times leaves out days, but never all of them', () => {
    const at = { kind: 'at' as const, times: ['12:30'] };
    const short = withDay(at, 'sunday', false);
    expect(short.days).toEqual(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']);
    expect(withDay(short, 'sunday', true)).toEqual(at);
    expect(withDay({ ...at, days: ['monday'] }, 'monday', false).days).toEqual(['monday']);
  });
});

describe('a pause', () => {
  const now = new Date('2026-11-24T20:10:00Z');

  test('ends after hours, at the midnight of the pharmacy, or at a moment that lies ahead', () => {
    expect(pausedUntil('hour', now, 'America/Chicago', '')).toBe('2026-11-24T21:10:00.000Z');
    expect(pausedUntil('tomorrow', now, 'America/Chicago', '')).toBe('2026-11-25T06:00:00.000Z');
    expect(pausedUntil('moment', now, 'America/Chicago', '2026-11-30T08:00')).toBe(new Date('2026-11-30T08:00').toISOString());
    expect(pausedUntil('moment', now, 'America/Chicago', '2020-01-01T08:00')).toBeUndefined();
    expect(pausedUntil('moment', now, 'America/Chicago', '')).toBeUndefined();
  });

  test('midnight is found on days when the clocks change', () => {
    expect(pausedUntil('tomorrow', new Date('2026-11-01T05:30:00Z'), 'America/Chicago', '')).toBe('2026-11-02T06:00:00.000Z');
    expect(pausedUntil('tomorrow', new Date('2026-03-08T07:00:00Z'), 'America/Chicago', '')).toBe('2026-03-09T05:00:00.000Z');
  });
});
