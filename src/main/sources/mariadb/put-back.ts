import { join } from 'node:path';
import type { PutBackResult, PutBackWay, RestoredPart, SourceContext } from '../kind.ts';
import { checkDatabaseName, siblingName } from '../server/database-name.ts';
import { putIntoFolder } from '../server/into-folder.ts';
import { backticked } from '../server/quoting.ts';
import { addMissingAccounts } from './accounts.ts';
import { type Connection, connect } from './connection.ts';
import { requireUnused } from './databases.ts';
import { ACCOUNTS, DUMP, readEnds } from './dump.ts';
import { readWitness } from './environment.ts';
import { makeAndFill } from './fill.ts';
import { dropDefinitionsKept, keepDefinitions } from './kept-definitions.ts';
import { LONGEST_NAME, type MariadbSource, placeOf } from './place.ts';
import { swapDatabases } from './swap.ts';
import { tidyAfter } from './tidy-after.ts';

/**
 * Fills a new database and, in place, swaps it with what is there, which is kept under a name of its own. Nobody is thrown out:
 * `source-in-use` if the database is open anywhere.
 */
export async function putBackMariadb(
  source: MariadbSource,
  restored: RestoredPart,
  to: PutBackWay,
  context: SourceContext,
): Promise<PutBackResult> {
  if (to.way === 'folder') return await putIntoFolder(restored, [DUMP, ACCOUNTS], to.path, context.clock);
  const admin = await connect({ ...placeOf(source, context), database: undefined }, context.signal);
  try {
    if (to.way === 'in-place') return await replace(admin, { source, restored, context }, to);
    const name =
      to.way === 'new-database'
        ? checkDatabaseName(to.name, LONGEST_NAME)
        : siblingName(source.database, 'restored', context.clock, LONGEST_NAME);
    const filled = await fillNew(admin, name, { source, restored, context });
    await context.making?.end(name);
    return { place: name, kept: undefined, ...filled };
  } finally {
    await admin.end();
  }
}

type InPlace = Extract<PutBackWay, { way: 'in-place' }>;

interface Work {
  source: MariadbSource;
  restored: RestoredPart;
  context: SourceContext;
}

async function replace(admin: Connection, work: Work, { keepIn, beforeReplacing }: InPlace): Promise<PutBackResult> {
  const { source, restored, context } = work;
  const { database } = source;
  // Before an hour of filling, and again just before the swap.
  await requireUnused(admin, database);
  const incoming = siblingName(database, 'restored', context.clock, LONGEST_NAME);
  const aside = siblingName(database, 'before', context.clock, LONGEST_NAME);
  const filled = await fillNew(admin, incoming, work);
  const beforeMoving = async (definitions: readonly Uint8Array[]): Promise<void> => {
    await keepDefinitions(keepIn, definitions);
    await beforeReplacing({ place: database, kept: aside });
  };
  let isKept: boolean;
  try {
    await requireUnused(admin, database);
    isKept = await swapDatabases(admin, { live: database, incoming, aside, beforeMoving }, context.signal);
  } catch (error) {
    await tidyAfter(admin, async (session) => {
      await session.rows(`DROP DATABASE IF EXISTS ${backticked(incoming)}`);
      await dropIfEmpty(session, aside);
    });
    throw error;
  }
  await context.making?.end(incoming);
  await dropDefinitionsKept(keepIn);
  const added = await addMissingAccounts(admin, join(restored.folder, ACCOUNTS));
  const accounts = added.length === 0 ? [] : [{ code: 'accounts-not-covered' as const, detail: added.join(', ') }];
  return { place: database, kept: isKept ? aside : undefined, witness: filled.witness, warnings: [...filled.warnings, ...accounts] };
}

/** What was to be kept has not got there, or is back already. */
async function dropIfEmpty(session: Connection, name: string): Promise<void> {
  const sql = 'SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?';
  const [[count] = []] = await session.rows(sql, [name]);
  if (count === '0') await session.rows(`DROP DATABASE IF EXISTS ${backticked(name)}`);
}

async function fillNew(
  admin: Connection,
  name: string,
  { source, restored, context }: Work,
): Promise<Pick<PutBackResult, 'witness' | 'warnings'>> {
  const path = join(restored.folder, DUMP);
  const warnings = await makeAndFill(admin, name, { path, head: await readEnds(path) }, context);
  const connection = await connect({ ...admin.place, database: name }, context.signal);
  try {
    return { witness: (await readWitness(connection, source.questions, 'whole', context.clock)).witness, warnings };
  } finally {
    await connection.end();
  }
}
