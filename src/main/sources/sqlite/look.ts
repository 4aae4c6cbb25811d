import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { SourceOf } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import { about } from '../files/index.ts';
import type { LiveState, SourceContext } from '../kind.ts';
import { askAll } from './ask.ts';
import { openDatabase } from './database-thread.ts';
import { isInUse, requireDatabaseFile } from './requirements.ts';
import { sizeOf } from './side-files.ts';

/** Checked and counted up to so many bytes; a larger one counts as healthy when it opens. */
const LOOK_LIMIT = 1024 ** 3;
/** And for so many milliseconds. */
const TIME_LIMIT = 60_000;
/** Milliseconds to wait for others: a person waits for the answer. */
const PATIENCE = 1500;
/** Milliseconds a question to the live database may take: others wait for it. */
const LIVE_QUESTION = 5000;
/** All tables, as good as always. */
export const ALL_TABLES = 1000;

/** The live database, read only. Undefined: there is none. A damaged, encrypted or foreign file is not healthy. */
export async function look(source: SourceOf<'sqlite'>, context: SourceContext): Promise<LiveState | undefined> {
  const { path } = source;
  const size = await about(path, () => sizeOf(path));
  if (size === undefined) return undefined;
  const state = await health(source, size, context);
  return { ...state, isInUse: await isInUse(path, context.signal) };
}

async function health(source: SourceOf<'sqlite'>, size: number, context: SourceContext): Promise<Omit<LiveState, 'isInUse'>> {
  const late = AbortSignal.timeout(TIME_LIMIT);
  try {
    await requireDatabaseFile(source.path);
    return await inspect(source, size, context, AbortSignal.any([context.signal, late]));
  } catch (error) {
    context.signal.throwIfAborted();
    // It opened, and there was more of it than could be looked through.
    if (late.aborted) return { isHealthy: true, witness: undefined };
    const isBusy = isLifeboatError(error, 'source-busy');
    return { isHealthy: isBusy, witness: undefined };
  }
}

async function inspect(
  { path, questions }: SourceOf<'sqlite'>,
  size: number,
  { clock }: SourceContext,
  signal: AbortSignal,
): Promise<Omit<LiveState, 'isInUse'>> {
  const database = await openDatabase(path, 'live', signal, PATIENCE);
  try {
    if (size > LOOK_LIMIT) return { isHealthy: true, witness: undefined };
    const damage = await database.do('check', { isQuick: true });
    if (damage.length > 0) return { isHealthy: false, witness: undefined };
    const read = await database.do('witness', { tables: ALL_TABLES });
    // The pharmacy's own questions are quick; a person who is about to replace this wants to know the last Rx number in it.
    const asked = await askAll(path, questions, signal, { mode: 'live', limit: LIVE_QUESTION });
    const witness: Witness = { ...read, facts: [...read.facts, ...asked.facts], takenAt: clock.now().toISOString() };
    return { isHealthy: true, witness };
  } finally {
    await database.close();
  }
}
