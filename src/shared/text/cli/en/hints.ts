import type { ErrorCode } from '../../../errors/index.ts';

const HINTS: Partial<Record<ErrorCode, string>> = {
  'repository-not-found': 'To make a new repository there: lifeboat init --repo PATH',
  'repository-locked': 'To wait for it: --retry-lock 10m. If that work was killed and left its lock behind: lifeboat unlock',
  'password-missing': 'Use --password-file FILE, --password-command COMMAND or the environment variable LIFEBOAT_PASSWORD.',
  'location-missing': 'Use --repo PATH or the environment variable LIFEBOAT_REPOSITORY.',
  'snapshot-not-found': "To list the snapshots: lifeboat snapshots; a pharmacy's restore points: lifeboat status --points",
  'latest-uncertain': 'To list the snapshots with their ids: lifeboat snapshots',
  'path-not-found': 'To list what a snapshot holds: lifeboat ls SNAPSHOT',
  'key-not-found': 'To list the keys: lifeboat key list',
  'blob-not-found': 'To make the index anew: lifeboat repair index, then lifeboat check',
  'prune-unsafe': 'Begin with: lifeboat check, then lifeboat repair index',
  'index-incomplete': 'To mend it: lifeboat repair index',
  'mail-not-set-up':
    'To name it: add "mail" to the set-up file and run lifeboat setup --from FILE again, or use the settings (lifeboat serve)',
  'vault-missing':
    'On Linux a Secret Service such as gnome-keyring must run, unlocked, in the session of this account; how to start one where nobody signs in is in docs/app-commands.md',
  'policy-empty': 'For example: --keep-daily 14 --keep-weekly 8 --keep-monthly 12',
};

/** What to type next, by error; and what the terminal says at an interruption. */
export const englishHints = {
  byCode: HINTS as Readonly<Partial<Record<ErrorCode, string>>>,
  stopping: 'Stopping... press Ctrl-C again to stop at once.',
};
