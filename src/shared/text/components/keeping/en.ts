import type { KeepingTexts } from './texts.ts';

/** Restore points that somebody keeps, in English. */
export const englishKeeping: KeepingTexts = {
  notKept: 'It is deleted when it is older than what is set for its tier.',
  kept: {
    person: (moment, by) => `Kept for good since ${moment}${by === undefined ? '' : `, by ${by}`}.`,
    'vendor-update': (moment) => `Kept for good since ${moment}: it is from before an update by the vendor.`,
    'attack-suspected': (moment) => `Kept for good since ${moment}: an attack was feared.`,
  },
  note: (note) => `“${note}”`,
  of: (source, words) => `${source}: ${words}`,
  keep: 'Keep for good…',
  keepNamed: (what) => `Keep for good: ${what}`,
  title: (what, moment) => `Keep ${what} as it was ${moment}?`,
  lead: 'This restore point then stays at every place that has it, however old it gets, until somebody stops keeping it. It takes room there. Nothing else changes.',
  why: 'What for? (optional)',
  whyHint: 'It stands wherever this restore point is shown, such as “year end 2026”. No names of patients.',
  doIt: 'Keep it',
  stop: 'Stop keeping…',
  stopNamed: (what) => `Stop keeping ${what}`,
  confirmStop: (what, moment) => ({
    title: `Stop keeping ${what} as it was ${moment}?`,
    body: 'What is set for its tier then decides again. If it is older than that, it is deleted at the next upkeep, and that cannot be undone.',
  }),
};
