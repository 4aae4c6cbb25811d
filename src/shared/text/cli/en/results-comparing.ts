import { countOf, formatBytes, formatCount } from '../../../format/index.ts';

/** What the commands say that search, compare and count. */
export const comparingResults = {
  find: {
    nothing: 'Nothing was found.',
    inSnapshot: (id: string, time: string): string => `In snapshot ${id} of ${time}:`,
    inOne: (id: string, time: string): string => `in snapshot ${id} of ${time}`,
    inMany: (count: number, newest: string, newestTime: string, oldest: string, oldestTime: string): string =>
      `in ${countOf(count, 'snapshot', 'snapshots')}, ${newest} of ${newestTime} back to ${oldest} of ${oldestTime}`,
    versions: (paths: number, versions: number): string =>
      `Found ${countOf(versions, 'version', 'versions')} of ${countOf(paths, 'file or folder', 'files and folders')}.`,
    data: (id: string): string => `piece of data ${id}`,
    tree: (id: string): string => `folder listing ${id}`,
    inPack: (id: string): string => `in data file ${id}`,
    unneeded: 'No snapshot that was searched needs it.',
  },
  diff: {
    none: 'There is no difference.',
    files: (added: number, removed: number, changed: number): string =>
      `Files:   ${formatCount(added)} new, ${formatCount(removed)} removed, ${formatCount(changed)} changed`,
    dirs: (added: number, removed: number): string => `Folders: ${formatCount(added)} new, ${formatCount(removed)} removed`,
    others: (added: number, removed: number): string => `Others:  ${formatCount(added)} new, ${formatCount(removed)} removed`,
    dataBlobs: (added: number, removed: number): string =>
      `Pieces of file contents: ${formatCount(added)} new, ${formatCount(removed)} removed`,
    treeBlobs: (added: number, removed: number): string =>
      `Folder listings:         ${formatCount(added)} new, ${formatCount(removed)} removed`,
    added: (bytes: number): string => `Added:   ${formatBytes(bytes)}`,
    removed: (bytes: number): string => `Removed: ${formatBytes(bytes)}`,
  },
  stats: {
    modes: {
      'restore-size': 'What restoring them writes:',
      'files-by-contents': 'Files, each content once:',
      'raw-data': 'What is stored for them:',
      'blobs-per-file': 'Different pieces of each file:',
    },
    snapshots: (count: number): string => `Snapshots: ${formatCount(count)}`,
    entries: (count: number): string => `Files, folders and others: ${formatCount(count)}`,
    files: (count: number): string => `Files: ${formatCount(count)}`,
    blobs: (count: number): string => `Pieces: ${formatCount(count)}`,
    size: (bytes: number): string => `Size: ${formatBytes(bytes)}`,
    uncompressed: (bytes: number): string => `Size without compression: ${formatBytes(bytes)}`,
    ratio: (ratio: number): string => `Compression: ${ratio.toFixed(2)} times smaller`,
    compressedShare: (share: number): string => `Compressed part: ${percent(share)}`,
    saving: (share: number): string => `Space saved: ${percent(share)}`,
  },
};

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
