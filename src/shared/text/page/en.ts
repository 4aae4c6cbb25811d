import type { PageTexts } from './texts.ts';

/** The page around all screens, in English. */
export const englishPage: PageTexts = {
  areas: 'Main areas',
  area: { home: 'Home', restore: 'Restore', runs: 'Backups', settings: 'Settings' },
  skipToContent: 'Skip to the content',
  signOut: 'Sign out',
  loading: 'One moment…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  next: 'Next',
  save: 'Save',
  saved: 'Saved.',
  oldCopies: (place) => `${place} (old copies)`,
  connection: {
    connecting: 'Lifeboat is starting…',
    ownerGone: {
      title: 'Lifeboat is not running at the moment.',
      body: 'What you see may be out of date, and nothing is backed up meanwhile. This page goes on by itself as soon as Lifeboat runs again. If it stays like this, start Lifeboat from the Start menu.',
    },
    signedOut: {
      title: 'This page is not signed in any more.',
      body: 'Open Lifeboat again from the Start menu or from the icon beside the clock, or use a new sign-in link. Backups go on meanwhile.',
    },
  },
  failures: {
    title: 'That did not work.',
    notShown: 'This cannot be shown now.',
    ownerGone: 'Lifeboat is not running at the moment, so nothing was done. Try again when it runs.',
    forbidden: 'Your role may not do this. Ask the owner of the pharmacy.',
    unexpected:
      'Something unexpected happened, and nothing was changed that you have not seen. Try again; if it happens again, tell the support what you did.',
  },
  broken: {
    title: 'This page cannot be shown now',
    body: 'Your backups go on, and nothing was changed. Load the page anew; if it happens again, tell the support what you did.',
    reload: 'Load the page anew',
  },
  notFound: { title: 'There is nothing here', body: 'The address leads nowhere, or what it showed is gone.', home: 'Go to Home' },
};
