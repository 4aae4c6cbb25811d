import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Replaced, SourceContext } from '../kind.ts';
import { siblingName } from '../server/database-name.ts';
import { backticked } from '../server/quoting.ts';
import { type Connection, connect } from './connection.ts';
import { hasDatabase, holdersIn, requireUnused } from './databases.ts';
import { restEvents } from './events.ts';
import { feed } from './fill.ts';
import { definitionsKept, dropDefinitionsKept } from './kept-definitions.ts';
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
    const definitions = await definitionsKept(keepIn);
    if (definitions !== undefined && (await defineAgain(admin, { kept, place }, definitions, context.signal)) === place) return;
    if (!(await hasDatabase(admin, kept))) {
      throw new LifeboatError('database-missing', { place: endpointOf(admin.place).place, name: kept });
    }
    await requireUnused(admin, place);
    const aside = siblingName(place, 'undone', context.clock, LONGEST_NAME);
    await swapDatabases(admin, { live: place, incoming: kept, aside }, context.signal);
    await dropDefinitionsKept(keepIn);
  } finally {
    await admin.end();
  }
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
