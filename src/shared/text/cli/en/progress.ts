import type { Phase } from '../../../model/progress.ts';
import { countOf } from '../../../format/index.ts';

const PHASES: Readonly<Record<Phase, string>> = {
  opening: 'Opening the repository',
  locking: 'Waiting for the lock',
  'loading-snapshots': 'Loading snapshots',
  'loading-index': 'Loading the index',
  scanning: 'Looking at what there is',
  reading: 'Backing up',
  finishing: 'Finishing',
  planning: 'Planning',
  restoring: 'Restoring',
  metadata: 'Setting times and owners',
  verifying: 'Comparing with the snapshot',
  'checking-structure': 'Checking the structure',
  'checking-data': 'Checking the data',
  repacking: 'Repacking',
  'writing-index': 'Writing the index',
  deleting: 'Removing',
  'reading-packs': 'Reading data files',
  searching: 'Searching',
  comparing: 'Comparing',
  counting: 'Counting',
  copying: 'Copying',
  repairing: 'Looking for what is broken',
  'putting-back': 'Putting it into its database',
};

/** What a step counts, where it is not files of the source. */
const UNITS: Readonly<Partial<Record<Phase, readonly [one: string, many: string]>>> = {
  'checking-structure': ['folder', 'folders'],
  'checking-data': ['data file', 'data files'],
  repacking: ['data file', 'data files'],
  'reading-packs': ['data file', 'data files'],
  searching: ['snapshot', 'snapshots'],
  counting: ['snapshot', 'snapshots'],
  deleting: ['item', 'items'],
  copying: ['snapshot', 'snapshots'],
  repairing: ['snapshot', 'snapshots'],
};

/** Words of the status line. */
export const englishProgress = {
  phases: PHASES,
  counted: (phase: Phase | undefined, count: number): string =>
    countOf(count, ...((phase && UNITS[phase]) ?? (['file', 'files'] as const))),
  of: (done: string, total: string): string => `${done} of ${total}`,
  left: (duration: string): string => `${duration} left`,
};
