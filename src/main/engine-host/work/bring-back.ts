import { join } from 'node:path';
import nodePath from 'node:path';
import type { SingleSource } from '../../../shared/model/source.ts';
import { placeInSnapshot, type ReadingSession, restore, type RestoreRequest, type RestoreResult } from '../../engine/index.ts';
import type { RestoredPart } from '../../sources/index.ts';
import type { HostHooks } from '../engine-host.ts';
import { dataFolder } from './places-in-snapshot.ts';
import type { PartNote } from './read-note.ts';

/** Whether a part's data is files that stay where they are, rather than what a database gave. */
export function isPaths({ kind }: SingleSource): boolean {
  return kind === 'folder' || kind === 'vendor-file';
}

/** A part's data in a private folder, to be opened or put back from there. */
export async function bringBack(
  session: ReadingSession,
  what: { snapshot: string; note: PartNote; scratch: string },
  hooks: HostHooks,
): Promise<{ restored: RestoredPart; result: RestoreResult }> {
  const { snapshot, note, scratch } = what;
  const folder = join(scratch, 'restored');
  const request: RestoreRequest = isPaths(note.part)
    ? { snapshot, target: folder, include: note.paths.map((path) => escapePattern(placeInSnapshot(path, nodePath))) }
    : { snapshot: `${snapshot}:${dataFolder(note.part.id)}`, target: folder };
  const result = await restore(session, request, hooks);
  return { restored: { folder, paths: note.paths }, result };
}

/** A path as a pattern that fits nothing else. */
export function escapePattern(path: string): string {
  return path.replace(/[\\*?[\]!]/g, '\\$&');
}
