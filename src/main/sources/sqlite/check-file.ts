import { isLifeboatError } from '../../../shared/errors/index.ts';
import { withDatabase } from './database-thread.ts';
import { requireDatabaseFile } from './requirements.ts';

/** What SQLite finds wrong with a copy of ours, one that is no database included; empty: nothing. */
export async function checkDatabaseFile(path: string, signal: AbortSignal): Promise<string[]> {
  try {
    await requireDatabaseFile(path);
    return await withDatabase(path, 'own', signal, async (database) => await database.do('check', { isQuick: false }));
  } catch (error) {
    if (isLifeboatError(error, 'source-damaged')) return [error.data.detail];
    if (isLifeboatError(error, 'source-not-a-database')) return ['not a database'];
    throw error;
  }
}
