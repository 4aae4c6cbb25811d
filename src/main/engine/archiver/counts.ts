import type { BackupCounts } from '../operations/contract.ts';
import type { SavedBlob } from '../repository/index.ts';

/** All at zero. */
export function noCounts(): BackupCounts {
  return {
    filesNew: 0,
    filesChanged: 0,
    filesUnmodified: 0,
    dirsNew: 0,
    dirsChanged: 0,
    dirsUnmodified: 0,
    dataBlobs: 0,
    treeBlobs: 0,
    bytesAdded: 0,
    bytesStored: 0,
    filesProcessed: 0,
    bytesProcessed: 0,
  };
}

/** Counts blobs that were saved. */
export function countBlobs(counts: BackupCounts, type: 'data' | 'tree', blobs: readonly SavedBlob[]): void {
  for (const blob of blobs) {
    if (!blob.isNew) continue;
    if (type === 'data') counts.dataBlobs += 1;
    else counts.treeBlobs += 1;
    counts.bytesAdded += blob.length;
    counts.bytesStored += blob.storedLength;
  }
}
