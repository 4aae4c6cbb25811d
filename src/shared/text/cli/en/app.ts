import type { JobKind, JobStatus, SkipReason } from '../../../model/run.ts';

const JOBS: Readonly<Record<JobKind, string>> = {
  backup: 'Backup',
  copy: 'Copy',
  proof: 'Trial restore',
  check: 'Check',
  maintenance: 'Maintenance',
  seal: "Lifeboat's own records into",
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
  completed: 'Everything is backed up.',
  'completed-with-warnings': 'Backed up, with warnings.',
  failed: 'Not everything is backed up.',
  skipped: 'Nothing was backed up.',
  interrupted: 'Interrupted. What was finished is safe.',
};

/** What the commands of the app say, in English. */
export const englishApp = {
  jobs: JOBS,
  statuses: STATUSES,
  skipReasons: SKIPPED,
  /** `exitCode` also tells how the trial restores after it went. */
  runEnded: (status: JobStatus, exitCode: number): string =>
    status === 'completed' && exitCode !== 0
      ? 'Everything is backed up, but what was done after it did not go well; see above.'
      : ENDED[status],
  stored: (size: string): string => `${size} stored`,
  moreWarnings: (count: number): string => `... and ${count} more warnings.`,
  witnessDiffers: (name: string, subject: string): string => `${name}: ${subject} is not as it was noted at the backup.`,

  addedSource: (name: string): string => `To be protected: ${name}`,
  cannotBeRead: 'It cannot be read as a backup would read it.',
  addedDestination: (name: string): string => `Place for copies, tried: ${name}`,
  isSetUp: (hasKits: boolean): string =>
    [
      'Lifeboat is set up. Next:',
      '  lifeboat run       the first backup, and the proof that it restores',
      '  lifeboat status    whether the pharmacy is protected, and what is missing',
      '  lifeboat serve     to back up on time from now on',
      ...(hasKits
        ? []
        : [
            'There is no recovery kit yet: without its key nobody can recover on another computer.',
            'To make it: this command with --kit FILE.pdf',
          ]),
    ].join('\n'),
  kitsSaved: (owner: string, pharmacist: string): string =>
    `Two recovery kits: ${owner} for the owner, ${pharmacist} for the pharmacist-in-charge. Print both, put the papers in the safe, and delete the files.`,
  kitWaits: (places: string): string => `Their keys do not open these yet, but will when they are connected: ${places}`,

  /** In front of a reason, by how bad it is. */
  marks: { red: '!!', amber: ' !', hint: ' -' },
  howToSetUp: 'To set it up: lifeboat setup --from FILE (see lifeboat setup --help)',
  nextRuns: (runs: string): string => `Next backups: ${runs}`,

  nothingToProve: 'There is no copy yet that could be proven. Begin with: lifeboat run',
  proved: (all: boolean): string =>
    all ? 'Everything that was tried came back as it should.' : 'Something did not come back as it should; see above.',
  proofLevels: { bytes: 'every byte came back', verified: 'its own tool found it whole', opened: 'opened and counted' },
  compared: (count: number): string => (count === 0 ? '' : count === 1 ? ', 1 fact agrees' : `, ${count} facts agree`),
  findings: {
    differs: (subject: string, expected: string, found: string | undefined): string =>
      `${subject} is ${found ?? 'missing'}; at the backup it was ${expected}.`,
    toolFoundDamage: (detail: string): string => `the database's own check found damage (${detail}).`,
    cannotOpen: (detail: string): string => `it does not open (${detail}).`,
    damaged: (files: number): string => (files === 1 ? 'one file did not come back whole.' : `${files} files did not come back whole.`),
    shrunk: (subject: string, before: number, now: number): string => `${subject} is ${now}, much less than ${before} in the copy before.`,
    stale: (newest: string, hours: number): string => `the newest in it is from ${newest}, older than ${hours} hours.`,
  },

  recovering: (pharmacy: string, sealedAt: string): string => `Recovering ${pharmacy}, with its settings of ${sealedAt}.`,
  changeCredential: (name: string): string => `Change the password or key of ${name}: the old computer knew it.`,
  nothingToRestore: (name: string): string => `There is no sound copy of ${name} within reach.`,
  newestNotProven: (name: string): string =>
    `${name}: the newest copy is taken, which no trial restore has proven yet; it is compared after the restore.`,
  restored: (name: string, place: string, { compared, agree }: { compared: number; agree: number }): string =>
    `${name} is back: ${place}${compared === 0 ? '' : ` (${agree} of ${compared} facts as noted at the backup)`}`,
  isRecovered: (isMore: boolean): string =>
    isMore
      ? 'This computer has the settings now. To restore data: lifeboat serve. It also backs up on time from then on.'
      : 'This computer has taken over. To back up on time from now on: lifeboat serve',

  serving: (link: string): string =>
    `Lifeboat is at work and backs up on time. The other commands ask it meanwhile.\nThis link signs a client of its interface on this computer in, once, within five minutes:\n  ${link}\nPress Ctrl-C to stop.`,
  freePort: 'a port that is free',
};

