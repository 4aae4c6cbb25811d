import type { TrayTexts } from './texts.ts';

/** The icon beside the clock, in English. */
export const englishTray: TrayTexts = {
  notRunning: 'Lifeboat is starting, or not running: nothing is backed up at the moment',
  state: (headline, reason) => (reason === undefined ? headline : `${headline}: ${reason}`),
  working: 'Working on it now',
  messagesFail: 'This PC does not show messages of Lifeboat: look here',
  pausedUntil: (moment) => `Paused until ${moment}`,
  backUpNow: 'Back up now',
  closeDay: 'Close the day: back up, then shut down',
  keepOn: 'Do not shut down',
  vendorUpdates: 'The vendor is updating today',
  release: (disk) => `${disk} is safe to take home?`,
  pauseHour: 'Pause for 1 hour',
  pauseTomorrow: 'Pause until tomorrow',
  resume: 'Go on with backups',
  open: 'Open Lifeboat',
  startAtSignIn: 'Start when I sign in',
  quitOwner: 'Quit: backups stop until Lifeboat is started again',
  quitFace: 'Hide this icon: backups go on',
  askQuit: {
    title: 'Quit Lifeboat?',
    body: 'Nothing is backed up until Lifeboat is started again or somebody signs in to this PC.',
    bodyWhileWorking:
      'Lifeboat is working. What is not finished stops now and is made up for after the next start. Until then nothing is backed up.',
    quit: 'Quit',
    stay: 'Go on',
  },
  released: (disk) => ({
    title: `${disk} is safe to take home`,
    body: 'Nothing is being written to it. Pull it out and take it with you.',
  }),
  notReleased: (disk) => ({
    title: `Leave ${disk} where it is`,
    body: 'Something is still being written to it. Try again in a few minutes.',
  }),
  vendorExpected: {
    title: 'Ready for the update',
    body: 'The newest copies are kept, another backup has started, and change is expected today.',
  },
  failed: (reason) => ({ title: 'That did not work', body: reason }),
  day: {
    begun: { title: 'Closing the day', body: 'Lifeboat backs up now. The PC shuts down when everything is copied; you can go home.' },
    ending: (seconds, withWarnings) => ({
      title: `Backed up${withWarnings ? ', with warnings' : ''}: this PC shuts down in ${seconds} seconds`,
      body: 'To keep it on, choose "Do not shut down" in the menu of the icon beside the clock.',
    }),
    notWell: { title: 'Not shut down: the backup failed', body: 'The PC stays on so that you see this. Click to read what happened.' },
    nothingDone: { title: 'Not shut down: nothing was backed up', body: 'No backup could run. Click to read why.' },
    lost: { title: 'Not shut down: Lifeboat stopped answering', body: 'Whether the backup ended is not known. Open Lifeboat and look.' },
    keptOn: { title: 'The PC stays on', body: 'The backup goes on if it is not finished.' },
    notPermitted: {
      title: 'Backed up, but not shut down',
      body: 'This account may not shut the PC down. Do it yourself: everything is copied.',
    },
  },
};
