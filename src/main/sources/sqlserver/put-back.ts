import { join } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { PutBackResult, PutBackWay, Replaced, RestoredPart, SourceContext } from '../kind.ts';
import { checkDatabaseName, siblingName } from '../server/database-name.ts';
import { Endings } from '../server/endings.ts';
import { putIntoFolder } from '../server/into-folder.ts';
import { newSharedFile, removeShared, shareFile } from './backup-file.ts';
import { BACKUP_FILE, LOGINS_FILE } from './capture.ts';
import type { Connect, SqlServerConnection } from './connection.ts';
import { type MasterSession, openMaster } from './master-session.ts';
import { endpointOf, LONGEST_NAME, onlyRefused, placeOf, type SqlserverSource } from './place.ts';
import { hasDatabase, orphans, restoreAs } from './restore.ts';
import { DROP_OWN, GIVE_TO, OWNER, SESSIONS } from './statements.ts';
import { swapNames } from './swap.ts';
import { readWitness } from './witness.ts';

interface Work {
  connect: Connect;
  source: SqlserverSource;
  restored: RestoredPart;
  context: SourceContext;
}

/**
 * Restores under a new name and, in place, swaps the two names: what was there is kept on the server. Nobody is thrown out:
 * `source-in-use` if the database is open anywhere.
 */
export async function putBackSqlserver(work: Work, to: PutBackWay): Promise<PutBackResult> {
  const { connect, source, restored, context } = work;
  if (to.way === 'folder') return await putIntoFolder(restored, [BACKUP_FILE, LOGINS_FILE], to.path, context.clock);
  const master = await openMaster(connect, placeOf(source, context), context.signal);
  try {
    if (to.way === 'in-place') return await replace(master, work, to.beforeReplacing);
    const name =
      to.way === 'new-database'
        ? checkDatabaseName(to.name, LONGEST_NAME)
        : siblingName(source.database, 'restored', context.clock, LONGEST_NAME);
    const filled = await fillNew(master, name, work);
    await context.making?.end(name);
    return { place: name, kept: undefined, ...filled };
  } finally {
    await master.end();
  }
}

/** Brings back what was kept. What had been put in its place stays on the server, under a name of its own. */
export async function undoSqlserver(
  connect: Connect,
  source: SqlserverSource,
  { kept, place }: Replaced,
  context: SourceContext,
): Promise<void> {
  const master = await openMaster(connect, placeOf(source, context), context.signal);
  try {
    if (!(await hasDatabase(master, kept))) {
      throw new LifeboatError('database-missing', { place: endpointOf(placeOf(source, context)).place, name: kept });
    }
    const aside = (await hasDatabase(master, place)) ? siblingName(place, 'undone', context.clock, LONGEST_NAME) : undefined;
    await swapNames(master, { live: place, incoming: kept, aside });
  } finally {
    await master.end();
  }
}

async function replace(master: MasterSession, work: Work, beforeReplacing: (replaced: Replaced) => Promise<void>): Promise<PutBackResult> {
  const { database: live } = work.source;
  const { clock } = work.context;
  const isThere = await hasDatabase(master, live);
  // Before an hour of restoring, and again just before the swap.
  if (isThere) await requireUnused(master, live);
  const incoming = siblingName(live, 'restored', clock, LONGEST_NAME);
  const filled = await fillNew(master, incoming, work);
  const aside = isThere ? siblingName(live, 'before', clock, LONGEST_NAME) : undefined;
  let owner: unknown;
  try {
    owner = isThere ? (await master.query(OWNER(live)))[0]?.[0] : undefined;
    if (isThere) await requireUnused(master, live);
    if (aside !== undefined) await beforeReplacing({ place: live, kept: aside });
    await swapNames(master, { live, incoming, aside });
  } catch (error) {
    await master.tidy(async (session) => await session.query(DROP_OWN(incoming))).catch(() => undefined);
    throw error;
  }
  await work.context.making?.end(incoming);
  // Its owner was whoever restored it. An owner that cannot be given back stays the account itself.
  if (typeof owner === 'string') await master.query(GIVE_TO(live, owner)).catch(onlyRefused);
  return { place: live, kept: aside, ...filled };
}

async function requireUnused(master: SqlServerConnection, name: string): Promise<void> {
  if (Number((await master.query(SESSIONS(name)))[0]?.[0] ?? 0) > 0) throw new LifeboatError('source-in-use', { path: name });
}

async function fillNew(master: MasterSession, name: string, work: Work): Promise<Pick<PutBackResult, 'witness' | 'warnings'>> {
  const { connect, source, restored, context } = work;
  const endings = new Endings();
  const file = newSharedFile(source, context.clock);
  endings.add(async () => await removeShared(file, connect, placeOf(source, context)));
  try {
    await shareFile(join(restored.folder, BACKUP_FILE), file);
    await restoreAs(master, name, file.onServer, context.making);
  } finally {
    await endings.run();
  }
  const connection = await connect({ ...placeOf(source, context), database: name }, context.signal);
  try {
    const { witness } = await readWitness(connection, source, 'whole', context);
    return { witness, warnings: await orphans(connection) };
  } finally {
    await connection.end();
  }
}