/** Help of the app's commands. */
export const appHelp = {
  setup: {
    summary: 'set up what to protect, where copies go and when',
    description:
      "Sets everything up from a file (see docs/setup-file.md) and tries every source and place. Secrets are taken from the environment variables that the file names and are kept in the operating system's vault. To change something, correct the file and run the command again.",
    examples: [
      { type: 'lifeboat setup --from pharmacy.json --kit kit.pdf', does: 'sets everything up and makes the two recovery kits to print' },
    ],
  },
  run: {
    summary: 'back up now, into every place within reach',
    description:
      'Backs everything up that is set up, or one tier, or some sources: into one place, from there into the others. Then trial restores follow that are due.',
    examples: [
      { type: 'lifeboat run', does: 'backs everything up' },
      { type: 'lifeboat run --tier critical', does: 'only what is critical' },
    ],
  },
  prove: {
    summary: 'prove by trial restores that the copies are good',
    description:
      'Restores the newest copy of every source from every place within reach into a private folder, opens it, and compares what it says with what was noted at the backup.',
    examples: [{ type: 'lifeboat prove --source dispensing', does: 'proves the copies of one source' }],
  },
  status: {
    summary: 'say whether the pharmacy is protected',
    description:
      'Says whether the pharmacy is protected now, and if not, why and what to do next. Exit code 0: protected, 3: needs attention, 1: not protected.',
    examples: [{ type: 'lifeboat status --json', does: 'for other programs: state, reasons, sources, destinations, restore points' }],
  },
  recover: {
    summary: 'begin anew on this computer, with a recovery kit',
    description:
      'Brings settings, history and all data back on a new computer from one of the copies, with the key that is printed on a recovery kit, and makes this computer the one that backs up from now on. ' +
      'The key is asked for, or taken from LIFEBOAT_RECOVERY_KEY; for a place in the cloud the access code of the same paper from LIFEBOAT_KIT_ACCESS.',
    examples: [
      { type: 'lifeboat recover --from E:\\Lifeboat\\repository', does: 'from a disk; everything goes back where it was' },
      { type: 'lifeboat recover --from azure:copies/lifeboat --settings-only', does: 'brings only the settings back; restore later' },
    ],
  },
  serve: {
    summary: 'back up on time, until it is stopped',
    description:
      'Owns the installation: backs up on time, proves, watches and tells, until it is stopped. The other commands work meanwhile and ask this one. Its interface is served on this computer only; the link that is printed signs a client in, once. The screens come with the desktop app, which is not there yet.',
    examples: [{ type: 'lifeboat serve --port 8080', does: 'serves on a port of your choice' }],
  },
};

/** The beginning of the program's help. */
export const appFirstSteps = {
  commandsTitle: 'Protecting a pharmacy:',
  repositoryTitle: 'Working with one repository:',
  title: 'First steps:',
  lines: [
    '1. Describe the pharmacy in a file, as docs/setup-file.md shows, and set up:',
    '     lifeboat setup --from pharmacy.json --kit kit.pdf',
    '   Print the recovery kits, put the papers in the safe, delete the files.',
    '2. Make the first backup, and see whether the pharmacy is protected:',
    '     lifeboat run',
    '     lifeboat status',
    '3. Back up on time from now on:',
    '     lifeboat serve',
  ],
  repositoryStepsTitle: 'Without an app, with one repository:',
};

const profile = {
  profile: "folder of the installation (default: $LIFEBOAT_PROFILE, else this computer's usual one)",
};

/** The app's options, by command. */
export const appOptions = {
  setup: { ...profile, from: 'file that says what to set up', kit: 'save the two recovery kits to print: this PDF file and one beside it' },
  run: {
    ...profile,
    tier: 'only the sources of this tier: critical, important or standard',
    source: 'only this source, by id or name; may be repeated',
  },
  prove: { ...profile, source: 'only this source, by id or name; may be repeated' },
  status: profile,
  recover: {
    ...profile,
    from: 'one of the copies: folder of a repository, or azure:CONTAINER/PREFIX',
    settingsOnly: 'bring back only settings and history',
    proven: 'take only what a trial restore has proven, though it may be older; after an attack',
    to: 'restore into this folder, in a folder for each source, instead of back where it was',
  },
  serve: { ...profile, port: 'port on this computer (default: one that is free)' },
};
