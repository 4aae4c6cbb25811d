import { countOf, formatBytes, formatCount } from '../../../format/index.ts';
import { comparingResults } from './results-comparing.ts';

const files = (count: number): string => countOf(count, 'file', 'files');
const folders = (count: number): string => countOf(count, 'folder', 'folders');
const snapshots = (count: number): string => countOf(count, 'snapshot', 'snapshots');
const dataFiles = (count: number): string => countOf(count, 'data file', 'data files');

/** What a finished command says. */
export const englishResults = {
  init: {
    made: (id: string, location: string): string => `Made the repository ${id} at ${location}.`,
    samePasswords: 'Every password of the repository it was made from opens it.',
    keepPassword: 'Keep the password in a safe place: without it nobody can open this repository, and nothing in it can be brought back.',
  },
  copy: {
    copied: (source: string, copy: string): string => `Snapshot ${source} copied as ${copy}.`,
    present: (count: number): string => `${snapshots(count)} already there.`,
    nothing: 'There was nothing to copy.',
    done: (count: number, bytes: number, stored: number): string =>
      `Copied ${snapshots(count)}, ${formatBytes(bytes)}, stored as ${formatBytes(stored)}.`,
    damaged: (id: string): string => `The snapshot ${id} is damaged and was not copied. Check the repository it is in.`,
  },
  backup: {
    dryRun: 'Nothing was stored: this was a dry run.',
    parent: (id: string): string => `Compared with snapshot ${id}.`,
    noParent: 'Not compared with an earlier snapshot: everything was read.',
    files: (added: number, changed: number, unmodified: number): string =>
      `Files:   ${formatCount(added)} new, ${formatCount(changed)} changed, ${formatCount(unmodified)} unchanged`,
    dirs: (added: number, changed: number, unmodified: number): string =>
      `Folders: ${formatCount(added)} new, ${formatCount(changed)} changed, ${formatCount(unmodified)} unchanged`,
    blobs: (data: number, trees: number): string => `Pieces:  ${formatCount(data)} of file contents, ${formatCount(trees)} of folders`,
    added: (added: number, stored: number): string => `Added:   ${formatBytes(added)}, stored as ${formatBytes(stored)}`,
    wouldAdd: (added: number): string => `Would add ${formatBytes(added)}`,
    processed: (count: number, bytes: number, duration: string): string => `Read ${files(count)}, ${formatBytes(bytes)} in ${duration}`,
    saved: (id: string): string => `Snapshot ${id} saved.`,
    unchanged: 'Nothing changed since the last snapshot, so none was made.',
  },
  warnings: (count: number): string => `Completed with ${countOf(count, 'warning', 'warnings')}.`,
  snapshots: {
    none: 'There are no snapshots yet.',
    count: snapshots,
    group: (names: string): string => `Snapshots of ${names}:`,
    host: (host: string): string => `host ${host}`,
    paths: (paths: string): string => `paths ${paths}`,
    tags: (tags: string): string => `tags ${tags}`,
    unreadable: (id: string): string => `The snapshot ${id} cannot be read. Check the repository.`,
  },
  restore: {
    dryRun: 'Nothing was written: this was a dry run.',
    plan: (id: string, target: string): string => `Snapshot ${id} into ${target}:`,
    newFiles: (count: number): string => `  ${files(count)} to write anew`,
    replaced: (count: number): string => `  ${files(count)} to replace`,
    unchanged: (count: number): string => `  ${files(count)} already as in the snapshot`,
    kept: (count: number): string => `  ${files(count)} to leave alone, whether they differ or not`,
    dirs: (count: number): string => `  ${folders(count)}`,
    dirsAndOthers: (count: number, others: number): string => `  ${folders(count)} and ${countOf(others, 'other entry', 'other entries')}`,
    bytes: (bytes: number, packBytes: number): string =>
      `  ${formatBytes(bytes)} to write, ${formatBytes(packBytes)} to read from the repository`,
    free: (bytes: number): string => `  ${formatBytes(bytes)} free at the target`,
    done: (count: number, bytes: number, target: string, duration: string): string =>
      `Restored ${files(count)}, ${formatBytes(bytes)} into ${target} in ${duration}.`,
    alreadyThere: (count: number): string => `${files(count)} already as in the snapshot.`,
    leftAlone: (count: number): string => `${files(count)} left alone, whether they differ or not.`,
    verified: (count: number): string => `Read back ${files(count)}: all as in the snapshot.`,
    verifiedSome: (count: number): string => `Read back ${files(count)} as in the snapshot; see the warnings for the others.`,
  },
  ...comparingResults,
  check: {
    snapshots: (count: number, packs: number): string => `Looked at ${snapshots(count)} and ${dataFiles(packs)}.`,
    read: (packs: number, bytes: number): string => `Read ${dataFiles(packs)}, ${formatBytes(bytes)}.`,
    unused: (bytes: number): string => `${formatBytes(bytes)} are used by no snapshot any more; "lifeboat prune" removes them.`,
    sound: 'No errors were found.',
    soundNotRead: 'No errors were found. The data itself was not read; --read-data does that.',
    errors: (count: number): string => `${countOf(count, 'error was', 'errors were')} found. The repository is damaged.`,
    affected: (count: number): string => `Damage reaches ${files(count)}:`,
    affectedMore: '  and more',
    affectedFile: (snapshot: string, path: string): string => `  ${snapshot} ${path}`,
  },
  forget: {
    keep: (count: number): string => `Kept: ${snapshots(count)}`,
    remove: (count: number): string => `Forgotten: ${snapshots(count)}`,
    wouldKeep: (count: number): string => `Would keep: ${snapshots(count)}`,
    wouldRemove: (count: number): string => `Would forget: ${snapshots(count)}`,
    dryRun: 'Nothing was removed: this was a dry run.',
    dryRunPrune: 'What pruning would free is known only after the snapshots are gone.',
    forgotten: (count: number): string => `Forgot ${snapshots(count)}.`,
    pruneHint: 'Their data stays until "lifeboat prune" runs.',
    locked: (count: number): string => `Still protected where they are, and therefore kept: ${snapshots(count)}. Forget them again later.`,
    noneToForget: 'There is nothing to forget.',
    allInOne: 'all snapshots',
  },
  prune: {
    used: (blobs: number, bytes: number): string => `Used:        ${countOf(blobs, 'piece', 'pieces')}, ${formatBytes(bytes)}`,
    duplicate: (blobs: number, bytes: number): string => `Duplicate:   ${countOf(blobs, 'piece', 'pieces')}, ${formatBytes(bytes)}`,
    unused: (blobs: number, bytes: number): string => `Unused:      ${countOf(blobs, 'piece', 'pieces')}, ${formatBytes(bytes)}`,
    kept: (packs: number): string => `Kept:        ${dataFiles(packs)}`,
    repacked: (packs: number, bytes: number, freed: number): string =>
      `Repacked:    ${dataFiles(packs)}, ${formatBytes(bytes)}; frees ${formatBytes(freed)}`,
    deleted: (packs: number, bytes: number): string => `Removed:     ${dataFiles(packs)}, ${formatBytes(bytes)}`,
    unreferenced: (packs: number, bytes: number): string => `Left behind: ${dataFiles(packs)}, ${formatBytes(bytes)}`,
    after: (bytes: number): string => `Unused that stays: ${formatBytes(bytes)}`,
    freed: (bytes: number): string => `Freed ${formatBytes(bytes)}.`,
    wouldFree: (bytes: number): string => `Would free ${formatBytes(bytes)}.`,
    dryRun: 'Nothing was removed: this was a dry run.',
    locked: (packs: number): string =>
      `Still protected where they are, and therefore kept: ${dataFiles(packs)}. A later prune removes them.`,
    nothing: 'There is nothing to remove.',
  },
  repairIndex: {
    done: (indexed: number, read: number): string => `The index names ${dataFiles(indexed)}; ${formatCount(read)} of them had to be read.`,
    written: (written: number, removed: number): string =>
      `${countOf(written, 'index file', 'index files')} written, ${formatCount(removed)} replaced.`,
    missing: (id: string): string => `The data file ${id} is gone. Run "lifeboat check" to see what is affected.`,
    salvaged: (id: string): string =>
      `The data file ${id} is damaged; the index names only what can still be read in it. Run "lifeboat repair packs" to store that anew.`,
    unreadable: (id: string): string =>
      `The data file ${id} cannot be read and is in no index. Run "lifeboat check" to see what is affected.`,
  },
  repairPacks: {
    read: (count: number): string => `Read ${dataFiles(count)}.`,
    nothing: 'None of them is damaged.',
    damaged: (id: string): string => `The data file ${id} is damaged.`,
    saved: (saved: number, lost: number): string => `${countOf(saved, 'piece', 'pieces')} of data stored anew, ${formatCount(lost)} lost.`,
    wouldSave: (saved: number, lost: number): string =>
      `${countOf(saved, 'piece', 'pieces')} of data would be stored anew, ${formatCount(lost)} would be lost.`,
    locked: (count: number): string => `Still protected where they are, and therefore kept: ${dataFiles(count)}. Repair them again later.`,
    dryRun: 'Nothing was changed: this was a dry run.',
    snapshotsHint: 'A new backup may bring back what was lost. After it: lifeboat repair snapshots',
  },
  repairSnapshots: {
    looked: (count: number): string => `Looked at ${snapshots(count)}.`,
    indexed: (count: number): string => `${countOf(count, 'data file', 'data files')} that no index named: named in it again.`,
    nothing: 'None of them is broken.',
    dryRun: 'Nothing was changed: this was a dry run.',
    repaired: (id: string, repaired: string): string => `Snapshot ${id} lacks what is named above; repaired as ${repaired}.`,
    wouldRepair: (id: string): string => `Snapshot ${id} lacks what is named above; a repaired one would be made.`,
    hopeless: (id: string): string => `Nothing of the snapshot ${id} can be saved.`,
    lost: (id: string, path: string): string => `Cannot be saved: ${id} ${path}`,
    lostMore: (id: string): string => `Cannot be saved: ${id} and more`,
    forgotten: (count: number): string => `Removed ${countOf(count, 'broken snapshot', 'broken snapshots')}.`,
    forgetHint: 'The broken snapshots are still there; --forget removes them.',
    pruneHint: 'To remove what nothing needs any more: lifeboat prune',
  },
  dump: {
    written: (bytes: number, path: string): string => `Wrote ${formatBytes(bytes)} to ${path}.`,
  },
  keys: {
    added: (id: string): string => `Added the key ${id}.`,
    removed: (id: string): string => `Removed the key ${id}.`,
    changed: (id: string): string => `The password was changed; the new key is ${id}.`,
  },
  unlock: {
    removed: (count: number): string => `Removed ${countOf(count, 'lock', 'locks')}.`,
    none: 'There was no lock to remove.',
    kept: (count: number): string => `${countOf(count, 'lock stays', 'locks stay')}: that work may still be running.`,
  },
  version: {
    line: (version: string, node: string, platform: string): string => `lifeboat ${version} on Node ${node}, ${platform}`,
  },
};
