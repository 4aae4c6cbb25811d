import { join } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { PutBackResult, PutBackWay, Replaced, RestoredPart, SourceContext } from '../kind.ts';
import { checkDatabaseName, siblingName } from '../server/database-name.ts';
import { putIntoFolder } from '../server/into-folder.ts';
import { readArchive } from './archive.ts';
import { DUMP, GLOBALS } from './capture.ts';
import { type Connection, connect } from './connection.ts';
import { connectAsAdmin, dropOurs, hasDatabase, rename, requireUnused } from './databases.ts';
import { makeAndFill } from './fill.ts';
import { LONGEST_NAME, type PostgresqlSource, placeOf } from './place.ts';
import { toolFor } from './tools.ts';
import { beginReading, readWitness } from './witness.ts';

/**
 * Fills a new database and, in place, swaps the two names in one transaction: what was there is kept on the server under a
 * name of its own. Nobody is thrown out: `source-in-use` if the database is open anywhere.
 */
export async function putBackPostgresql(
  source: PostgresqlSource,
  restored: RestoredPart,
  to: PutBackWay,
  context: SourceContext,
): Promise<PutBackResult> {
  if (to.way === 'folder') return await putIntoFolder(restored, [DUMP, GLOBALS], to.path, context.clock);
  const admin = await connectAsAdmin(placeOf(source, context), context.signal);
  try {
    if (to.way === 'in-place') return await replace(admin, { source, restored, context }, to.beforeReplacing);
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

/** Brings back what was kept. What had been put in its place stays on the server, under a name of its own. */
export async function undoPostgresql(source: PostgresqlSource, { kept, place }: Replaced, context: SourceContext): Promise<void> {
  const admin = await connectAsAdmin(placeOf(source, context), context.signal);
  try {
    if (!(await hasDatabase(admin, kept))) {
      throw new LifeboatError('database-missing', { place: `${source.host}:${source.port}`, name: kept });
    }
    const aside = { from: place, to: siblingName(place, 'undone', context.clock, LONGEST_NAME) };
    await rename(admin, [...((await hasDatabase(admin, place)) ? [aside] : []), { from: kept, to: place }]);
  } finally {
    await admin.end();
  }
}

interface Work {
  source: PostgresqlSource;
  restored: RestoredPart;
  context: SourceContext;
}

async function replace(admin: Connection, work: Work, beforeReplacing: (replaced: Replaced) => Promise<void>): Promise<PutBackResult> {
  const { context } = work;
  const { database } = work.source;
  const isThere = await hasDatabase(admin, database);
  // Before an hour of filling, not after it.
  if (isThere) await requireUnused(admin, database);
  const fresh = siblingName(database, 'restored', context.clock, LONGEST_NAME);
  const filled = await fillNew(admin, fresh, work);
  const kept = isThere ? siblingName(database, 'before', context.clock, LONGEST_NAME) : undefined;
  try {
    if (kept !== undefined) await beforeReplacing({ place: database, kept });
    await rename(admin, [...(kept === undefined ? [] : [{ from: database, to: kept }]), { from: fresh, to: database }]);
  } catch (error) {
    await dropOurs(admin.place, fresh);
    throw error;
  }
  await context.making?.end(fresh);
  return { place: database, kept, ...filled };
}

async function fillNew(
  admin: Connection,
  name: string,
  { source, restored, context }: Work,
): Promise<Pick<PutBackResult, 'witness' | 'warnings'>> {
  const [[version = ''] = []] = await admin.rows(`SELECT current_setting('server_version')`);
  const tool = await toolFor('pg_restore', version ?? '');
  const archive = await readArchive(tool, join(restored.folder, DUMP), context.signal);
  const warnings = await makeAndFill(admin, name, {
    archive,
    folder: restored.folder,
    tool,
    signal: context.signal,
    making: context.making,
  });
  const connection = await connect({ ...admin.place, database: name }, context.signal);
  try {
    // Without statistics the first day after a restore would be a slow one.
    await connection.run('ANALYZE');
    await beginReading(connection);
    return { witness: (await readWitness(connection, source.questions, 'whole', context.clock)).witness, warnings };
  } finally {
    await connection.end();
  }
}
