import type { z } from 'zod';
import type { entrySchema } from '../../../shared/contract/restore.ts';
import type { RepositoryRef } from '../../../shared/model/destination.ts';
import type { FilePick } from './wish.ts';

/** What the owner found in one place. */
export interface FoundAt {
  at: RepositoryRef;
  found: readonly {
    entry: z.infer<typeof entrySchema>;
    snapshots: readonly { id: string; time: string; source?: string | undefined }[];
  }[];
}

/** One state of a file, over all restore points that have it in this state. */
export interface FileVersion {
  size: number;
  mtime: string;
  /** The newest restore point that has it, and how many have it. */
  pick: FilePick;
  points: number;
}

/** A file or folder that was found by name, with its versions, newest first. */
export interface FoundFile {
  path: string;
  name: string;
  source: string;
  isFolder: boolean;
  versions: FileVersion[];
}

/** What is Lifeboat's own, or a database's copy that comes back as a whole. */
const NOT_A_FILE = /^\/(lifeboat|lifeboat-seal|database)(\/|$)/;

interface Sighting {
  entry: FoundAt['found'][number]['entry'];
  pick: FilePick;
}

/** What was found in all places as files with their versions: the same moment in two places counts once. */
export function filesFound(results: readonly FoundAt[]): FoundFile[] {
  const sightings = results.flatMap(({ at, found }) => found.flatMap((one) => sightingsOf(at, one)));
  const files = Map.groupBy(sightings, ({ pick }) => JSON.stringify([pick.source, pick.path]));
  return [...files.values()].flatMap((seen): FoundFile[] => {
    const [first] = seen;
    if (first === undefined) return [];
    const { entry, pick } = first;
    return [{ path: entry.path, name: entry.name, source: pick.source, isFolder: entry.type === 'dir', versions: versionsOf(seen) }];
  });
}

function sightingsOf(at: RepositoryRef, { entry, snapshots }: FoundAt['found'][number]): Sighting[] {
  if (NOT_A_FILE.test(entry.path)) return [];
  return snapshots.flatMap(({ id, time, source }) =>
    source === undefined ? [] : [{ entry, pick: { source, ...at, snapshot: id, time, path: entry.path } }],
  );
}

function versionsOf(seen: readonly Sighting[]): FileVersion[] {
  const states = Map.groupBy(seen, ({ entry }) => `${entry.mtime} ${entry.size}`);
  const versions = [...states.values()].flatMap((same): FileVersion[] => {
    const newest = same.toSorted((a, b) => Date.parse(b.pick.time) - Date.parse(a.pick.time))[0];
    if (newest === undefined) return [];
    const points = new Set(same.map(({ pick }) => Date.parse(pick.time))).size;
    return [{ size: newest.entry.size, mtime: newest.entry.mtime, pick: newest.pick, points }];
  });
  return versions.toSorted((a, b) => Date.parse(b.pick.time) - Date.parse(a.pick.time));
}
