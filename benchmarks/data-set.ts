import { createPharmacy, workDay } from '../demo/sample-pharmacy/index.ts';
import { formatBytes, formatCount } from '../src/shared/format/index.ts';
import { changeSomeFiles, makeManyFiles } from './many-files.ts';

/** Something to back up. */
export interface DataSet {
  /** In words, for the head of the output. */
  readonly description: string;
  /** About how much it takes. */
  readonly bytes: number;
  make(folder: string): void;
  /** A small change, as a day brings it. */
  change(folder: string): void;
}

/** The sample pharmacy: two fifths database, half scans, the rest logs. */
export function pharmacyData(size: number): DataSet {
  return {
    description: `the sample pharmacy, about ${formatBytes(size)}: database, scans that do not compress, logs; the small change is a day's work`,
    bytes: size,
    make: (folder) => {
      createPharmacy(folder, { size, seed: 'benchmark' });
    },
    change: (folder) => {
      workDay(folder);
    },
  };
}

/** Many small files; the small change touches one in a thousand. */
export function manyFilesData(count: number): DataSet {
  let changes = 0;
  return {
    description: `${formatCount(count)} small files in folders of a hundred; the small change rewrites one in a thousand`,
    bytes: count * 4096,
    make: (folder) => makeManyFiles(folder, count),
    change: (folder) => changeSomeFiles(folder, count, ++changes),
  };
}
