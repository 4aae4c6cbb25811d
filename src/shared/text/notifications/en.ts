import type { MessageSentences } from './sentences.ts';

/** Messages in English. */
export const englishMessages: MessageSentences = {
  causes: {
    'attack-suspected': { now: () => 'Somebody in the pharmacy thinks that it is being attacked.', over: 'suspected attack' },
    'never-backed-up': { now: (count) => `Something is not backed up yet${things(count)}.`, over: 'missing first backup' },
    'backup-failing': { now: (count) => `Backups are failing${things(count)}.`, over: 'failing backups' },
    'backup-overdue': { now: (count) => `A backup that was due did not run${things(count)}.`, over: 'overdue backup' },
    'too-old': { now: (count) => `The newest copy is older than promised${things(count)}.`, over: 'copies that were too old' },
    'source-not-moving': {
      now: (count) => `Backups run, but nothing new has come in since the last open day${things(count)}.`,
      over: 'data without anything new',
    },
    'source-shrunk': { now: (count) => `Much less is in the newest copy than before${things(count)}.`, over: 'data that shrank' },
    'vendor-file-old': { now: () => "The pharmacy system's own backup file is old.", over: 'old backup file of the pharmacy system' },
    'not-proven-on-site': { now: () => 'No copy in the pharmacy has been proven to restore.', over: 'unproven copies in the pharmacy' },
    'not-proven-off-site': {
      now: () => 'No copy outside the pharmacy has been proven to restore.',
      over: 'unproven copies outside the pharmacy',
    },
    'proof-failed': { now: (count) => `A restore test failed${things(count)}.`, over: 'failed restore test' },
    'proof-overdue': { now: () => 'A restore test is overdue.', over: 'overdue restore test' },
    'no-off-site-copy': { now: () => 'There is no copy outside the pharmacy.', over: 'missing copy outside the pharmacy' },
    'off-site-behind': { now: () => 'The copy outside the pharmacy is behind.', over: 'late copy outside the pharmacy' },
    'destination-failing': { now: (count) => `A place for copies does not take any${places(count)}.`, over: 'place that took no copies' },
    'place-not-opened': {
      now: (count) => `A place for copies is not opened by this PC's key${places(count)}.`,
      over: 'place that was not opened',
    },
    'disk-away-too-long': { now: (count) => `A backup disk has been away for too long${places(count)}.`, over: 'disk that was away' },
    'destination-nearly-full': { now: (count) => `A place for copies is nearly full${places(count)}.`, over: 'nearly full place' },
    'damage-found': { now: (count) => `Damaged copies were found${places(count)}.`, over: 'damaged copies' },
    'credential-expires-soon': { now: () => 'The access to a place for copies ends soon.', over: 'access that was about to end' },
    'credential-expired': { now: () => 'The access to a place for copies has ended.', over: 'ended access' },
    'kit-test-overdue': { now: () => 'The recovery kit in the safe should be tested.', over: 'overdue test of the recovery kit' },
    'vault-missing': { now: () => "This PC's key cannot be read; no backup can run.", over: 'unreadable key' },
    'clock-not-trusted': { now: () => "The PC's clock jumped. Check its date and time.", over: 'jumped clock' },
    'engine-not-running': { now: () => 'The part of Lifeboat that makes backups is not running.', over: 'stopped backups' },
    'other-installation-writes': {
      now: () => 'Another PC writes to a place for copies with the keys of this pharmacy.',
      over: 'another PC writing copies',
    },
    'self-check-failed': { now: () => "Lifeboat's check of itself after an update failed.", over: 'failed self-check' },
  },
  subjects: {
    red: 'Lifeboat: not protected',
    amber: 'Lifeboat: needs attention',
    escalation: 'Lifeboat: still not protected',
    workingAgain: 'Lifeboat: working again',
    well: 'Lifeboat: all is well',
    notWell: 'Lifeboat: weekly report',
    code: 'Lifeboat: your code',
    test: 'Lifeboat: test message',
  },
  red: 'The pharmacy is not protected now:',
  amber: 'Something needs you, but not this minute:',
  escalation: 'Nobody has looked at this for a whole open day, so everybody is told:',
  workingAgain: 'This is over:',
  left: (count) => (count === 1 ? 'One other thing still needs attention.' : `${count} other things still need attention.`),
  well: 'Lifeboat is running, copies are made and proven. There is nothing to do.',
  notWell: 'Lifeboat is running, and something needs attention.',
  code: (code, minutes) =>
    `Your code is ${code}. Type it into Lifeboat within ${minutes} minutes to confirm this address.\n\nIf you did not ask for it, ignore this message.`,
  test: 'This is a test. Messages from Lifeboat arrive here.',
  next: 'Open Lifeboat on the back-office PC; it says what to do next.',
  footer: 'This message names no patient, file or person, on purpose.',
};

function things(count: number): string {
  return count > 1 ? ` (${count} things affected)` : '';
}

function places(count: number): string {
  return count > 1 ? ` (${count} places)` : '';
}
