import { countOf, formatCount } from '../../format/index.ts';
import type { RunWords } from './words.ts';

/** Words about runs and their jobs, in English. */
export const englishRuns: RunWords = {
  atWork: {
    backup: ({ source, place }) => `Backing up ${source ?? 'your data'}${to(place)}`,
    copy: ({ source, place }) => `Copying ${source ?? 'your data'}${to(place)}`,
    proof: ({ source, place }) => `Testing whether ${source ?? 'your data'} comes back${from(place)}`,
    check: ({ place }) => `Looking for damage at ${place ?? 'a place'}`,
    maintenance: ({ place }) => `Tidying up old copies at ${place ?? 'a place'}`,
    seal: ({ place }) => `Keeping Lifeboat's own settings${to(place)}`,
    restore: ({ source, place }) => `Bringing ${source ?? 'your data'} back${from(place)}`,
    probe: ({ place }) => `Trying out ${place ?? 'a place'}`,
    'kit-test': () => 'Testing the recovery kit',
    detection: () => 'Looking for what is not protected yet',
    'self-check': () => 'Lifeboat is checking itself',
  },
  kinds: {
    backup: ({ source }) => `Backup of ${source ?? 'your data'}`,
    copy: ({ source }) => `Copy of ${source ?? 'your data'}`,
    proof: ({ source }) => `Restore test of ${source ?? 'your data'}`,
    check: () => 'Search for damage',
    maintenance: () => 'Tidying up old copies',
    seal: () => "Lifeboat's own settings",
    restore: ({ source }) => `Restore of ${source ?? 'your data'}`,
    probe: () => 'Test of the place',
    'kit-test': () => 'Test of the recovery kit',
    detection: () => 'Search for what is not protected',
    'self-check': () => 'Self-check',
  },
  phases: {
    opening: 'Opening the place',
    locking: 'Waiting for other work at this place',
    'loading-snapshots': 'Looking at what is there',
    'loading-index': 'Looking at what is there',
    scanning: 'Looking at what there is to do',
    reading: 'Reading and storing',
    finishing: 'Finishing',
    planning: 'Planning',
    restoring: 'Bringing back',
    metadata: 'Setting times and rights',
    verifying: 'Comparing',
    'checking-structure': 'Checking that everything is there',
    'checking-data': 'Reading everything back',
    repacking: 'Making room',
    'writing-index': 'Finishing',
    deleting: 'Removing what is not needed',
    'reading-packs': 'Reading everything back',
    searching: 'Searching',
    comparing: 'Comparing',
    counting: 'Counting',
    copying: 'Copying',
    repairing: 'Looking for what is broken',
  },
  statuses: {
    scheduled: 'Waiting',
    running: 'At work',
    completed: 'Done',
    'completed-with-warnings': 'Done, with warnings',
    failed: 'Failed',
    skipped: 'Left out',
    interrupted: 'Interrupted',
  },
  triggers: {
    scheduled: 'As planned',
    'catch-up': 'Made up for',
    manual: 'Started by hand',
    'device-attached': 'A disk was plugged in',
    'follow-up': 'By Lifeboat itself',
  },
  skipped: {
    'destination-away': (place) => `${place} was not plugged in. It gets what it missed when it is back.`,
    'destination-unreachable': (place) => `${place} could not be reached. It gets what it missed when it is back.`,
    paused: () => 'Backups were paused.',
    'quiet-hours': (place) => `Nothing is sent to ${place} in the quiet hours. It follows afterwards.`,
    superseded: () => 'A newer one does the same.',
    'nothing-new': () => 'There was nothing new.',
    'no-room': (place) => `${place} has no room left. Get a larger disk, or keep fewer old copies.`,
    'credential-expired': (place) => `The access to ${place} has ended or is missing. Have your IT helper enter a new one in the settings.`,
    'removal-not-permitted': (place) => `This PC may not delete anything at ${place}, which protects the copies. Old ones stay for now.`,
    'clock-not-trusted': () => "This PC's clock jumped. Nothing is deleted until it runs steadily again.",
    parked: () => 'It gave way to other work and comes again.',
    'deletions-held': () => 'Nothing is deleted for a while, because this PC took over from another.',
    'attack-suspected': () =>
      'Somebody said that the pharmacy may be under attack. Until that is over, nothing is written or removed where it could do harm.',
    'earlier-step-failed': () => 'The step before it failed, so there was nothing to go on with.',
  },
  progress: {
    now: 'Now:',
    of: (done, all) => `${done} of ${all}`,
    files: (count) => countOf(count, 'file', 'files'),
    filesOf: (done, all) => `${formatCount(done)} of ${countOf(all, 'file', 'files')}`,
    left: (length) => `about ${length} left`,
    lastMinute: 'less than a minute left',
    step: (number, all) => `Step ${number} of ${all}`,
    starting: 'Waiting for its turn…',
    stop: 'Stop',
    stopping: 'Stopping. What is finished stays.',
    line: (what, details) => (details.length === 0 ? `${what}.` : `${what}: ${details.join(', ')}.`),
  },
  byPerson: 'Somebody stopped it. What was finished stays.',
  yourData: 'your data',
  yourPlace: 'The place',
};

function to(place: string | undefined): string {
  return place === undefined ? '' : ` to ${place}`;
}

function from(place: string | undefined): string {
  return place === undefined ? '' : ` from ${place}`;
}
