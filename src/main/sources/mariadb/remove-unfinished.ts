import type { SourceContext, UnfinishedDatabase } from '../kind.ts';
import { isOwn } from '../server/making.ts';
import { backticked } from '../server/quoting.ts';
import { connect } from './connection.ts';
import { hasDatabase } from './databases.ts';
import { type MariadbSource, placeOf } from './place.ts';

/** Seconds to wait for whoever filled it; the server's own patience is a day. */
const PATIENCE = 30;

/** Removes the database that a restore left. Accounts come last in a restore, so that none can be left. */
export async function removeUnfinishedMariadb(
  source: MariadbSource,
  { name, isMade }: UnfinishedDatabase,
  context: SourceContext,
): Promise<boolean> {
  const admin = await connect({ ...placeOf(source, context), database: undefined }, context.signal);
  try {
    if (!(await hasDatabase(admin, name))) return true;
    if (!isOwn({ name, isMade })) return false;
    // It is nobody's but the restore's. A session that ended by itself meanwhile, or is another account's, is not to be ended.
    const sessions = await admin.rows('SELECT ID FROM information_schema.PROCESSLIST WHERE DB = ? AND ID <> CONNECTION_ID()', [name]);
    for (const [id] of sessions) await admin.rows(`KILL ${Number(id)}`).catch(() => undefined);
    await admin.rows(`SET SESSION lock_wait_timeout = ${PATIENCE}`);
    await admin.rows(`DROP DATABASE IF EXISTS ${backticked(name)}`);
    return true;
  } finally {
    await admin.end();
  }
}
