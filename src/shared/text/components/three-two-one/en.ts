import type { ThreeTwoOneTexts } from './texts.ts';

/** The 3-2-1 picture, in English. */
export const englishThreeTwoOne: ThreeTwoOneTexts = {
  title: 'Three copies, two kinds of place, one somewhere else',
  live: 'Your data',
  onSite: 'In the pharmacy',
  offSite: 'Somewhere else',
  locked: 'This PC cannot destroy it',
  missing: 'nothing yet',
  sentence: ({ copies, kinds, offSite, indestructible }) =>
    `${copies === 1 ? 'Only your data itself, no copy yet' : `${copies} times your data (the original and ${copies - 1} ${copies === 2 ? 'copy' : 'copies'})`}, ${kinds} ${kinds === 1 ? 'kind' : 'kinds'} of place, ${offSite} somewhere else, ${indestructible} that this PC cannot destroy.`,
  next: ({ onSite, offSite, indestructible }) => {
    if (onSite === 0) return 'Next: a place in the pharmacy, to get working again quickly.';
    if (offSite === 0) return 'Next: a place somewhere else, for fire, flood and theft.';
    return indestructible === 0 ? 'Better still: a place that this PC cannot destroy, for ransomware.' : undefined;
  },
};
