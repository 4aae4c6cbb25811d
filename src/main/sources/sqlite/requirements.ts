import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { about, formatOf, headOf, isOpenElsewhere } from '../files/index.ts';
import { openDatabase } from './database-thread.ts';
import { SIDE_FILES } from './side-files.ts';

/** Milliseconds: somebody who works with the database lets go of it between two statements, somebody who has it open in write-ahead mode does not. */
const SHORT_PATIENCE = 500;

/** `source-not-a-database` unless the file begins like one: an empty file would be taken for an empty database, an encrypted one begins with noise. */
export async function requireDatabaseFile(path: string): Promise<void> {
  if (!(await isDatabaseFile(path))) throw new LifeboatError('source-not-a-database', { path });
}

/** Whether it begins like a database. Of anything else SQLite would remove what lies beside it: it must not even be opened. */
export async function isDatabaseFile(path: string): Promise<boolean> {
  return formatOf(await about(path, () => headOf(path))) === 'sqlite';
}

/** Whether another program has the database open, as far as the system and the database's own locks tell. */
export async function isInUse(path: string, signal: AbortSignal): Promise<boolean> {
  const files = [path, ...SIDE_FILES.map((side) => path + side)];
  if ((await isOpenElsewhere(files)) === true) return true;
  if (!(await isDatabaseFile(path))) return false;
  try {
    const database = await openDatabase(path, 'sole', signal, SHORT_PATIENCE);
    await database.close();
    return false;
  } catch (error) {
    signal.throwIfAborted();
    return isLifeboatError(error, 'source-busy');
  }
}

/** `source-in-use` while another program has it open. */
export async function requireUnused(path: string, signal: AbortSignal): Promise<void> {
  if (await isInUse(path, signal)) throw new LifeboatError('source-in-use', { path });
}
