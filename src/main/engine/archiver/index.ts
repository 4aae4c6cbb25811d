export { archive, type ArchiveOptions } from './archiver.ts';
export { startEstimate } from './estimate.ts';
export type { BackupSource, SourceEntry, SourceListing } from './source/backup-source.ts';
export { Tally } from './tally.ts';
