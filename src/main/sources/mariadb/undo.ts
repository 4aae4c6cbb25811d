import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Replaced, SourceContext } from '../kind.ts';
import { siblingName } from '../server/database-name.ts';
import { backticked } from '../server/quoting.ts';
import { type Connection, connect } from './connection.ts';
import { dropDefinitions, hasDatabase, holdersIn, requireUnused } from './databases.ts';
import { restEvents, wakeEvents } from './events.ts';
import { feed } from './fill.ts';
import { definitionsKept, dropDefinitionsKept, keepDefinitions } from './kept-definitions.ts';
import { endpointOf, LONGEST_NAME, type MariadbSource, placeOf } from './place.ts';
import { swapDatabases } from './swap.ts';

/**
 * Brings back what was kept, also of a swap that broke off anywhere. What had been put in its place stays on the server, under
 * a name of its own.
 */
export async function undoMariadb(
  source: MariadbSource,
  { kept, place, keepIn }: Replaced & { keepIn: string },
  context: SourceContext,
): Promise<void> {
  const admin = await connect({ ...placeOf(source, context), database: undefined }, context.signal);
  try {
    if (await finishUndo(admin, { kept, place, keepIn }, context.signal)) return;
    const definitions = await definitionsKept(keepIn);
    if (definitions !== undefined && (await defineAgain(admin, { kept, place }, definitions, context.signal)) === place) return;
    if (!(await hasDatabase(admin, kept))) {
      throw new LifeboatError('database-missing', { place: endpointOf(admin.place).place, name: kept });
    }
    await requireUnused(admin, place);
    const aside = await freeAside(admin, place, context);
    const beforeMoving = async (undone: readonly Uint8Array[], returning: readonly Uint8Array[]): Promise<void> => {
      await keepDefinitions(keepIn, undone, 'undone');
      await keepDefinitions(keepIn, returning, 'returning');
    };
    await swapDatabases(admin, { live: place, incoming: kept, aside, beforeMoving }, context.signal);
    await dropAllKept(keepIn);
  } finally {
    await admin.end();
  }
}

/**
 * An undo before this one broke off in its swap. With the tables at their place only what holds no rows is missing there, and true is
 * given; else it is made again where it was, as if that undo had not begun.
 */
async function finishUndo(
  admin: Connection,
  { kept, place, keepIn }: Replaced & { keepIn: string },
  signal: AbortSignal,
): Promise<boolean> {
  const returning = await definitionsKept(keepIn, 'returning');
  if (returning === undefined) return false;
  const hasMoved = !(await hasDatabase(admin, kept)) || (await holdersIn(admin, kept)).length === 0;
  if (hasMoved) {
    await dropDefinitions(admin, place);
    await feed(admin, place, () => once(returning), signal);
    await wakeEvents(admin, place);
    await admin.rows(`DROP DATABASE IF EXISTS ${backticked(kept)}`);
    await dropAllKept(keepIn);
    return true;
  }
  const undone = await definitionsKept(keepIn, 'undone');
  if (undone !== undefined) await feed(admin, place, () => once(undone), signal);
  await feed(admin, kept, () => once(returning), signal);
  await restEvents(admin, kept);
  for (const whose of ['returning', 'undone'] as const) await dropDefinitionsKept(keepIn, whose);
  return false;
}

/** A name for what goes aside; an undo that broke off a moment ago may have left the one of this second. */
async function freeAside(admin: Connection, place: string, { clock }: SourceContext): Promise<string> {
  for (let later = 0; ; later += 1000) {
    const name = siblingName(place, 'undone', { now: () => new Date(clock.now().getTime() + later) }, LONGEST_NAME);
    if (!(await hasDatabase(admin, name))) return name;
  }
}

async function dropAllKept(keepIn: string): Promise<void> {
  for (const whose of ['replaced', 'returning', 'undone'] as const) await dropDefinitionsKept(keepIn, whose);
}

/**
 * Where a swap broke off, the tables are in one database and what else there was only in the file: makes that again where the
 * tables are, and gives which of the two that is. All tables move at once or none.
 */
async function defineAgain(admin: Connection, { kept, place }: Replaced, definitions: Uint8Array, signal: AbortSignal): Promise<string> {
  const hasMoved = (await hasDatabase(admin, kept)) && (await holdersIn(admin, kept)).length > 0;
  const where = hasMoved ? kept : place;
  await feed(admin, where, () => once(definitions), signal);
  if (hasMoved) await restEvents(admin, kept);
  else await admin.rows(`DROP DATABASE IF EXISTS ${backticked(kept)}`);
  return where;
}

async function* once(piece: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield piece;
}
