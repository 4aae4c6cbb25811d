import type { TiersFormTexts } from './texts.ts';

/** When backups run, in English. */
export const englishTiersForm: TiersFormTexts = {
  schedule: (tier) => `${tier}: when`,
  about: {
    critical: 'What you cannot fill a prescription without.',
    important: 'What you need within a day.',
    standard: 'What can wait a few days.',
  },
  everyWhileOpen: (minutes) =>
    `${minutes < 60 ? `Every ${minutes} minutes` : minutes === 60 ? 'Every hour' : `Every ${minutes / 60} hours`}, and at closing`,
  atClosing: 'Once a day, at closing',
  atTimes: 'Every day at fixed times',
  times: 'Times',
  timesHint: 'Such as 12:30, 21:00.',
  lose: (length) => `At most ${length} of work could be lost.`,
  proof: (days) => `A trial restore ${days === 1 ? 'every day' : days === 7 ? 'every week' : `every ${days} days`}.`,
  nothingInIt: 'Nothing is in this tier.',
  week: {
    title: 'Your week',
    open: 'open',
    table: 'The same as a table',
    day: 'Day',
    runs: (count) => `${count} ${count === 1 ? 'backup' : 'backups'}`,
    none: 'none',
  },
  bandwidth: {
    title: 'Internet line',
    about: 'How much of the line uploads may take, in megabits per second. Leave it empty for all there is.',
    whileOpen: 'While you are open',
    whileClosed: 'While you are closed',
    hint: 'Mbit/s',
  },
  profile: 'Targets',
};
