/** What a snapshot file says of when and what it is, remembered on this machine: thousands of files need not be read to find one. */
export { fileSnapshotMemory } from './file-snapshot-memory.ts';
export { type SnapshotDigest, sourceKey, surveySnapshots } from './survey.ts';
export { memorySnapshotMemory, type SnapshotMemory } from './snapshot-memory.ts';
