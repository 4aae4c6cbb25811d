import type { JobKind, JobStatus, SkipReason } from '../../../model/run.ts';

const JOBS: Readonly<Record<JobKind, string>> = {
  backup: 'Backup',
  copy: 'Copy',
  proof: 'Trial restore',
  check: 'Check',
  maintenance: 'Maintenance',
  seal: 'Own settings and history',
  restore: 'Restore',
  probe: 'Test of the place',
  'kit-test': 'Test of the recovery kit',
  detection: 'Search for what is not protected',
  'self-check': 'Self-check',
};

const STATUSES: Readonly<Record<JobStatus, string>> = {
  scheduled: 'waiting',
  running: 'at work',
  completed: 'done',
  'completed-with-warnings': 'done, with warnings',
  failed: 'failed',
  skipped: 'skipped',
  interrupted: 'interrupted',
};

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  'destination-away': 'not plugged in',
  'destination-unreachable': 'cannot be reached',
  paused: 'paused',
  'quiet-hours': 'quiet hours',
  superseded: 'a newer one does the same',
  'nothing-new': 'nothing new',
  'no-room': 'no room left',
  'credential-expired': 'the access has expired',
  'removal-not-permitted': 'this PC may not delete there',
  'clock-not-trusted': "the computer's clock jumped",
  'earlier-step-failed': 'the step before failed',
  parked: 'gave way to other work',
  'deletions-held': 'nothing is deleted for a while after a take-over',
};

const ENDED: Readonly<Record<JobStatus, string>> = {
  scheduled: 'Waiting.',
  running: 'At work.',
  completed: 'Everything is done.',
  'completed-with-warnings': 'Done; see the warnings.',
  failed: 'Something failed.',
  skipped: 'Nothing was done.',
  interrupted: 'Interrupted. What was finished is safe.',
};

/** What the commands of the app say, in English. */
export const englishApp = {
  jobs: JOBS,
  statuses: STATUSES,
  skipReasons: SKIPPED,
  runEnded: ENDED,
  stored: 'stored',
  addingSource: (name: string): string => `To be protected: ${name}`,
  addingDestination: (name: string): string => `Place for copies: ${name}`,
  isSetUp: 'Lifeboat is set up. Run `lifeboat run` for the first backup and `lifeboat serve` to back up on time.',
  kitsSaved: (owner: string, pharmacist: string): string =>
    `Two recovery kits were saved: ${owner} for the owner, ${pharmacist} for the pharmacist-in-charge. Print both, put them in the safe, and delete the files.`,
  recovering: (pharmacy: string, sealedAt: string): string => `Recovering ${pharmacy} as it was on ${sealedAt}.`,
  changeCredential: (name: string): string => `Change the password or key of ${name}: the old computer knew it.`,
  nothingToRestore: (name: string): string => `There is no sound copy of ${name} within reach.`,
  restored: (source: string, minutes: number, agrees: boolean): string =>
    `${source} is back after ${minutes.toFixed(1)} minutes; ${agrees ? 'what it says agrees with what was noted at the backup' : 'what it says differs from what was noted at the backup'}.`,
  serving: (link: string): string => `Lifeboat is at work. Open this link once, within five minutes: ${link}\nPress Ctrl-C to stop.`,
};

/** Help of the app's commands. */
export const appHelp = {
  setup: {
    summary: 'set up the protection of a pharmacy',
    description:
      "Sets up what to protect, where copies go and when, from a file described in docs/setup-file.md. Secrets are taken from the environment variables that the file names and kept in the operating system's vault.",
    examples: [
      { type: 'lifeboat setup --from pharmacy.json --kit kit.pdf', does: 'sets everything up and makes the two recovery kits to print' },
    ],
  },
  run: {
    summary: 'back up now, into every place that can be reached',
    description:
      'Backs everything up that is set up, or one tier, or some sources: first into a place in the house, from there into the others.',
    examples: [{ type: 'lifeboat run --tier critical', does: 'backs up what is critical' }],
  },
  prove: {
    summary: 'prove by trial restores that the copies are good',
    description:
      'Restores the newest copy of every source from every place that can be reached into a private folder, opens it, and compares what it says with what was noted at the backup.',
    examples: [{ type: 'lifeboat prove --source dispensing', does: 'proves the copies of one source' }],
  },
  status: {
    summary: 'say whether the pharmacy is protected',
    description:
      'Says whether the pharmacy is protected now, and if not, why and what to do. Exit code 0: protected, 3: needs attention, 1: not protected.',
    examples: [{ type: 'lifeboat status --json', does: 'for other programs: state, reasons, sources, destinations, restore points' }],
  },
  recover: {
    summary: 'begin anew on this computer, from a copy and a recovery kit',
    description:
      'Brings settings, plan and all data back on a new computer, with what is printed on a recovery kit, and makes this computer the one that backs up from now on. The recovery key is asked for, or taken from LIFEBOAT_RECOVERY_KEY; the sealed access of the kit from LIFEBOAT_KIT_ACCESS.',
    examples: [
      { type: 'lifeboat recover --from E:\\Lifeboat\\repository', does: 'from a disk' },
      { type: 'lifeboat recover --from azure:copies/lifeboat --settings-only', does: 'brings only the settings back; restore later' },
    ],
  },
  serve: {
    summary: 'run without a window: back up on time, and serve the app to a browser on this computer',
    description:
      'Owns the installation: backs up on time, proves, watches and tells, until it is stopped. Prints a link that opens the app in a browser on this computer, once.',
    examples: [{ type: 'lifeboat serve --port 8080', does: 'serves on a port of your choice' }],
  },
};

/** The app's options. */
export const appOptions = {
  profile: "folder of the installation (default: $LIFEBOAT_PROFILE, else this computer's usual one)",
  from: 'file that says what to set up; for recover: folder of a repository, or azure:CONTAINER/PREFIX',
  kit: 'save the two recovery kits as PDF files to print',
  tier: 'only the sources of this tier: critical, important or standard',
  source: 'only this source; may be repeated',
  settingsOnly: 'bring back only settings, plan and history',
  to: 'restore everything into this folder instead of back where it was',
  port: 'port on this computer (default: one that is free)',
};
