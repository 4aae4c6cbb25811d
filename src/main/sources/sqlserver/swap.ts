import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { SqlServerConnection } from './connection.ts';
import type { MasterSession } from './master-session.ts';
import { hasDatabase, idOf } from './restore.ts';
import { RENAME } from './statements.ts';

/** Names of databases. */
export interface Swap {
  /** The one the pharmacy's program opens. */
  live: string;
  /** What is to be there. */
  incoming: string;
  /** Where what is there now goes; it must not exist. Undefined: nothing is there. */
  aside: string | undefined;
}

/**
 * Puts `incoming` in the place of `live`. The two renames are two statements: whatever fails, an abort between them as well, what was
 * there is brought back. `source-in-use` if a database is open anywhere.
 */
export async function swapNames(master: MasterSession, names: Swap): Promise<void> {
  const { live, incoming, aside } = names;
  const id = await idOf(master, incoming);
  try {
    if (aside !== undefined) await master.query(RENAME(live, aside));
    await master.query(RENAME(incoming, live));
  } catch (error) {
    await master.tidy(async (session) => await swapBack(session, names, id)).catch(() => undefined);
    throw isLifeboatError(error, 'source-in-use') ? new LifeboatError('source-in-use', { path: live }) : error;
  }
}

/** The error says nothing of how far the server got, so it is asked: what came in is known by its number, whatever its name is. */
async function swapBack(session: SqlServerConnection, { live, incoming, aside }: Swap, id: string | undefined): Promise<void> {
  if (id !== undefined && (await idOf(session, live)) === id) await session.query(RENAME(live, incoming));
  if (aside === undefined || (await hasDatabase(session, live))) return;
  if (await hasDatabase(session, aside)) await session.query(RENAME(aside, live));
}
