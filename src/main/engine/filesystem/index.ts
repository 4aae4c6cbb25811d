export { applyMetadata } from './apply-metadata.ts';
export { createSpecial } from './create-special.ts';
export { makeFolders } from './make-folders.ts';
export type { DirectoryScan, EntryScan, MetadataDetail, UnsetDetail } from './metadata.ts';
export { nativeProblem } from './native/index.ts';
export { openForReading } from './open-for-reading.ts';
export { entryPath, plainWindowsPath } from './paths.ts';
export { scanDirectory, scanEntry } from './scan.ts';
export { canSyncFileSystems, syncFileSystems } from './sync-file-systems.ts';
