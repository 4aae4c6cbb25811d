import { LifeboatError } from '../../../shared/errors/index.ts';
import { partsOf, type Source } from '../../../shared/model/source.ts';
import { type FindRequest, findVersions, type FoundVersion, type ListedEntry, listTree } from '../../engine/index.ts';
import { sourceKind } from '../../sources/index.ts';
import type { HostHooks, RepositoryAccess, SourceSecrets } from '../engine-host.ts';
import { bringBack } from './bring-back.ts';
import { browsing, type Ground } from './ground.ts';
import { withPartContext } from './part-context.ts';
import { NOTES_FOLDER } from './places-in-snapshot.ts';
import { readPart } from './read-note.ts';

/** More would not help anybody who looks for one file. */
const MOST_FOUND = 500;

/** What lies in a folder of a snapshot; Lifeboat's own notes are left out. */
export async function browseSnapshot(
  ground: Ground,
  { at, snapshot, path }: { at: RepositoryAccess; snapshot: string; path: string },
  hooks: HostHooks,
): Promise<ListedEntry[]> {
  return await browsing(ground, at, hooks, async (session) => {
    const entries: ListedEntry[] = [];
    for await (const entry of listTree(session, { snapshot, path }, hooks))
      if (entry.path !== NOTES_FOLDER && entry.path !== path) entries.push(entry);
    return entries;
  });
}

/** Versions of files by name over all restore points, newest first; at most 500. */
export async function searchSnapshots(
  ground: Ground,
  { at, find }: { at: RepositoryAccess; find: FindRequest },
  hooks: HostHooks,
): Promise<FoundVersion[]> {
  return await browsing(ground, at, hooks, async (session) => {
    const found: FoundVersion[] = [];
    for await (const version of findVersions(session, find, hooks)) {
      found.push(version);
      if (found.length >= MOST_FOUND) break;
    }
    return found;
  });
}

/** Asks a restore point one of its source's questions, in a private copy beside the live data. `value-invalid` for an unknown part or question. */
export async function askSnapshot(
  ground: Ground,
  request: {
    at: RepositoryAccess;
    snapshot: string;
    source: Source;
    secrets: SourceSecrets;
    part: string;
    question: string;
    scratch: string;
  },
  hooks: HostHooks,
): Promise<string | number | undefined> {
  const part = partsOf(request.source).find(({ id }) => id === request.part);
  const question = part && 'questions' in part ? part.questions.find(({ name }) => name === request.question) : undefined;
  if (part === undefined || question === undefined)
    throw new LifeboatError('value-invalid', { name: 'question', value: request.question, expected: 'a question of this source' });
  return await withPartContext(ground, { scratch: request.scratch, secrets: request.secrets, hooks }, async (contextOf) => {
    const context = await contextOf(part);
    return await browsing(ground, request.at, hooks, async (session) => {
      const note = (await readPart(session, request.snapshot, part.id, hooks.signal)) ?? { part, paths: [] };
      const { restored } = await bringBack(session, { snapshot: request.snapshot, note, scratch: context.scratch }, hooks);
      const opened = await sourceKind(part).openForProof(part, restored, context);
      try {
        return await opened.ask(question.sql);
      } finally {
        await opened.close();
      }
    });
  });
}
