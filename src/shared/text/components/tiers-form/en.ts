import type { TiersFormTexts } from './texts.ts';

/** When backups run, in English. */
export const englishTiersForm: TiersFormTexts = {
  schedule: (tier) => `${tier}: when`,
  about: {
    critical: 'What you cannot fill a prescription without.',
    important: 'What you need within a day.',
    standard: 'What can wait a few days.',
  },
  everyWhileOpen: (minutes) => `${every(minutes)}, and at closing`,
  everyAlways: (minutes) => `${every(minutes)}, day and night`,
  atClosing: 'Once a day, at closing',
  onceADay: 'Once a day, at midnight',
  dayAndNight: 'Also while you are closed',
  atTimes: 'At fixed times',
  times: 'Times',
  timesHint: 'Such as 12:30, 21:00.',
  days: (tier) => `${tier}: days`,
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
  profile: 'Which targets?',
  targets: {
    title: 'Targets',
    lead: 'What Lifeboat holds itself to. Home says when one of them is missed.',
    tier: 'Tier',
    lose: 'Work lost at most',
    back: 'Working again within',
    proof: 'Trial restore',
    everyDays: (days) => (days === 1 ? 'every day' : days === 7 ? 'every week' : `every ${days} days`),
  },
  keep: {
    title: 'What is kept',
    lead: 'How many restore points stay: the newest ones, and one for each hour, day, week, month and year, counted back from today. The newest proven one always stays.',
    tier: 'Tier',
    spans: {
      last: 'Newest',
      hourly: 'One an hour',
      daily: 'One a day',
      weekly: 'One a week',
      monthly: 'One a month',
      yearly: 'One a year',
    },
    nothing: 'Something has to stay.',
    suggested: 'Use the suggested numbers',
  },
  cautions: {
    controlled: (tier, sources) =>
      `${tier}: ${sources} holds controlled-substance records. Of these, one restore point a month stays for two years at least, whatever is set here.`,
    underTwoYears: (tier) =>
      `${tier}: less than two years would stay. Controlled-substance records must be kept for two years: mark what holds them under What is protected, and it stays that long whatever is set here.`,
    schedule: (tier, length) =>
      `${tier}: with this schedule up to ${length} of work lies between two backups. Back up more often, or allow for more.`,
    profile: (tier) => `${tier}: the proposed HIPAA numbers ask for more than what is set here, and they count as long as they are chosen.`,
  },
};

function every(minutes: number): string {
  if (minutes < 60) return `Every ${minutes} minutes`;
  return minutes === 60 ? 'Every hour' : `Every ${minutes / 60} hours`;
}
