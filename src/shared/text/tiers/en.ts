import type { TierSentences } from './sentences.ts';

/** Words for tiers, schedules and retention, in English. */
export const englishTiers: TierSentences = {
  tiers: { critical: 'Critical', important: 'Important', standard: 'Standard' },
  weekdays: {
    monday: 'Mondays',
    tuesday: 'Tuesdays',
    wednesday: 'Wednesdays',
    thursday: 'Thursdays',
    friday: 'Fridays',
    saturday: 'Saturdays',
    sunday: 'Sundays',
  },
  and: 'and',
  every: (minutes) => {
    if (minutes === 60) return 'every hour';
    if (minutes % 60 === 0) return `every ${minutes / 60} hours`;
    return minutes > 60 ? `every ${Math.floor(minutes / 60)} h ${minutes % 60} min` : `every ${minutes} minutes`;
  },
  everyWhileOpen: (interval) => `${interval} while you are open, and at closing`,
  everyAlways: (interval) => `${interval}, day and night`,
  atClosing: 'at closing on every open day',
  onceADay: 'once a day, at midnight',
  at: (times, days) => (days === undefined ? `every day at ${times}` : `${days} at ${times}`),
  keep: {
    last: (count) => (count === 1 ? 'the newest' : `the newest ${count}`),
    hourly: (count) => `one an hour for the last ${count} hours with a copy`,
    daily: (count) => `one a day for ${count} days`,
    weekly: (count) => `one a week for ${count} weeks`,
    monthly: (count) => `one a month for ${count} months`,
    yearly: (count) => `one a year for ${count} ${count === 1 ? 'year' : 'years'}`,
  },
  kept: (parts) => `Kept: ${parts}.`,
  profiles: {
    standard: { name: 'Standard', about: 'Targets that suit a single pharmacy.' },
    'hipaa-proposal': {
      name: 'Proposed HIPAA numbers',
      about:
        'Follows numbers that were proposed in January 2025 and are not in force: copies at most 48 hours old, working again within 72 hours, a restore test every month. This is not legal advice.',
    },
  },
};
