import type { ProtectionSentences } from './sentences.ts';

/** Why the pharmacy is not better protected and what to do next, in English. */
export const englishReasonSentences: ProtectionSentences['reasons'] = {
  'no-source': {
    what: () => 'Nothing is chosen to be protected yet.',
    next: () => 'Choose what to protect.',
  },
  'no-destination': {
    what: () => 'There is no place for copies yet.',
    next: () => 'Add a place in the pharmacy and one outside it.',
  },
  'attack-suspected': {
    what: ({ at }) =>
      `Somebody thinks that the pharmacy is being attacked${on(at)}. Nothing is deleted, and copies go only where nobody can destroy them.`,
    next: () => 'Pull out the disks that are said to be safe, take the PC off the network, and say here when it is over.',
  },
  'never-backed-up': {
    what: ({ source }) => `${source}: there is no copy yet.`,
    next: () => 'Press "Back up now".',
  },
  'backup-failing': {
    what: ({ source, at }) => `${source}: the last backup failed${on(at)}.`,
    next: () => 'Open the failed run to see what it needs.',
  },
  'backup-overdue': {
    what: ({ source, at }) => `${source}: the backup that was due${on(at)} did not run.`,
    next: () => 'Press "Back up now" and leave this PC on.',
  },
  'too-old': {
    what: ({ source, at }) => `${source}: the newest copy is older than promised${at === undefined ? '' : ` (${at})`}.`,
    next: () => 'Press "Back up now".',
  },
  'source-not-moving': {
    what: ({ source, at }) => `${source}: nothing new since ${at ?? 'some time'}, although the pharmacy was open.`,
    next: () => 'Check that Lifeboat still protects the data the pharmacy system works with now.',
  },
  'source-shrunk': {
    what: ({ source, value }) => `${source}: ${value}% of what was in it is missing from the newest copy.`,
    next: () => 'Look at it in the pharmacy system. If it is right, say so; if not, restore an earlier copy beside it.',
  },
  'vendor-file-old': {
    what: ({ source, at }) => `${source}: the pharmacy system's own backup file is old${at === undefined ? '' : ` (${at})`}.`,
    next: () => "Ask the pharmacy system's support why its nightly backup was not made.",
  },
  'not-proven-on-site': {
    what: ({ source }) => `${source}: no copy in the pharmacy has been proven to restore.`,
    next: () => 'Run a restore test now.',
  },
  'not-proven-off-site': {
    what: ({ source }) => `${source}: no copy outside the pharmacy has been proven to restore.`,
    next: () => 'Run a restore test now.',
  },
  'proof-failed': {
    what: ({ source, place, at }) => `${source}: the restore test from ${place} failed${on(at)}.`,
    next: () => 'Open the test to see what differs, then back up and test again.',
  },
  'proof-overdue': {
    what: ({ source, at }) => `${source}: the last restore test was too long ago${at === undefined ? '' : ` (${at})`}.`,
    next: () => 'Plug in the disk if it is away, and run a restore test.',
  },
  'no-off-site-copy': {
    what: ({ source }) => `${source}: no copy outside the pharmacy. A fire or a flood would take everything.`,
    next: () => 'Add a place outside the pharmacy, or connect the one you have.',
  },
  'first-upload-running': {
    what: ({ source, place }) => `${source}: the first copy to ${place} is on its way. This may take days.`,
    next: () => 'Leave this PC on; nothing else is needed.',
  },
  'off-site-behind': {
    what: ({ source, at }) => `${source}: the copy outside the pharmacy is behind${at === undefined ? '' : ` (${at})`}.`,
    next: () => 'Check the internet connection, or bring the disk from home.',
  },
  'no-protected-copy': {
    what: ({ source }) => `${source}: somebody at this PC could destroy every copy.`,
    next: () => 'Keep one disk unplugged and away, or turn on the lock of the cloud storage.',
  },
  'destination-failing': {
    what: ({ place, at }) => `${place} has not taken copies${since(at)}.`,
    next: () => 'Check that it is switched on, connected and has room.',
  },
  'place-not-opened': {
    what: ({ place }) => `${place} is here, but this PC's key does not open it, so it takes no copies.`,
    next: () =>
      'Connect it while another place that this PC opens is here: it then gets the key by itself. Or open it with the key on a recovery kit: Settings, Where copies go.',
  },
  'disk-away-too-long': {
    what: ({ place, value }) => `${place} has not been seen for ${days(value)}.`,
    next: () => 'Plug it in tonight.',
  },
  'destination-nearly-full': {
    what: ({ place, value }) => (value > 0 ? `${place} will be full in about ${days(value)}.` : `${place} has hardly any room left.`),
    next: () => 'Get a larger disk, or keep fewer old copies.',
  },
  'damage-found': {
    what: ({ place }) => `Some of the copies at ${place} are damaged.`,
    next: () => 'Do not rely on it: press "Back up now", and replace the disk if it happens again.',
  },
  'credential-expires-soon': {
    what: ({ place, value }) => `The access to ${place} ends in ${days(value)}.`,
    next: () => 'Have your IT helper make a new access and enter it in the settings.',
  },
  'credential-expired': {
    what: ({ place }) => `The access to ${place} has ended or is missing; nothing reaches it.`,
    next: () => 'Have your IT helper make a new access and enter it in the settings.',
  },
  'nobody-reachable': {
    what: () => 'Nobody would hear of a problem: no address is confirmed.',
    next: () => 'Confirm the address of two people.',
  },
  'only-one-reachable': {
    what: () => 'Only one person hears of a problem.',
    next: () => 'Confirm a second address, for holidays and sick days.',
  },
  'kit-never-tested': {
    what: () => 'The recovery kit has never been tested. Without a working key no copy can be opened.',
    next: () => 'Take the paper from the safe and type the key once.',
  },
  'kit-test-overdue': {
    what: ({ at }) => `The recovery kit was last tested ${at ?? 'long ago'}.`,
    next: () => 'Take the paper from the safe and type the key once.',
  },
  'kit-stale': {
    what: () => 'The printed recovery kit no longer says where all copies are.',
    next: () => 'Print it again and put the new paper in the safe.',
  },
  'new-copies-pending': {
    what: ({ at, value }) =>
      `A key leaked${on(at)}, and ${value === 1 ? 'one place has' : `${value} places have`} no new copies yet. Whoever has the key can read old ones.`,
    next: () => 'Plug in the disks and connect the places that are away: each begins its new copies then.',
  },
  'vault-missing': {
    what: () => "This PC's key cannot be read, so that no backup can run.",
    next: () => 'Sign in as the person Lifeboat was set up with, or enter the recovery key.',
  },
  'clock-not-trusted': {
    what: ({ at }) => `This PC's clock jumped${on(at)}. Nothing old is deleted until it runs steadily again.`,
    next: () => "Check this PC's date and time.",
  },
  paused: {
    what: ({ at }) => `Backups are paused${at === undefined ? '' : ` until ${at}`}.`,
    next: () => 'Press "Resume" when you are ready.',
  },
  'engine-not-running': {
    what: () => 'The part of Lifeboat that makes backups is not running.',
    next: () => 'Restart Lifeboat; if it happens again, report it.',
  },
  'unprotected-found': {
    what: ({ value }) =>
      value === 1
        ? 'Something on this PC looks important and is not protected.'
        : `${value} things on this PC look important and are not protected.`,
    next: () => 'Look at what was found and protect it, or set it aside.',
  },
  'other-installation-writes': {
    what: ({ place }) => `Another PC writes copies to ${place} with the keys of this pharmacy.`,
    next: () => 'If you do not know that PC, change the credentials now.',
  },
  'crash-consistent-only': {
    what: ({ source }) => `${source}: it was copied while it could change, so that the copy may not open cleanly.`,
    next: () => "Have it captured by the database's own backup command.",
  },
  'self-check-failed': {
    what: () => "Lifeboat's check of itself after the last update failed.",
    next: () => 'Open the check to see what it needs.',
  },
  'store-rebuilt': {
    what: ({ at }) => `Lifeboat's own memory was damaged and was made anew from the copies${on(at)}.`,
    next: () => 'Look through the settings and the list of people.',
  },
  'maintenance-overdue': {
    what: ({ place }) => `Old copies at ${place} have not been tidied up for a long time.`,
    next: () => 'Leave this PC on for one night.',
  },
};

function on(at: string | undefined): string {
  return at === undefined ? '' : ` (${at})`;
}

function since(at: string | undefined): string {
  return at === undefined ? ' lately' : ` since ${at}`;
}

function days(value: number): string {
  return value === 1 ? '1 day' : `${value} days`;
}
