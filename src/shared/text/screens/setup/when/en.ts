import type { SetupWhenTexts } from './texts.ts';

/** When backups run, in English. */
export const englishSetupWhen: SetupWhenTexts = {
  title: 'When',
  lead: 'Lifeboat suggests this from your opening hours. What matters most is backed up most often, and it does not get in your way.',
  sizes: {
    title: 'What to expect',
    all: (size) => `Measured so far: ${size} in all.`,
    unmeasured: (names) => `Not measured yet, so not counted: ${names}.`,
    onSite: (name, length) => `First copy on ${name}: about ${length}.`,
    offSite: (name, moment) => `First upload to ${name}: off-site from ${moment}.`,
    never: (name) => `First upload to ${name}: it would take months on this line. Begin with a drive that is taken home.`,
    drives: (name) => `${name}: off-site as soon as the first drive is taken home.`,
    noSpeed: (name) => `${name}: its speed is not measured yet.`,
    daily: (size, length) => `Then about ${size} a day${length === undefined ? '' : `, ${length} of uploading`}.`,
    guess: 'A guess, before compression, from the sizes and the speed that were measured. After a week Lifeboat shows what it really is.',
  },
};
