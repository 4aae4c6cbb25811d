import type { LostTexts } from './texts.ts';

/** Lost or stolen, in English. */
export const englishLost: LostTexts = {
  title: 'Lost or stolen',
  lead: 'See what was on it, who could read it and what to change now. Nothing is changed before you declare it lost.',
  which: 'What is missing?',
  disk: 'A backup disk',
  place: 'A place with copies',
  oldPc: { title: 'The old computer', about: 'The one that this computer took over from.' },
  thisPc: {
    title: 'This computer makes no backups',
    about:
      'If the one that makes them is missing: recover on this computer with the recovery kit first. Taking over shuts the missing computer out of your copies.',
    recover: 'Recover with your recovery kit',
  },
  nothing: { title: 'Nothing is set up that could be lost', about: 'Disks and places for copies are added in Settings.' },
  mustChoose: 'Choose what is missing.',
  facts: {
    title: (name) => `${name}: what is known`,
    lead: 'Answer three questions. They stand on the statement.',
    how: 'How did it get lost?',
    lost: { title: 'Lost', about: 'Mislaid, left somewhere, or destroyed.' },
    stolen: { title: 'Stolen', about: 'Somebody took it.' },
    noticed: 'When was it noticed?',
  },
  paper: {
    question: 'Could a recovery kit (the paper) be in the same hands?',
    yes: 'Yes, or we are not sure',
    no: 'No, both papers are in the safe',
  },
  pcDisk: {
    question: 'Was the computer’s own disk encrypted?',
    hint: 'On Windows this is called BitLocker or device encryption. Your IT helper knows.',
    answers: { encrypted: 'Yes', 'not-encrypted': 'No', unknown: 'We do not know' },
  },
  keysLeft: 'Where the missing computer’s key still opens copies',
  keyLeft: {
    'still-there': (place) => `${place}: its key is still there. Lifeboat takes it out as soon as it may.`,
    'not-looked': (place) => `${place}: not connected now, so nobody could look. Connect it once.`,
  },
  declare: 'Declare it lost',
  declareMeans: (name) =>
    `From then on nobody waits for ${name}, and it counts for nothing. What is on it stays encrypted. If it turns up again, add it anew in Settings.`,
  declarePcMeans:
    'This computer has taken its place already. Declaring it lost takes its key out of every copy within reach, puts on record what you know, and gives you the list of what to change now.',
  declared: {
    title: (name) => `${name} is declared lost`,
    lead: 'Do these things now. The statement below is for your records, your insurer and your counsel.',
    statement: 'Make the statement',
    making: 'The statement is being made…',
    open: 'Open the statement to print or save it',
    openHint: 'A PDF with what was on it, who could read it, and a line to sign.',
  },
  before: {
    title: 'Declared before',
    table: 'Declared lost before, newest first',
    what: 'What',
    when: 'Declared',
    open: 'Look',
    unreadable: (count) =>
      count === 1
        ? 'One more loss is on record, but what is written of it could not be read.'
        : `${count} more losses are on record, but what is written of them could not be read.`,
  },
  unreadable: {
    title: 'This loss could not be read',
    about:
      'It is on record that something was declared lost, but what is written of it is damaged. Copies and restore points are not touched by this.',
  },
  gone: { title: 'There is no such loss', about: 'It may have been declared on another computer.' },
};
