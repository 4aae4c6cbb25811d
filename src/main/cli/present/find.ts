import { formatBytes, formatDateTime } from '../../../shared/format/index.ts';
import type { CliTexts } from '../../../shared/text/index.ts';
import type { FoundEntry, FoundObject, FoundVersion, SnapshotEntry } from '../../engine/index.ts';
import { harmless } from '../terminal/harmless.ts';
import { listedDetails, listedObject } from './ls.ts';
import { shortId } from './short-id.ts';

const SIZE_WIDTH = 10;

/** How entries are shown. */
export interface FoundFacts {
  long: boolean;
  /** With `long`: sizes with units. */
  units: boolean;
  /** Name every snapshot. */
  verbose: boolean;
}

type Texts = CliTexts['results']['find'];
type JsonLine = { message_type: string } & Record<string, unknown>;

/** A version of a file and where it is, below the line of its path. */
export function versionLines({ entry, snapshots }: FoundVersion, texts: Texts, { long, units, verbose }: FoundFacts): string[] {
  const details = long ? listedDetails(entry, units) : `${formatDateTime(new Date(entry.mtime))} ${sizeText(entry)}`;
  return [`  ${details}  ${whereText(snapshots, texts)}`, ...(verbose ? snapshots.map(snapshotLine) : [])];
}

/** A blob's use and where it is. */
export function objectLines(found: FoundObject, texts: Texts, verbose: boolean): string[] {
  const { type, id, pack, path, snapshots } = found;
  const object = type === 'data' ? texts.data(id) : texts.tree(id);
  const place = pack === undefined ? '' : `, ${texts.inPack(shortId(pack))}`;
  return [harmless(path), `  ${object}${place}`, `  ${whereText(snapshots, texts)}`, ...(verbose ? snapshots.map(snapshotLine) : [])];
}

/** The line above what a snapshot has. */
export function snapshotTitle(entry: SnapshotEntry, texts: Texts): string {
  return texts.inSnapshot(shortId(entry.id), timeOf(entry));
}

/** A version as a JSON line. */
export function versionObject({ entry, snapshots }: FoundVersion): JsonLine {
  return { ...listedObject(entry), message_type: 'version', snapshots: snapshots.map(({ id }) => id) };
}

/** What one snapshot has as a JSON line. */
export function matchObject({ entry, snapshot }: FoundEntry): JsonLine {
  return { ...listedObject(entry), message_type: 'match', snapshot: snapshot.id };
}

/** A blob's use as a JSON line. */
export function objectObject({ type, id, pack, path, snapshots }: FoundObject): JsonLine {
  return {
    message_type: 'object',
    object_type: type === 'data' ? 'blob' : type,
    id,
    pack,
    path,
    snapshots: snapshots.map((entry) => entry.id),
  };
}

function sizeText({ type, size }: FoundVersion['entry']): string {
  return (type === 'file' ? formatBytes(size) : '').padStart(SIZE_WIDTH);
}

function whereText(snapshots: readonly SnapshotEntry[], texts: Texts): string {
  const newest = snapshots[0] as SnapshotEntry;
  const oldest = snapshots.at(-1) as SnapshotEntry;
  if (newest === oldest) return texts.inOne(shortId(newest.id), timeOf(newest));
  return texts.inMany(snapshots.length, shortId(newest.id), timeOf(newest), shortId(oldest.id), timeOf(oldest));
}

function snapshotLine(entry: SnapshotEntry): string {
  return `    ${shortId(entry.id)} ${timeOf(entry)}`;
}

function timeOf({ snapshot }: SnapshotEntry): string {
  return formatDateTime(new Date(snapshot.time));
}
