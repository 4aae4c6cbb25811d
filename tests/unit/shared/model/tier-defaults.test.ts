import { describe, expect, test } from '@jest/globals';
import { settingsSchema } from '../../../../src/shared/model/installation.ts';
import type { OpeningHours } from '../../../../src/shared/model/schedule.ts';
import { copyAgeLimit, defaultSettings, defaultTiers, policiesOf, retentionFor } from '../../../../src/shared/model/tier-defaults.ts';
import type { TierPolicy } from '../../../../src/shared/model/tier.ts';
import { profileText, retentionText, scheduleText, tierName } from '../../../../src/shared/text/tiers/index.ts';

const SHOP = { from: '09:00', to: '18:00' };
const WEEK: OpeningHours = {
  monday: [SHOP],
  tuesday: [SHOP],
  wednesday: [SHOP],
  thursday: [SHOP],
  friday: [SHOP],
  saturday: [{ from: '09:00', to: '13:00' }],
};
const WITH_LUNCH: OpeningHours = {
  monday: [
    { from: '09:00', to: '13:00' },
    { from: '15:00', to: '19:00' },
  ],
};

function policies(hours: OpeningHours): [TierPolicy, TierPolicy, TierPolicy] {
  const [critical, important, standard] = defaultTiers(hours);
  return [critical!, important!, standard!];
}

describe('default tiers', () => {
  test('are valid settings for every kind of opening hours', () => {
    for (const hours of [WEEK, WITH_LUNCH, {}]) {
      const settings = defaultSettings(hours);
      expect(settingsSchema.parse(settings)).toEqual(settings);
      expect(settings.tiers.map(({ tier }) => tier)).toEqual(['critical', 'important', 'standard']);
    }
  });

  test('critical is backed up every hour while open, important about twice a day, standard at closing', () => {
    const words = (hours: OpeningHours) => policies(hours).map(({ schedule }) => scheduleText(schedule, 'en'));
    expect(words(WEEK)).toEqual([
      'every hour while you are open, and at closing',
      'every 4 h 30 min while you are open, and at closing',
      'at closing on every open day',
    ]);
    // Half the day is in the break: the first moment after it is taken.
    expect(policies(WITH_LUNCH)[1].schedule).toEqual({ kind: 'every', minutes: 360, during: 'opening-hours' });
    expect(words({})).toEqual(['every hour, day and night', 'every 12 hours, day and night', 'once a day, at midnight']);
  });

  test('what is promised is never tighter than what the schedule gives', () => {
    for (const hours of [WEEK, WITH_LUNCH, {}]) {
      for (const { schedule, rpoMinutes, rtoMinutes } of defaultTiers(hours)) {
        const step = schedule.kind === 'every' ? Math.min(schedule.minutes, hours.monday ? 600 : 1440) : 0;
        expect(rpoMinutes).toBeGreaterThan(step);
        expect(rtoMinutes).toBeGreaterThan(0);
      }
    }
    expect(policies(WEEK)[0]).toMatchObject({ rpoMinutes: 120, rtoMinutes: 240, proofEveryDays: 7 });
  });

  test('controlled-substance records stay two years whatever the tier says', () => {
    const weak = { retention: { last: 1, monthly: 3 } };
    expect(retentionFor(weak, { controlledSubstances: false })).toEqual({ last: 1, monthly: 3 });
    expect(retentionFor(weak, { controlledSubstances: true })).toEqual({ last: 1, monthly: 26 });
    expect(retentionFor({ retention: { monthly: 60 } }, { controlledSubstances: true })).toEqual({ monthly: 60 });
  });

  test('the proposed profile tightens and never loosens, and says that it is proposed', () => {
    const tiers = policiesOf({ tiers: policies(WEEK), profile: 'hipaa-proposal' }, WEEK);
    for (const [at, tier] of tiers.entries()) {
      const before = policies(WEEK)[at as 0 | 1 | 2];
      expect(tier.rpoMinutes).toBe(Math.min(before.rpoMinutes, 48 * 60));
      expect(tier.rtoMinutes).toBe(Math.min(before.rtoMinutes, 72 * 60));
      expect(tier.proofEveryDays).toBe(Math.min(before.proofEveryDays, 30));
    }
    expect(policiesOf({ tiers: policies(WEEK), profile: 'standard' }, WEEK)).toEqual(policies(WEEK));
    expect(policiesOf({ tiers: [], profile: 'standard' }, WEEK)).toEqual(policies(WEEK));
    expect(copyAgeLimit('hipaa-proposal')).toBe(2880);
    expect(copyAgeLimit('standard')).toBeUndefined();
    expect(profileText('hipaa-proposal', 'en').about).toContain('proposed');
    expect(profileText('hipaa-proposal', 'es').about).toContain('propusieron');
  });
});

describe('words for schedules and retention', () => {
  test.each([
    [
      { kind: 'every', minutes: 15, during: 'opening-hours' },
      'every 15 minutes while you are open, and at closing',
      'cada 15 minutos mientras está abierto, y al cerrar',
    ],
    [{ kind: 'every', minutes: 90, during: 'always' }, 'every 1 h 30 min, day and night', 'cada 1 h 30 min, día y noche'],
    [{ kind: 'at', times: ['18:30', '12:00'] }, 'every day at 12:00 and 18:30', 'todos los días a las 12:00 y 18:30'],
    [
      { kind: 'at', times: ['02:30'], days: ['sunday', 'tuesday'] },
      'Tuesdays and Sundays at 02:30',
      'los martes y los domingos a las 02:30',
    ],
  ] as const)('%j', (schedule, english, spanish) => {
    const copy =
      schedule.kind === 'at'
        ? { ...schedule, times: [...schedule.times], days: 'days' in schedule ? [...schedule.days] : undefined }
        : schedule;
    expect(scheduleText(copy as TierPolicy['schedule'], 'en')).toBe(english);
    expect(scheduleText(copy as TierPolicy['schedule'], 'es')).toBe(spanish);
  });

  test('retention names what stays', () => {
    expect(retentionText({ hourly: 24, daily: 30, weekly: 0, yearly: 1 }, 'en')).toBe(
      'Kept: one an hour for the last 24 hours with a copy, one a day for 30 days and one a year for 1 year.',
    );
    expect(retentionText({ last: 1 }, 'es')).toBe('Se guardan: la más reciente.');
    expect([tierName('critical', 'en'), tierName('critical', 'es')]).toEqual(['Critical', 'Crítico']);
  });
});
