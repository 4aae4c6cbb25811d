import { formatBytes, formatDateTime } from '../../../shared/format/index.ts';
import type { ListedEntry } from '../../engine/index.ts';
import { harmless } from '../terminal/harmless.ts';
import { modeText } from './mode.ts';

const ID_WIDTH = 5;
const SIZE_WIDTH = 12;

/** An entry of a snapshot on one line; `units`: its size for people. */
export function listedLine(entry: ListedEntry, long: boolean, units = false): string {
  if (!long) return harmless(entry.path);
  const link = entry.linktarget === undefined ? '' : ` -> ${harmless(entry.linktarget)}`;
  return `${listedDetails(entry, units)} ${harmless(entry.path)}${link}`;
}

/** Mode, owner, size and time of an entry, in columns. */
export function listedDetails(entry: ListedEntry, units = false): string {
  const { type, mode, uid, gid, size, mtime } = entry;
  const owner = `${String(uid).padStart(ID_WIDTH)} ${String(gid).padStart(ID_WIDTH)}`;
  const bytes = (units ? formatBytes(size) : String(size)).padStart(SIZE_WIDTH);
  return `${modeText(type, mode)} ${owner} ${bytes} ${formatDateTime(new Date(mtime))}`;
}

/** An entry of a snapshot as a JSON line. */
export function listedObject(entry: ListedEntry): { message_type: 'node' } & Record<string, unknown> {
  const { inode, mode, type, linktarget, ...rest } = entry;
  return {
    message_type: 'node',
    type,
    ...rest,
    mode,
    permissions: modeText(type, mode),
    // A number beyond 2^53 would lose its last digits in most readers.
    inode: typeof inode === 'bigint' ? String(inode) : inode,
    linktarget,
  };
}
