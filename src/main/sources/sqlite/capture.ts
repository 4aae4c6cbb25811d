import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { SourceOf } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import { about, isOpenElsewhere, requireRoom } from '../files/index.ts';
import type { Capture, SourceContext } from '../kind.ts';
import { askAll } from './ask.ts';
import { withDatabase } from './database-thread.ts';
import { isDatabaseFile, requireDatabaseFile } from './requirements.ts';
import { copyWithSides, sizeOf } from './side-files.ts';

/** The database's name in a snapshot. */
export const CAPTURED = 'database.sqlite';
/** Row counts kept of so many tables, the largest. */
const TABLES = 12;

/** Copies the database as it is at one moment into scratch, has it checked there, and reads the witness from that copy. */
export async function capture(source: SourceOf<'sqlite'>, context: SourceContext): Promise<Capture> {
  const { path, questions } = source;
  const size = await about(path, () => sizeOf(path));
  if (size === undefined) throw new LifeboatError('source-not-found', { path });
  await requireRoom(context.scratch, size);
  const folder = await mkdtemp(join(context.scratch, 'sqlite-'));
  const release = async (): Promise<void> => await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const staged = join(folder, CAPTURED);
    await stage(path, staged, folder, context);
    const facts = await readCopy(staged, path, context);
    const asked = await askAll(staged, questions, context.signal);
    const witness: Witness = {
      ...facts,
      takenAt: context.clock.now().toISOString(),
      facts: [...facts.facts, ...asked.facts],
      isExact: true,
    };
    return {
      files: [{ kind: 'staged', name: CAPTURED, path: staged, layout: 'pages' }],
      witness: async () => await Promise.resolve(witness),
      isConsistent: true,
      warnings: asked.warnings,
      release,
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function stage(path: string, staged: string, folder: string, context: SourceContext): Promise<void> {
  try {
    await requireDatabaseFile(path);
    await withDatabase(path, 'live', context.signal, async (database) => await database.do('stage', { to: staged }));
  } catch (error) {
    const found = join(folder, 'found.sqlite');
    await rm(staged, { force: true });
    if (isLifeboatError(error, 'source-busy')) await copyLocked(path, found, error, context);
    // After a crash of its program, or where SQLite may not write beside it, reading alone is not enough.
    else if (isLifeboatError(error, 'read-only') || isLifeboatError(error, 'source-unreadable')) await copyIdle(path, found);
    else throw error;
    // SQLite finishes in the copy what was left unfinished.
    await withDatabase(found, 'own', context.signal, async (database) => await database.do('stage', { to: staged }));
  }
}

/** Nobody has it open: the files themselves are copied. */
async function copyIdle(path: string, to: string): Promise<void> {
  if ((await isOpenElsewhere([path])) === true) throw new LifeboatError('source-busy', { path }, { retryable: true });
  await about(path, async () => await copyWithSides(path, to));
}

/** Somebody keeps it to himself: in a frozen state of the volume it is as a power cut would leave it, which SQLite mends. */
async function copyLocked(path: string, to: string, busy: LifeboatError, { frozen, signal }: SourceContext): Promise<void> {
  if (frozen === undefined) throw busy;
  try {
    await copyWithSides(await frozen.pathOf(path), to);
  } catch (cause) {
    signal.throwIfAborted();
    throw new LifeboatError('source-busy', { path }, { cause, retryable: true });
  }
  if (!(await isDatabaseFile(to))) throw new LifeboatError('source-not-a-database', { path });
}

async function readCopy(staged: string, path: string, context: SourceContext): Promise<Omit<Witness, 'takenAt'>> {
  return await withDatabase(staged, 'own', context.signal, async (database) => {
    const [detail] = await database.do('check', { isQuick: false });
    if (detail !== undefined) throw new LifeboatError('source-damaged', { path, detail });
    return await database.do('witness', { tables: TABLES });
  });
}
