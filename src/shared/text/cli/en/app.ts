import type { JobKind, JobStatus, SkipReason } from '../../../model/run.ts';

const JOBS: Readonly<Record<JobKind, string>> = {
  backup: 'Backup',
  copy: 'Copy',
  proof: 'Trial restore',
  check: 'Check',
  maintenance: 'Maintenance',
  seal: "Lifeboat's own records into",
  restore: 'Restore',
  undo: 'Undoing the restore of',
  'key-removal': 'Removing the key of the lost PC from',
  renewal: 'Beginning new copies at',
  probe: 'Test of the place',
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
  'new-repository-waits': 'a key leaked, and there are no new copies there yet',
  parked: 'gave way to other work',
  'deletions-held': 'nothing is deleted for a while, after a take-over or when somebody fears an attack',
  'attack-suspected': 'somebody fears an attack, and it could be destroyed there',
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

/** What was wrong with a key that was typed back from a paper. */
const KIT_PROBLEMS: Readonly<Record<string, string>> = {
  character: 'There is a character in it that no recovery key has. Read the paper again.',
  checksum: 'Something in it is wrong. Read the paper again, group by group.',
  'too-short': 'It is too short: a key has seven groups of four.',
  'too-long': 'It is too long: a key has seven groups of four.',
  away: 'No copy is within reach to try it on. Plug in a disk or check the network, and try again.',
  'wrong-key': 'This key does not open the copies. Take the newest paper; if this is it, make another: lifeboat kit save FILE.pdf',
  'other-paper': 'This key opens the copies, but it is not the one of the newest paper of this holder.',
};

const TOGETHER =
  'All places are drives. The first one that is plugged in begins by itself; plug each other one in once together with one that has its new copies: it takes the new keys from there.';

interface LeakPlan extends Record<'here' | 'away' | 'tight', string> {
  bytes: string | undefined;
  isDisksOnly: boolean;
}

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

  points: {
    none: 'There is no restore point yet.',
    proven: 'proven',
    notProven: 'not proven yet',
    doubtful: 'doubtful',
    kept: 'kept',
    away: 'not within reach',
  },

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

  kit: {
    passed: 'The key opens the copies. The recovery kit is good.',
    problems: KIT_PROBLEMS,
    opened: (place: string): string => `${place} has the key of this PC now. It takes copies again.`,
    saved: (path: string): string =>
      `A recovery kit: ${path}. Print it, put the paper in the safe, delete the file, and destroy the paper before it.`,
    leak: {
      /** Lines; `bytes` is undefined before the first backup. */
      plan: ({ bytes, here, away, tight, isDisksOnly }: LeakPlan): string[] => [
        'Whoever copied something of a place before and has the key can read it for good: no key that is taken away changes that.',
        'Lifeboat therefore begins new copies with new keys beside the old ones, and makes this computer a new key. The old copies stay, can still be restored from, and count for nothing any more.',
        bytes === undefined
          ? `There is no backup yet, so there is nothing to store once more${here === '' ? '.' : `; new copies begin now at: ${here}.`}`
          : `This stores ${bytes} once more at each place, compressed${here === '' ? '.' : `; now at: ${here}.`}`,
        ...(away === '' ? [] : [`When they are back: ${away}. Until then nothing is copied there.`]),
        ...(isDisksOnly ? [TOGETHER] : []),
        ...(tight === '' ? [] : [`This may have too little room: ${tight}.`]),
        'Until the new copies are there, the pharmacy is less protected. The papers in the safe open the old copies only.',
      ],
      notYet:
        'No new copies have begun yet; the lines above say why. They begin by themselves as soon as they can. Print both papers then, and not before: lifeboat kit save FILE.pdf',
      next: [
        'Print both papers now: lifeboat kit save FILE.pdf and lifeboat kit save FILE.pdf --holder pharmacist-in-charge',
        'Have your IT helper change the access to copies in the cloud, which the leaked paper may show.',
        'Treat it as a loss of data: what was stored until now can be read with the leaked key.',
        'When the new copies are proven, old ones may go: lifeboat kit retired',
      ],
      none: 'There is no place yet that could begin anew.',
      /** `points` is undefined where nobody knows what is in them. */
      retired: (name: string, since: string, points: number | undefined, location: string): string =>
        `${name}: ${points === undefined ? 'copies' : points === 1 ? 'one restore point' : `${points} restore points`} until ${since}, in ${location}`,
      shut: (id: string): string =>
        `not opened on this PC, which took over later. With a paper from before the key leaked: lifeboat kit open ${id}`,
      oldKnown: 'There are old copies from before a key leaked, which a paper of then opens: lifeboat kit retired',
      opened: (place: string): string => `${place} are open: they can be restored from here.`,
      waiting: (places: string, isDisksOnly: boolean): string =>
        `No new copies yet: ${places}. They begin when these are back.${isDisksOnly ? ` ${TOGETHER}` : ''}`,
      noRetired: 'There are no old copies that were kept after a key leaked.',
      forget: (name: string): string =>
        `The old copies of ${name} are forgotten: nothing can be restored from them here any more. What lies there stays until somebody deletes it.`,
    },
  },
  people: {
    line: (name: string, email: string | undefined, isConfirmed: boolean): string =>
      `${name}: ${email === undefined ? 'no address' : `${email}, ${isConfirmed ? 'confirmed' : 'not confirmed'}`}`,
    sent: (email: string): string => `A code is on its way to ${email}.`,
    confirmed: (name: string): string => `The address of ${name} is confirmed.`,
    refused: 'This is not the code, or it is too old. Run the command again to get another one.',
  },
  restore: {
    plan: (name: string, time: string, place: string): string => `${name}, as it was on ${time}, from ${place}.`,
    ways: {
      beside: () => 'It is put beside what is there now, which stays as it is.',
      folder: (path: string) => `It is put into ${path}.`,
      'new-database': (name: string) => `It is put into a new database, ${name}.`,
      'in-place': () => 'It takes the place of what is there now, which is kept for some weeks.',
    },
    notProven: 'No trial restore has proven this copy yet.',
    size: (bytes: string, free: string | undefined): string => `Size: ${bytes}${free === undefined ? '' : `; free there: ${free}`}.`,
    inUse: 'A program is using it now. Close the pharmacy system on every PC first.',
    thrownAway: (what: string): string => `You would throw away: ${what}.`,
    mayBeUndone: 'To undo it: lifeboat undo',
  },
  selfTest: {
    steps: {
      connect: 'Sign in to the server',
      create: 'Make a tiny database',
      fill: 'Fill it',
      'back-up': 'Back it up into the shared folder',
      verify: 'Have the server verify the file',
      'read-file': 'Read the file here',
      restore: 'Restore it under another name',
      check: 'Have the server check it',
      count: 'Count what is in it',
      'clean-up': 'Remove both',
    },
    done: 'done.',
    failed: 'failed.',
    ended: (passed: boolean): string =>
      passed ? 'This server can be backed up and restored.' : 'Something that a backup or a restore needs does not work; see above.',
  },
  keeping: {
    kept: (name: string, time: string, id: string): string => `${name}, as it was on ${time}, is kept (${id}).`,
    unkept: (name: string, time: string, id: string): string => `${name}, as it was on ${time}, stays as long as retention says (${id}).`,
  },
  cancel: {
    nothing: 'Nothing is at work.',
    stopped: (count: number): string =>
      count === 1 ? 'It is stopped. What was finished stays.' : `${count} runs are stopped. What was finished stays.`,
  },
  vendorUpdate: (kept: number, until: string): string =>
    `${kept === 0 ? 'There is no restore point from before yet' : kept === 1 ? 'One restore point from before is kept' : `${kept} restore points from before are kept`}; change is expected until ${until}. Now the backup.`,
  attack: {
    suspected: (kept: number): string =>
      `Nothing is deleted any more, and nothing is written where it could be destroyed. ${kept === 1 ? 'One proven restore point stays' : `${kept} proven restore points stay`}.`,
    pullOut: (label: string): string => `Pull out ${label} now: nothing is being written to it.`,
    stillWritten: (label: string): string => `${label} is still being written to. Wait a moment before you pull it out.`,
    next: 'Unplug the network of the PCs that behave strangely, leave them on, and call your IT helper. When it is over: lifeboat attack end',
    plan: {
      'false-alarm': 'Everything is as before the alarm: backups go everywhere again, and retention deletes again.',
      over: 'Backups go everywhere again. What was copied meanwhile stays suspicious, and nothing is deleted for 30 days.',
    },
    ended: 'The alarm is over. Backups go on as planned.',
  },
  lost: {
    plan: (kind: 'disk' | 'place' | 'pc', name: string): string =>
      kind === 'pc'
        ? 'The PC that this one took over from is put on record as lost. Its key is taken out of every copy within reach.'
        : `${name} is put on record as lost: no backup waits for it any more, and what is on it counts for nothing.`,
    keyLeft: (place: string): string =>
      `The key of the lost PC may still open ${place}. It is taken away when that can be reached, or by: lifeboat maintain`,
    statement: (path: string): string => `The statement to print and to sign: ${path}`,
  },
  undo: {
    plan: 'This takes back what a restore put there, and brings back what it replaced:',
    line: (id: string, time: string, name: string, places: string): string => `${id}  ${time}  ${name}  ${places}`,
    done: (name: string): string => `${name} is as it was before the restore.`,
  },

  serving: (link: string): string =>
    `Lifeboat is at work and backs up on time. The other commands ask it meanwhile.\nOpen this link in a browser on this computer; it signs you in once, within five minutes:\n  ${link}\nPress Ctrl-C to stop.`,
  freePort: 'a port that is free',
};
