import type { SourceContext, UnfinishedDatabase } from '../kind.ts';
import { isOwn } from '../server/making.ts';
import type { Connect } from './connection.ts';
import { MASTER, placeOf, type SqlserverSource } from './place.ts';
import { hasDatabase, isCutOff } from './restore.ts';
import { DROP_OWN } from './statements.ts';

/** Removes the database that a restore left. One statement makes and fills it, so that its state says whether that broke off. */
export async function removeUnfinishedSqlserver(
  connect: Connect,
  source: SqlserverSource,
  { name, isMade }: UnfinishedDatabase,
  context: SourceContext,
): Promise<boolean> {
  const master = await connect({ ...placeOf(source, context), database: MASTER }, context.signal);
  try {
    if (!(await hasDatabase(master, name))) return true;
    if (!isOwn({ name, isMade }) && !(await isCutOff(master, name))) return false;
    await master.query(DROP_OWN(name));
    return true;
  } finally {
    await master.end();
  }
}
