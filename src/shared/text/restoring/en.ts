import { formatCount } from '../../format/index.ts';
import type { RestoringTexts } from './texts.ts';

/** Words for a restore, in English. */
export const englishRestoring: RestoringTexts = {
  beside: ({ what, when, from }) =>
    `${what} comes back as it was on ${when}, from ${from}, beside what is there now and under a name of its own.`,
  folder: ({ what, when, from }, path) => `${what} comes back as it was on ${when}, from ${from}, into the folder ${path}.`,
  newDatabase: ({ what, when, from }, name) => `${what} comes back as it was on ${when}, from ${from}, as a new database called ${name}.`,
  inPlaceEmpty: ({ what, when, from }) => `${what} comes back as it was on ${when}, from ${from}, to its old place. Nothing is there now.`,
  inPlaceReplacing: ({ what, when, from }) =>
    `${what} comes back as it was on ${when}, from ${from}, to its old place. It replaces what is there now.`,
  proven: 'Proven by a trial restore.',
  notProven: 'Not tried by a trial restore yet. It is checked while it comes back.',
  nothingReplaced: 'Nothing that is there now is changed.',
  undoable: (days) => `What it replaces is kept for ${days} days. Undo brings that back.`,
  someOf: (source, count, names) => `${count === 1 ? '1 file or folder' : `${count} files or folders`} of ${source} (${names})`,
  files: (fresh, replaced, unchanged) => `Files: ${fresh} missing now, ${replaced} replaced, ${unchanged} already the same.`,
  bytes: (bytes) => `${bytes} to bring back.`,
  free: (bytes) => `${bytes} of room there.`,
  freeUnknown: 'How much room there is could not be found out.',
  noRoom: 'There is not enough room there. Choose another place, or make room first.',
  live: {
    healthy: 'The database that is there now opens and is healthy.',
    damaged: 'The database that is there now is damaged or does not open.',
    missing: 'No database is there now.',
    inUse: 'Somebody is using it. Close the pharmacy program on every computer before you restore to its old place.',
  },
  thrownAway: 'Back in its old place, you would throw away:',
  thrownAwayConsent: 'Throw this away all the same. It is kept for 30 days and can be brought back by Undo.',
  lookAgain: 'Look again',
  running: { title: 'Bringing it back', lead: 'You can leave this page: the restore goes on, and Home shows it.' },
  gone: { title: 'This restore is not known', body: 'It is older than the history goes, or was made on another computer.' },
  report: {
    title: {
      done: 'It is back',
      partly: 'Not everything came back',
      failed: 'It did not come back',
      cancelled: 'The restore was stopped',
    },
    lead: {
      done: (minutes) => `Everything you asked for came back and was checked. It took ${minutes}.`,
      partly: 'What came back is listed here, and so is what did not and why.',
      failed: 'Nothing that was there was changed. Below is why, and what you can do.',
      cancelled: 'Somebody stopped it, or Lifeboat ended before everything was back. What stands now is said for each below.',
      brokenOff: 'It broke off while it replaced something. What stands now, and how to bring back what was there, is said below.',
    },
    stopped: {
      notBegun: 'It had not begun: everything is as it was.',
      nothingReplaced: 'Nothing that was there was replaced. Files that had come back by then are whole and stay where they were brought.',
      replaced: 'It was not finished: some of it may be replaced already. What was replaced is kept, and Undo brings it back.',
    },
    place: {
      beside: (place) => `Beside the old one: ${place}`,
      folder: (place) => `In the folder: ${place}`,
      'new-database': (place) => `As a new database: ${place}`,
      'in-place': (place) => `At its old place: ${place}`,
    },
    asOf: (when) => `As it was on ${when}.`,
    files: (count, verified) =>
      count === 1
        ? '1 file written, read back and compared.'
        : `${formatCount(count)} files written, ${verified} of them read back and compared.`,
    compared: (agreeing, compared) =>
      agreeing === compared
        ? `Opened and counted: all ${compared} numbers and dates are as they were when it was backed up.`
        : `Opened and counted: ${agreeing} of ${compared} numbers and dates are as they were when it was backed up.`,
    notCompared: 'There were no counts to compare it with.',
    differences: 'Not as it was when it was backed up:',
    kept: (place) => `What it replaced is kept: ${place}`,
    took: (minutes, bytes) => `${bytes} in ${minutes}.`,
    warnings: 'Worth a look:',
    nextTitle: 'What to do next',
    next: {
      start: 'Start the pharmacy program on one computer first and look at the newest prescriptions, before everybody signs in.',
      check: 'Compare the last Rx number with your newest labels or your paper log.',
      reenter: (when) =>
        `Enter again what was done after ${when}: dispensed prescriptions, deliveries, payments. Your paper log and the till have them.`,
      vendor:
        'Ask the vendor of your pharmacy program whether anything has to be done after a restore, such as rolling the day forward or registering the computer again.',
      lookAtFiles: 'Open what came back and look whether it is what you need.',
      openBeside: 'Open what came back and look whether it has what you need. The live data was not touched.',
      compare: 'If it is the right one, you can come back here and put it in its old place.',
      moveBack: 'Copy what you need from there to where it belongs.',
      tryAgain: 'Put right what is named above and start the restore again. The copies are untouched.',
      beginAgain: 'If you still want it back, start the restore again. The copies are untouched.',
      undoFirst: 'Before anybody works with what was not finished, undo it or start the restore again.',
    },
    undo: 'Undo this restore',
    undoUntil: (when) => `Possible until ${when}.`,
    undoQuestion: (source) => `Undo the restore of ${source}?`,
    undoBody: (source, when) =>
      `${source} becomes what it was before the restore on ${when}. What was changed in it since then goes. Close the pharmacy program on every computer first.`,
    undone: (when) => `Undone on ${when}: it is what it was before the restore.`,
    undoOver: 'What it replaced is no longer kept, so it cannot be undone any more.',
    notUndone: 'It is not undone, or not all of it. You can try again.',
    whyNotUndone: 'What happened',
    home: 'Go to Home',
    another: 'Restore something else',
  },
};
