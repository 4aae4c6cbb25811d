import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { ProofLevel } from '../../../shared/model/restore-point.ts';
import type { OpenedCopy, RestoredPart, SourceContext } from '../kind.ts';
import { siblingName } from '../server/database-name.ts';
import { Endings, endAtAbort } from '../server/endings.ts';
import { newSharedFile, removeShared, type SharedFile, shareFile } from './backup-file.ts';
import { BACKUP_FILE } from './capture.ts';
import { textOf } from './cell.ts';
import type { Connect } from './connection.ts';
import { askOne } from './fact-reader.ts';
import { type MasterSession, openMaster } from './master-session.ts';
import { LONGEST_NAME, placeOf, type SqlserverSource } from './place.ts';
import { restoreAs } from './restore.ts';
import { CHECK, DROP_OWN, MAY_CREATE, VERIFY } from './statements.ts';
import { readWitness } from './witness.ts';

/**
 * There is no private SQL Server to start, so the copy is restored on the pharmacy's own instance under the name
 * `lifeboat_proof_<time>`, checked, counted and dropped; no other database is touched. Where the account may not make databases the
 * server only reads the file (`verified`); without a password nobody is asked and only the file's head is looked at (`bytes`).
 */
export async function openSqlserverCopy(
  connect: Connect,
  source: SqlserverSource,
  restored: RestoredPart,
  context: SourceContext,
): Promise<OpenedCopy> {
  const path = join(restored.folder, BACKUP_FILE);
  await checkHead(path);
  if ((context.secrets['password'] ?? '') === '') return unopened('bytes', context);
  const endings = new Endings();
  return await endings.unless(async () => {
    const master = await openMaster(connect, placeOf(source, context), context.signal);
    endings.add(async () => await master.end());
    const file = newSharedFile(source, context.clock);
    endings.add(async () => await removeShared(file, connect, placeOf(source, context)));
    await shareFile(path, file);
    context.signal.throwIfAborted();
    const mayCreate = (await master.query(MAY_CREATE))[0]?.[0] === 1;
    const isRestored = mayCreate ? await restoreCopy(master, { file, context, endings }) : undefined;
    if (isRestored === undefined) {
      await damagedUnless(file, async () => await master.query(VERIFY(file.onServer)));
      await endings.run();
      return unopened('verified', context);
    }
    endAtAbort(context.signal, endings);
    return await opened({ connect, master, name: isRestored }, source, context, endings);
  });
}

interface Proof {
  file: SharedFile;
  context: SourceContext;
  endings: Endings;
}

/** The new database's name; undefined if the account may not make one after all. */
async function restoreCopy(master: MasterSession, { file, context, endings }: Proof): Promise<string | undefined> {
  const name = siblingName('lifeboat', 'proof', context.clock, LONGEST_NAME);
  try {
    await damagedUnless(file, async () => await restoreAs(master, name, file.onServer));
  } catch (error) {
    if (isLifeboatError(error, 'database-rights-missing')) return undefined;
    throw error;
  }
  endings.add(async () => await master.tidy(async (session) => await session.query(DROP_OWN(name))));
  return name;
}

async function opened(
  { connect, master, name }: { connect: Connect; master: MasterSession; name: string },
  source: SqlserverSource,
  context: SourceContext,
  endings: Endings,
): Promise<OpenedCopy> {
  const found = await master.query(CHECK(name));
  const connection = await connect({ ...placeOf(source, context), database: name }, context.signal);
  endings.add(async () => await connection.end());
  const { witness, damage } = await readWitness(connection, source, 'whole', context);
  return {
    level: 'opened',
    witness,
    // The first column is the error's number; its sentence may quote rows.
    damage: [...new Set([...found.map(([number]) => textOf(number)), ...damage])],
    ask: async (sql) => await askOne(connection, { name: 'question', sql }),
    close: async () => await endings.run(),
  };
}

function unopened(level: ProofLevel, { clock }: SourceContext): OpenedCopy {
  return {
    level,
    witness: { takenAt: clock.now().toISOString(), facts: [], isExact: true, atMost: [], environment: {} },
    damage: [],
    ask: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
}

/** Numbers by which the server says that a backup is not whole: media, checksums, end of file. */
const BROKEN = new Set(['3013', '3183', '3187', '3189', '3203', '3241', '3242', '3254', '3272', '38']);

async function damagedUnless<T>({ here }: SharedFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isBroken = isLifeboatError(error, 'database-failed') && BROKEN.has(error.data.reason);
    throw isBroken ? new LifeboatError('dump-damaged', { file: here }, { cause: error }) : error;
  }
}

/** A backup begins with a tape header, or as a compressed one (Microsoft Tape Format, `TAPE` and `MSSQLBAK`). */
async function checkHead(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    if (!head.startsWith('TAPE') && head !== 'MSSQLBAK') throw new LifeboatError('dump-damaged', { file: path });
  } finally {
    await file.close();
  }
}
