import type { RecoverTexts } from './texts.ts';

/** Recovering on a blank PC, in English. */
export const englishRecover: RecoverTexts = {
  steps: {
    label: 'Steps of the recovery',
    start: 'Begin',
    from: 'Where the copies are',
    key: 'The paper',
    found: 'What is there',
    takeOver: 'Take over',
    restore: 'Bring it back',
  },
  start: {
    title: 'Recover with your recovery kit',
    lead: 'This computer takes the place of the old one. All you need is a copy and the paper from the safe.',
    dead: { title: 'The old computer is dead, stolen or out of reach', about: 'Nothing of it is needed.' },
    move: { title: 'Move to a new computer', about: 'The old one still works, and this one takes over from it.' },
    moveSteps: [
      'On the old computer: close the pharmacy program everywhere, then press “Back up now” in Lifeboat and wait until it is done.',
      'If copies go to a drive: wait for “safe to take away”, then plug it in here.',
      'From then on do not work on the old computer. As soon as this one has taken over, the old one cannot write to your copies any more.',
      'Install the pharmacy program here from its vendor’s installer, but do not start to work in it yet.',
    ],
    needs: 'What you need',
    needsList: [
      'The recovery kit: the paper of the owner or of the pharmacist-in-charge.',
      'One copy: a backup drive, the network folder, or the internet connection to Azure.',
      'For databases on a server: the server program installed, and the password of its account.',
    ],
    choose: 'Choose what fits.',
    inUse: {
      title: 'Lifeboat protects something on this computer already',
      about: 'Recovering begins on a computer where it does not. To bring data back to this one, use Restore.',
      restore: 'Go to Restore',
    },
    setUp: 'Set up a new pharmacy instead',
  },
  from: {
    title: 'Where are the copies?',
    lead: 'Plug in a backup drive now if you have one. Its copies are the quickest.',
    looking: 'Looking on the drives of this computer…',
    foundOn: (drive) => `Copies on ${drive}`,
    foundAbout: (location, changed) => (changed === undefined ? location : `${location}, last changed ${changed}`),
    foundNothing: 'No copies were found on the drives of this computer.',
    folder: {
      title: 'In a folder or on the network',
      about: 'The path stands on the paper under “Where your copies are”.',
      field: 'Folder with the copies',
    },
    azure: { title: 'In Azure', about: 'With the access code on the paper. It takes as long as your internet connection needs.' },
    lookAgain: 'Look again',
    choose: 'Choose a copy.',
    mustFolder: 'Name the folder.',
  },
  key: {
    title: 'Type what is on the paper',
    lead: 'Nothing of it is stored. A mistake is shown at once, with the place to look at.',
    next: 'Look what is there',
    looking: 'Opening the copies…',
    mustKey: 'Type all seven groups of the key.',
    mustCode: 'Scan or type the whole access code.',
    which: 'Copies in Azure',
  },
  trouble: {
    'wrong-key': {
      title: 'The key does not open these copies',
      ways: [
        'Compare it with the paper once more: it may be the paper of another pharmacy, or an older one that was replaced.',
        'Try the other paper: the owner and the pharmacist-in-charge have one each.',
        'Try another copy: this one may be older than your paper.',
      ],
    },
    vault: {
      title: 'This computer cannot keep keys safely',
      ways: [
        'Your key and your copies are fine. What is missing is the secure store of this computer.',
        'On Windows: sign in with your own account and password, then try again.',
        'On Linux: install and open the keyring (gnome-keyring), then try again.',
      ],
    },
    damaged: {
      title: 'This copy is damaged',
      ways: [
        'Do not write to it and do not make a new one there.',
        'Use another copy: another drive, the network folder or Azure. All of them open with the same paper.',
        'If this is the only copy, have a specialist look at the disk first. The paper tells them how to read it without Lifeboat.',
      ],
    },
    away: {
      title: 'The copies cannot be reached',
      ways: [
        'Check that the drive is plugged in, the network is connected, and the path is as it stands on the paper.',
        'For Azure: check the internet connection and the date and time of this computer.',
        'Use another copy: all of them open with the same paper.',
      ],
    },
  },
  otherPlace: 'Choose another copy',
  found: {
    title: (pharmacy) => `These are the copies of ${pharmacy}`,
    unnamed: 'a pharmacy without a name',
    lead: (when) => `The settings in them are of ${when}. Nothing has been changed so far.`,
    table: 'What can be brought back',
    source: 'What',
    tier: 'How important',
    newest: 'Newest restore point here',
    none: 'none here',
    meansTitle: 'What taking over means',
    means: [
      'This computer becomes the one that backs up. It gets a key of its own.',
      'The old computer’s key is taken out. If the old computer ever wakes up, it can read and write nothing there any more.',
      'Settings, people and history come back. Data comes back in the next step, when you say so.',
      'Nothing is deleted from your copies for 30 days.',
      'Passwords that the old computer knew should be changed. You get a list.',
    ],
    takeOver: 'Take over on this computer',
    taking: 'Taking over…',
  },
  taken: {
    title: 'This computer has taken over',
    lead: 'Settings, people and history are back. Next comes the data.',
    retired: (count) =>
      count === 0
        ? 'The old computer’s key could not be taken out everywhere yet. Lifeboat does it when the other copies are connected.'
        : 'The old computer’s key opens nothing any more where it could be reached.',
    changeTitle: 'Change these passwords and credentials',
    changeLead: 'The old computer knew them. Change them soon, above all if it was stolen.',
    nothingToChange: 'The old computer knew no passwords of servers or of the cloud.',
    passwordsTitle: 'Passwords of the database servers',
    passwordsLead:
      'They are in no copy. Lifeboat needs them to put the databases back; they are kept in the secure store of this computer.',
    password: (server) => `Password for ${server}`,
    keep: 'Keep',
    kept: 'Kept.',
    next: 'Next: bring the data back',
  },
  restore: {
    title: 'Bring everything back',
    lead: 'The most important first. Look at the plan; nothing is changed before you start it.',
    whichTitle: 'Which restore points?',
    newest: { title: 'The newest of each', about: 'You lose the least. Each is checked while it comes back.' },
    proven: { title: 'The newest that a trial restore has proven', about: 'They may be older.' },
    whereTitle: 'Where to?',
    back: { title: 'Where it was on the old computer', about: 'The same folders and the same database names.' },
    folder: { title: 'Into a folder', about: 'A folder of its own for each, to be put in place by hand.', field: 'Folder' },
    start: 'Bring everything back now',
    wait: 'One moment: Lifeboat looks at this computer.',
    cannotLook: 'Nothing could be looked at. Try again above.',
    missing: (source) => `${source} has no restore point that can be reached now. It comes back from another copy later.`,
    nothing: {
      title: 'Nothing can be brought back from here now',
      about: 'Plug in another drive or connect the network, then look again.',
    },
    skip: 'Later: go to Home',
  },
  change: 'Still to do: change these',
};
