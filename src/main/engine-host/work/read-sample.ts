import { randomInt } from 'node:crypto';
import nodePath from 'node:path';
import { dump, listTree, placeInSnapshot, type ReadingSession } from '../../engine/index.ts';
import type { HostHooks } from '../engine-host.ts';
import type { PartNote } from './read-note.ts';

/** Reads files chosen at random until about so many bytes came back, every byte verified. The bytes read. Throws what is damaged. */
export async function readSample(
  session: ReadingSession,
  { snapshot, note, bytes }: { snapshot: string; note: PartNote; bytes: number },
  hooks: HostHooks,
): Promise<number> {
  const files: { path: string; size: number }[] = [];
  for (const path of note.paths) {
    for await (const entry of listTree(session, { snapshot, path: placeInSnapshot(path, nodePath), recursive: true }, hooks)) {
      if (entry.type === 'file') files.push({ path: entry.path, size: entry.size });
    }
  }
  let read = 0;
  while (read < bytes && files.length > 0) {
    const [file] = files.splice(randomInt(files.length), 1);
    if (file === undefined) break;
    await dump(session, { snapshot, path: file.path }, () => Promise.resolve(), hooks);
    read += file.size;
  }
  return read;
}
