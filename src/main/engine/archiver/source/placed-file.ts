import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { TreeNode } from '../../format/node.ts';
import { formatDate } from '../../format/time.ts';
import type { SourceEntry, SourceListing } from './backup-source.ts';

/** Go's mode bit of a directory, and the permissions of entries that are made up. */
const DIRECTORY_MODE = 2 ** 31 + 0o755;

/** A file that stands in the snapshot at a path of its own, wherever its bytes come from. */
export interface PlacedFile {
  /** Absolute, as the snapshot records it. */
  path: string;
  listing: SourceListing;
}

/** Puts a file's node at `place` (`name`, `folder/name`), in folders made up for it. An empty place is `value-invalid`. */
export function placeFile(place: string, time: Date, makeNode: (name: string) => TreeNode): PlacedFile {
  const names = place.split('/').filter((name) => name !== '');
  const last = names.at(-1);
  if (last === undefined || names.some((name) => name === '.' || name === '..')) {
    throw new LifeboatError('value-invalid', { name: 'file name', value: place, expected: 'a name without . and ..' });
  }
  let entry: SourceEntry = { node: makeNode(last), path: pathOf(names) };
  for (let depth = names.length - 1; depth > 0; depth--) {
    const above = names.slice(0, depth);
    entry = { node: madeUpFolder(above.at(-1) ?? '', time), path: pathOf(above), children: [entry] };
  }
  return { path: pathOf(names), listing: { entries: [entry], failures: [] } };
}

function madeUpFolder(name: string, time: Date): TreeNode {
  const now = formatDate(time);
  return { name, type: 'dir', mode: DIRECTORY_MODE, mtime: now, atime: now, ctime: now, uid: 0, gid: 0, content: null };
}

function pathOf(names: readonly string[]): string {
  return `/${names.join('/')}`;
}
