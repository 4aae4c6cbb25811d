import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { type ErrorCode, isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { type SingleSource, singleSourceSchema } from '../../../shared/model/source.ts';
import { type Witness, witnessSchema } from '../../../shared/model/witness.ts';
import { dump, type ReadingSession } from '../../engine/index.ts';
import { partName, witnessName } from './places-in-snapshot.ts';

/** Notes are small; more than this is not one of ours. */
const LIMIT = 16 * 1024 * 1024;

/** The witness kept beside a part's data; undefined if the snapshot has none. */
export async function readWitness(
  session: ReadingSession,
  snapshot: string,
  part: string,
  signal?: AbortSignal,
): Promise<Witness | undefined> {
  return await readNote(session, { snapshot, name: witnessName(part), schema: witnessSchema }, signal);
}

/** A part as it was set up when it was backed up, and the absolute paths that were captured as they are. */
export const partNoteSchema = z.object({ part: singleSourceSchema, paths: z.array(z.string().refine(isPlain)) });
export type PartNote = z.infer<typeof partNoteSchema>;

export async function readPart(
  session: ReadingSession,
  snapshot: string,
  part: string,
  signal?: AbortSignal,
): Promise<PartNote | undefined> {
  return await readNote(session, { snapshot, name: partName(part), schema: partNoteSchema }, signal);
}

/** Whether a path says where it leads: it is whole, and takes no step back. A repository that others can write may say anything. */
function isPlain(path: string): boolean {
  return isAbsolute(path) && !path.includes('\0') && !path.split(/[\\/]/).includes('..');
}

/** What a restore knows of a part; where the notes are gone or damaged, what is set up now has to do: the data itself may be whole. */
export async function readForRestore(
  session: ReadingSession,
  snapshot: string,
  part: SingleSource,
  signal?: AbortSignal,
): Promise<{ note: PartNote; witness: Witness | undefined }> {
  const note = await unlessDamaged(readPart(session, snapshot, part.id, signal));
  const witness = await unlessDamaged(readWitness(session, snapshot, part.id, signal));
  return { note: note ?? { part, paths: part.kind === 'folder' ? part.paths : [] }, witness };
}

const DAMAGED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['file-damaged', 'blob-damaged', 'blob-not-found']);

async function unlessDamaged<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isLifeboatError(error) && DAMAGED.has(error.code)) return undefined;
    throw error;
  }
}

async function readNote<S extends z.ZodType>(
  session: ReadingSession,
  note: { snapshot: string; name: string; schema: S },
  signal?: AbortSignal,
): Promise<z.infer<S> | undefined> {
  const text = await readSmallFile(session, note.snapshot, `/${note.name}`, signal);
  if (text === undefined) return undefined;
  const parsed = note.schema.safeParse(parseJson(text));
  if (!parsed.success) throw new LifeboatError('file-damaged', { type: 'snapshot', name: note.name, detail: 'wrong-shape' });
  return parsed.data;
}

/** A small file of a snapshot as text; undefined if it is not there. */
export async function readSmallFile(
  session: ReadingSession,
  snapshot: string,
  path: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    await dump(
      session,
      { snapshot, path },
      (chunk) => {
        length += chunk.length;
        if (length > LIMIT) throw new LifeboatError('file-damaged', { type: 'snapshot', name: path, detail: 'too-large' });
        chunks.push(chunk.slice());
        return Promise.resolve();
      },
      signal ? { signal } : {},
    );
  } catch (error) {
    if (isLifeboatError(error, 'path-not-found')) return undefined;
    throw error;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
