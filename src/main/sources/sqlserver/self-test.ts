import { asLifeboatError } from '../../../shared/errors/index.ts';
import type { SelfTest, SelfTestStep } from '../../../shared/model/self-test.ts';
import type { SourceContext } from '../kind.ts';
import { bracketed } from '../server/quoting.ts';
import { newSharedFile, removeShared, sizeOf } from './backup-file.ts';
import { type Connect, connectSqlServer } from './connection.ts';
import { type MasterSession, openMaster } from './master-session.ts';
import { placeOf, type SqlserverSource } from './place.ts';
import { restoreAs } from './restore.ts';
import { BACKUP, CHECK, DROP_OWN, VERIFY } from './statements.ts';

const ROWS = 1000;

/**
 * Tries on the pharmacy's own instance, with a tiny database of its own, everything a backup and a restore need: make, fill, back up
 * into the shared folder, read the file here, restore under another name, check, count, drop. No other database is touched. What
 * does not work is in the result, not thrown.
 */
export async function selfTestSqlserver(
  source: SqlserverSource,
  context: SourceContext,
  connect: Connect = connectSqlServer,
): Promise<SelfTest> {
  const time = context.clock.now().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const names = { made: `lifeboat_selftest_${time}`, restored: `lifeboat_selftest_${time}_restored` };
  const report = new Report();
  let master: MasterSession | undefined;
  await report.step('connect', async () => {
    master = await openMaster(connect, placeOf(source, context), context.signal);
  });
  if (master === undefined) return report.result();
  const file = newSharedFile(source, context.clock);
  try {
    for (const [step, work] of stepsOf(master, names, file)) if (!(await report.step(step, work))) break;
  } finally {
    await report.step(
      'clean-up',
      async () => await cleanUp(master, names, async () => await removeShared(file, connect, placeOf(source, context))),
    );
    await master.end();
  }
  return report.result();
}

type Names = Record<'made' | 'restored', string>;

function stepsOf(
  master: MasterSession,
  { made, restored }: Names,
  file: { here: string; onServer: string },
): [SelfTestStep, () => Promise<unknown>][] {
  const table = (database: string): string => `${bracketed(database)}.dbo.numbers`;
  return [
    ['create', async () => await master.query(`CREATE DATABASE ${bracketed(made)}`)],
    ['fill', async () => await master.query(fillStatement(table(made)))],
    ['back-up', async () => await master.query(BACKUP(made, file.onServer))],
    ['verify', async () => await master.query(VERIFY(file.onServer))],
    ['read-file', async () => await sizeOf(file)],
    ['restore', async () => await restoreAs(master, restored, file.onServer)],
    ['check', async () => requireEqual((await master.query(CHECK(restored))).length, 0)],
    ['count', async () => requireEqual((await master.query(`SELECT COUNT(*) FROM ${table(restored)}`))[0]?.[0], ROWS)],
  ];
}

function fillStatement(table: string): string {
  return (
    `CREATE TABLE ${table} (n int NOT NULL PRIMARY KEY, words nvarchar(40) NOT NULL); ` +
    `INSERT INTO ${table} SELECT TOP ${ROWS} ROW_NUMBER() OVER (ORDER BY (SELECT 1)), N'Ærøskøbing 薬局' FROM sys.all_objects a CROSS JOIN sys.all_objects b`
  );
}

async function cleanUp(master: MasterSession | undefined, { restored, made }: Names, removeFile: () => Promise<void>): Promise<void> {
  await master?.tidy(async (session) => {
    for (const name of [restored, made]) await session.query(DROP_OWN(name));
  });
  await removeFile();
}

function requireEqual(found: unknown, expected: number): void {
  if (Number(found) !== expected) throw new Error(`${String(found)} instead of ${expected}`);
}

class Report {
  readonly #steps: SelfTest['steps'] = [];

  async step(step: SelfTestStep, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.#steps.push({ step, passed: true });
      return true;
    } catch (error) {
      this.#steps.push({ step, passed: false, error: asLifeboatError(error).report() });
      return false;
    }
  }

  result(): SelfTest {
    return { passed: this.#steps.every(({ passed }) => passed), steps: this.#steps };
  }
}
