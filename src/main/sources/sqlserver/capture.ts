import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { Capture, CapturedFile, SourceContext } from '../kind.ts';
import { bracket } from '../server/bracket.ts';
import { Endings } from '../server/endings.ts';
import { readFacts } from '../server/facts.ts';
import { bracketed } from '../server/quoting.ts';
import { newSharedFile, removeShared, sizeOf } from './backup-file.ts';
import { type Row, textOf } from './cell.ts';
import { type Connect, connectToDatabase, type SqlServerConnection } from './connection.ts';
import { environmentOf, factReader } from './fact-reader.ts';
import { placeOf, type SqlserverSource } from './place.ts';
import { BACKUP, LOGINS, VERIFY } from './statements.ts';

/** The server's own backup of the database. */
export const BACKUP_FILE = 'database.bak';
/** The logins its users belong to, as SQL, without passwords. */
export const LOGINS_FILE = 'logins.sql';

/**
 * Has the server write a copy-only backup into the shared folder and read it again with its checksums. Counts are taken before and
 * after: the backup's own moment, its end, lies between them.
 */
export async function captureSqlserver(connect: Connect, source: SqlserverSource, context: SourceContext): Promise<Capture> {
  const endings = new Endings();
  return await endings.unless(async () => {
    const connection = await connectToDatabase(connect, placeOf(source, context), context.signal);
    endings.add(async () => await connection.end());
    const environment = await environmentOf(connection);
    const look = async () => await readFacts(factReader(connection), source.questions, 'bearable', context.clock);
    const before = await look();
    const backup = await backUp({ connect, connection }, source, context, endings);
    const after = await look();
    const witness = bracket(before.facts, after.facts, { takenAt: context.clock.now().toISOString(), environment });
    const logins = await loginsFile(connection, context, endings);
    const questions = before.failedQuestions.map((detail) => ({ code: 'question-failed' as const, detail }));
    return {
      files: logins === undefined ? [backup] : [backup, logins],
      witness: () => Promise.resolve(witness),
      isConsistent: true,
      warnings: logins === undefined ? [...questions, { code: 'accounts-not-covered' }] : questions,
      release: async () => await endings.run(),
    };
  });
}

async function backUp(
  { connect, connection }: { connect: Connect; connection: SqlServerConnection },
  source: SqlserverSource,
  context: SourceContext,
  endings: Endings,
): Promise<CapturedFile> {
  const file = newSharedFile(source, context.clock);
  endings.add(async () => await removeShared(file, connect, placeOf(source, context)));
  await connection.query(BACKUP(source.database, file.onServer));
  await connection.query(VERIFY(file.onServer));
  await sizeOf(file);
  return { kind: 'staged', name: BACKUP_FILE, path: file.here, layout: 'dump' };
}

/** Undefined: the account may not see them. */
async function loginsFile(connection: SqlServerConnection, context: SourceContext, endings: Endings): Promise<CapturedFile | undefined> {
  try {
    const sql = loginsSql(await connection.query(LOGINS));
    const path = join(context.scratch, LOGINS_FILE);
    endings.add(async () => await rm(path, { force: true }));
    await writeFile(path, sql, { mode: 0o600 });
    return { kind: 'staged', name: LOGINS_FILE, path, layout: 'dump' };
  } catch (error) {
    if (isLifeboatError(error, 'database-rights-missing') || isLifeboatError(error, 'database-failed')) return undefined;
    throw error;
  }
}

/** With the same SID a login made anew fits the users in the database. Its password is chosen by whoever runs this. */
export function loginsSql(rows: readonly Row[]): string {
  return rows
    .map(([name, sid, type]) => {
      const login = bracketed(textOf(name));
      const isSql = textOf(type).trim() === 'S';
      return isSql ? `CREATE LOGIN ${login} WITH PASSWORD = N'', SID = ${textOf(sid)};\n` : `CREATE LOGIN ${login} FROM WINDOWS;\n`;
    })
    .join('');
}
