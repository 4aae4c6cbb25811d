import type { Id } from '../format/id.ts';
import { integerOf } from '../format/json.ts';
import type { TreeNode } from '../format/node.ts';
import { formatTime } from '../format/time.ts';
import type { FileStamp } from '../workers/index.ts';
import { chooseChunking } from './choose-chunking.ts';
import { isUnchanged } from './compare.ts';
import { countBlobs } from './counts.ts';
import type { FileSaver } from './file-saver.ts';
import type { FileOutcome } from './saved-file.ts';
import type { BackupSource, SourceContent, SourceEntry } from './source/backup-source.ts';
import type { Tally } from './tally.ts';

/** What saving one file needs. */
export interface FileSaving {
  source: BackupSource;
  saver: FileSaver;
  tally: Tally;
  /** Whether the repository holds this content. */
  hasBlob: (id: Id) => boolean;
  /** Plain bytes of a stored blob. */
  plainLength: (id: Id) => number | undefined;
  /** Read again whatever the snapshot before says. */
  force: boolean;
}

/** The node of a file with its content: taken over from the snapshot before if unchanged, else read. Undefined if it cannot be read. */
export async function saveFile(saving: FileSaving, entry: SourceEntry, before: TreeNode | undefined): Promise<TreeNode | undefined> {
  const { tally } = saving;
  tally.fileMet(entry.node.size ?? 0);
  const kept = keptContent(saving, entry.node, before);
  if (kept) {
    tally.counts.filesUnmodified += 1;
    tally.fileDone(entry.node.size ?? 0);
    return { ...entry.node, content: kept };
  }
  tally.current(entry.path);
  const { outcome, underWay } = await readContent(saving, entry, before);
  if ('failure' in outcome) {
    tally.warn(outcome.failure === 'ENOENT' ? 'vanished' : 'unreadable', entry.path, outcome.failure);
    return undefined;
  }
  if (outcome.changed) tally.warn('changed-while-read', entry.path);
  if (before?.type === 'file') tally.counts.filesChanged += 1;
  else tally.counts.filesNew += 1;
  countBlobs(tally.counts, 'data', outcome.blobs);
  tally.fileDone(outcome.size, underWay);
  return { ...entry.node, ...stampFields(outcome.stamp), size: outcome.size, content: outcome.blobs.map((blob) => blob.id) };
}

interface ReadContent {
  outcome: FileOutcome;
  /** Bytes of it that were told of while it was read. */
  underWay: number;
}

/** Reads a file's content; where that fails, from where the source says that it can be had instead. */
async function readContent(saving: FileSaving, entry: SourceEntry, before: TreeNode | undefined): Promise<ReadContent> {
  const { source, saver } = saving;
  const read = await readOnce(saving, entry, before, source.content(entry), saver.save.bind(saver));
  if (!('failure' in read.outcome)) return read;
  const path = await source.instead?.(entry, read.outcome.failure);
  if (path === undefined) return read;
  const again = await readOnce(saving, entry, before, { kind: 'file', path }, saver.saveNow.bind(saver));
  // Why the file itself cannot be read is what helps a person.
  return 'failure' in again.outcome ? read : again;
}

async function readOnce(
  { tally, plainLength }: FileSaving,
  { node }: SourceEntry,
  before: TreeNode | undefined,
  content: SourceContent,
  save: FileSaver['save'],
): Promise<ReadContent> {
  let underWay = 0;
  const onRead = (bytes: number): void => {
    underWay += bytes;
    tally.bytesRead(bytes);
  };
  const chunking = await chooseChunking(content, node, before, plainLength);
  const outcome = await save(content, { size: node.size ?? 0, chunking, onRead });
  if (!('failure' in outcome)) return { outcome, underWay };
  tally.bytesRead(-underWay);
  return { outcome, underWay: 0 };
}

function keptContent({ force, hasBlob }: FileSaving, node: TreeNode, before: TreeNode | undefined): Id[] | undefined {
  if (force || !isUnchanged(node, before) || before.content === null) return undefined;
  return before.content.every(hasBlob) ? before.content : undefined;
}

/** The state at opening is what the content belongs to; the listing may be older. */
function stampFields(stamp: FileStamp | undefined): Pick<TreeNode, 'mtime' | 'ctime' | 'inode'> {
  if (stamp === undefined) return {};
  return { mtime: formatTime(stamp.mtime), ctime: formatTime(stamp.ctime), inode: integerOf(stamp.inode) };
}
