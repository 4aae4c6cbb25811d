import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Making, SourceWarningCode } from '../kind.ts';
import { isOwn } from '../server/making.ts';
import { type Row, textOf } from './cell.ts';
import type { SqlServerConnection } from './connection.ts';
import type { MasterSession } from './master-session.ts';
import { DROP_OWN, FILE_LIST, FOLDERS, HAS_DATABASE, ORPHANS, RESTORE, STATE } from './statements.ts';

const ENDINGS: Readonly<Record<string, string>> = { D: '.mdf', L: '.ldf' };

/** Whether the server has a database of this name. */
export async function hasDatabase(connection: SqlServerConnection, name: string): Promise<boolean> {
  return (await idOf(connection, name)) !== undefined;
}

/** The server's number for a database, which stays the same under another name. Undefined: it has none of this name. */
export async function idOf(connection: SqlServerConnection, name: string): Promise<string | undefined> {
  const id = (await connection.query(HAS_DATABASE(name)))[0]?.[0] ?? null;
  return id === null ? undefined : textOf(id);
}

/** Restores a backup under a name that is not there yet, with files of its own. Nothing is left of a failed try. `database-exists`. */
export async function restoreAs(master: MasterSession, name: string, path: string, making?: Making): Promise<void> {
  if (await hasDatabase(master, name)) throw new LifeboatError('database-exists', { name });
  const moves = movesOf(name, await master.query(FILE_LIST(path)), (await master.query(FOLDERS))[0] ?? []);
  await making?.begin(name);
  try {
    await master.query(RESTORE(name, path, moves));
  } catch (error) {
    const drop = async (session: SqlServerConnection): Promise<void> => {
      // An abort says nothing of what the server has done meanwhile: it may be whole.
      if (isOwn({ name, isMade: false }) || (await isCutOff(session, name))) await session.query(DROP_OWN(name));
    };
    await master.tidy(drop).catch(() => undefined);
    throw error;
  }
  await making?.made(name);
}

/** States of a database whose restore was cut off: nobody else's looks like that under a name that was not there before. */
const CUT_OFF = new Set(['RESTORING', 'RECOVERY_PENDING']);

/** Whether a database is what a restore leaves that broke off. */
export async function isCutOff(connection: SqlServerConnection, name: string): Promise<boolean> {
  return CUT_OFF.has(textOf((await connection.query(STATE(name)))[0]?.[0]));
}

/** Where each file of the backup goes: named after the new database, never where one of the old is. */
export function movesOf(
  name: string,
  files: readonly Row[],
  [dataPath, logPath, masterFile]: Row,
): { logical: string; physical: string }[] {
  const beside = textOf(masterFile).replace(/[^\\/]*$/, '');
  const plain = name.replaceAll(/[^\p{L}\p{N}_-]/gu, '_');
  return files.map(([logical, , type], index) => {
    const kind = textOf(type).trim();
    const folder = textOf(kind === 'L' ? logPath : dataPath) || beside;
    const separator = folder.includes('\\') ? '\\' : '/';
    const start = folder.endsWith(separator) ? folder : `${folder}${separator}`;
    const isFirst = index === files.findIndex((file) => textOf(file[2]).trim() === kind);
    // Folders of FILESTREAM and full-text data have no ending.
    const ending = kind === 'D' && !isFirst ? '.ndf' : (ENDINGS[kind] ?? '');
    return { logical: textOf(logical), physical: `${start}${plain}_${index + 1}${ending}` };
  });
}

/** Users whose login this server does not have: they cannot sign in until somebody makes it. */
export async function orphans(connection: SqlServerConnection): Promise<{ code: SourceWarningCode; detail?: string }[]> {
  try {
    const names = (await connection.query(ORPHANS)).map(([name]) => textOf(name));
    return names.length === 0 ? [] : [{ code: 'accounts-not-covered', detail: names.join(', ') }];
  } catch (error) {
    if (isLifeboatError(error, 'database-rights-missing') || isLifeboatError(error, 'database-failed'))
      return [{ code: 'accounts-not-covered' }];
    throw error;
  }
}
