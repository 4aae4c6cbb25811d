import type { SetupEndTexts } from './texts.ts';

/** Who hears, the recovery kit and the first backup, in English. */
export const englishSetupEnd: SetupEndTexts = {
  who: {
    title: 'Who hears',
    lead: 'Two people hear when something is wrong. Each confirms the address with a code, so that a typing mistake does not swallow the one message that matters.',
    people: 'Two people',
    mail: 'Mail server',
    noMail: {
      title: 'Without a mail server Lifeboat can tell you only on this PC.',
      body: 'It shows problems on Home and beside the clock. If nobody looks at this PC, or if it is off or stolen, nobody hears. You can add a mail server later in the settings.',
    },
    tooFew: {
      title: 'Fewer than two people have confirmed their address.',
      body: 'If that one person is away, nobody hears. You can go on and do it later; Home will remind you.',
    },
    anyway: 'Go on all the same',
  },
  kit: {
    title: 'Recovery kit',
    lead: 'Two papers, one for the owner and one for the pharmacist-in-charge. Print each, then type its key back from the paper: that proves that the paper works before you need it.',
    notReady: {
      title: 'The recovery kit is not ready.',
      body: 'If this PC breaks or is stolen before both papers are in the safe, nobody can read the copies: everything is lost. You can postpone it, and Home will ask for it until it is done.',
    },
    postpone: 'Postpone the recovery kit',
  },
  first: {
    title: 'First backup',
    lead: 'It starts at once. When it is done, Lifeboat restores from it to prove that it works.',
    starting: 'Starting the first backup…',
    again: 'Start again',
    backup: 'Backup',
    leave: 'You can close this window or go to Home: it goes on by itself, with the icon beside the clock.',
    done: 'The first backup is done.',
    failed: {
      title: 'The first backup did not work everywhere.',
      body: 'What worked is kept. Look at the details for what to do; Lifeboat tries again by itself.',
    },
    stopped: {
      title: 'The first backup was stopped.',
      body: 'Lifeboat goes on with it at the next planned time, or when you start it on Home.',
    },
    details: 'Details',
    proof: 'First proof',
    proofWaits: 'The trial restore follows the backup.',
    proven: ({ source, place, length }) => `${source} came back from ${place} in ${length}`,
    level: {
      bytes: 'every byte agrees',
      verified: 'its own check found it whole',
      opened: (facts) => `it was opened and counted (${facts})`,
    },
    sample: 'a random sample',
    notProven: ({ source, place }) => `${source} did not pass its trial restore from ${place}. Home says what to do.`,
    ready: {
      title: 'The pharmacy is set up, and the first copy is proven.',
      body: 'From now on Lifeboat works by itself and tells you when something needs you.',
    },
    open: {
      title: 'The pharmacy is set up, but not every copy is proven yet.',
      body: (sources) =>
        `${sources === undefined ? 'A place has no copy yet' : `Not proven: ${sources}`}. Lifeboat tries again by itself; Home says how it stands and what to do.`,
    },
    home: 'Go to Home',
    homeMeanwhile: 'Go to Home meanwhile',
  },
};
