import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Making, RestoredPart, SourceContext, SourceKind } from '../../src/main/sources/kind.ts';
import { sqlserverKindWith } from '../../src/main/sources/sqlserver/index.ts';
import { selfTestSqlserver } from '../../src/main/sources/sqlserver/self-test.ts';
import { DATE_COLUMNS, ENVIRONMENT, FOLDERS, LOGINS, MAY_CREATE, ORPHANS, TABLES } from '../../src/main/sources/sqlserver/statements.ts';
import { type SourceOf, sqlserverSourceSchema } from '../../src/shared/model/source.ts';
import { compareWitness } from '../../src/shared/model/witness.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { ScriptedSqlServer } from '../support/scripted-sql-server.ts';
import { bringOver, sourceContext } from '../support/source-world.ts';
import type { Replaced } from '../../src/main/sources/index.ts';
import { inPlace } from '../support/put-back-ways.ts';

const PASSWORD = "p'w]4711";
const DATABASE = "Pharm]acy's";
const BACKUP = 'TAPE and then the whole database';

describe('a SQL Server source, at its edge', () => {
  let scratch: Scratch;
  let server: ScriptedSqlServer;
  let kind: SourceKind<SourceOf<'sqlserver'>>;
  let source: SourceOf<'sqlserver'>;
  let shared: string;
  let rows: number;

  const context = async (name: string, secrets: Record<string, string> = { password: PASSWORD }): Promise<SourceContext> =>
    await sourceContext(scratch.path, { name, secrets });
  const shareFiles = (): string[] => readdirSync(shared);
  const here = (onServer: string): string => join(shared, onServer.split('\\').at(-1) ?? '');

  beforeEach(() => {
    scratch = scratchFolder();
    shared = join(scratch.path, 'share');
    mkdirSync(shared);
    rows = 100;
    source = sqlserverSourceSchema.parse({
      kind: 'sqlserver',
      id: 'dispensing',
      name: 'Dispensing',
      tier: 'critical',
      host: 'pioneerserver',
      instance: 'NewTech',
      database: DATABASE,
      user: 'lifeboat',
      questions: [
        { name: 'Last Rx number', sql: 'SELECT MAX(RxNumber) FROM Rx' },
        { name: 'changes', sql: 'SELECT 1 DELETE FROM Rx' },
      ],
      backupFolder: { onServer: 'D:\\Lifeboat Backup', here: shared },
    });
    server = new ScriptedSqlServer(PASSWORD).on(
      { statement: ENVIRONMENT, rows: [['15.0.2000.5', 'Express Edition (64-bit)', 'SQL_Latin1_General_CP1_CI_AS', 'SIMPLE']] },
      {
        statement: TABLES,
        rows: [
          ['dbo', 'Rx', '8192000'],
          ['sto]ck', "it'em", '8192'],
        ],
      },
      { statement: DATE_COLUMNS, rows: [['dbo', 'Rx', 'Filled On', 'datetime2', 1]] },
      {
        statement: `SELECT SUM(row_count) FROM sys.dm_db_partition_stats WHERE index_id IN (0, 1) AND object_id = OBJECT_ID(N'[dbo].[Rx]')`,
        rows: () => [[String(rows)]],
      },
      {
        statement: `SELECT SUM(row_count) FROM sys.dm_db_partition_stats WHERE index_id IN (0, 1) AND object_id = OBJECT_ID(N'[sto]]ck].[it''em]')`,
        rows: [['7']],
      },
      {
        statement: 'SET LOCK_TIMEOUT 5000; SELECT CONVERT(nvarchar(40), MAX([Filled On]), 126) FROM [dbo].[Rx]',
        rows: [['2026-03-02T11:12:13.1234567']],
      },
      {
        statement:
          /^SET XACT_ABORT ON; SET LOCK_TIMEOUT 5000; BEGIN TRANSACTION;\nSELECT MAX\(RxNumber\) FROM Rx\n;IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION$/,
        rows: () => [[700_000 + rows]],
      },
      {
        statement: LOGINS,
        rows: [
          ['till]', '0x0102', 'S'],
          ['SHOP\\Ana', '0x03', 'U'],
        ],
        database: DATABASE,
      },
      {
        statement:
          /^BACKUP DATABASE \[(?:[^\]]|\]\])+\] TO DISK = N'(D:\\Lifeboat Backup\\[^']+)' WITH COPY_ONLY, CHECKSUM, INIT, FORMAT, SKIP, NO_COMPRESSION, NAME = N'Lifeboat'$/,
        effect: (match) => {
          writeFileSync(here(match[1] ?? ''), BACKUP);
          rows += 5;
        },
      },
      { statement: /^RESTORE VERIFYONLY FROM DISK = N'(D:\\Lifeboat Backup\\[^']+)' WITH CHECKSUM$/ },
      { statement: /^SELECT DB_ID\(N'/, rows: [[null]] },
      {
        statement: /^RESTORE FILELISTONLY FROM DISK = N'D:\\Lifeboat Backup\\[^']+'$/,
        rows: [
          ["Da'ta", 'X:\\old.mdf', 'D'],
          ['More', 'X:\\old.ndf', 'D'],
          ['Log', 'X:\\old.ldf', 'L'],
        ],
      },
      { statement: FOLDERS, rows: [['E:\\Data\\', 'F:\\Log', 'C:\\m\\master.mdf']] },
      {
        statement:
          /^RESTORE DATABASE \[(.+)\] FROM DISK = N'D:\\Lifeboat Backup\\[^']+' WITH MOVE N'Da''ta' TO N'E:\\Data\\[^']+_1\.mdf', MOVE N'More' TO N'E:\\Data\\[^']+_2\.ndf', MOVE N'Log' TO N'F:\\Log\\[^']+_3\.ldf', CHECKSUM, RECOVERY$/,
      },
      { statement: /^DBCC CHECKDB \(N'lifeboat_/ },
      { statement: /^IF DB_ID\(N'lifeboat_/ },
      { statement: MAY_CREATE, rows: [[1]] },
      { statement: ORPHANS },
    );
    kind = sqlserverKindWith(server.connect);
  });

  afterEach(() => {
    scratch.remove();
    expect(server.unexpected).toEqual([]);
    expect(server.sessions).toBe(0);
  });

  const captured = async (): Promise<RestoredPart> => {
    const capture = await kind.capture(source, await context('capture'));
    const part = await bringOver(capture, join(scratch.path, 'restored'));
    await capture.release();
    server.log.length = 0;
    return part;
  };

  it('captures by a copy-only backup that the server has verified, with the counts around it', async () => {
    const capture = await kind.capture(source, await context('capture'));
    expect(shareFiles()).toHaveLength(1);
    const [backup] = server.said('BACKUP');
    expect(backup).toMatch(
      /^BACKUP DATABASE \[Pharm\]\]acy's\] TO DISK = N'D:\\Lifeboat Backup\\lifeboat-dispensing-\d{14}-[0-9a-f]{8}\.bak' WITH COPY_ONLY,/,
    );
    const order = server.log.map(({ sql }) => sql.split(' ').slice(0, 2).join(' '));
    expect(order.indexOf('RESTORE VERIFYONLY')).toBe(order.indexOf('BACKUP DATABASE') + 1);
    const part = await bringOver(capture, join(scratch.path, 'restored'));
    expect(readFileSync(join(part.folder, 'database.bak'), 'utf8')).toBe(BACKUP);
    const logins = readFileSync(join(part.folder, 'logins.sql'), 'utf8');
    expect(logins).toBe(`CREATE LOGIN [till]]] WITH PASSWORD = N'', SID = 0x0102;\nCREATE LOGIN [SHOP\\Ana] FROM WINDOWS;\n`);
    const witness = await capture.witness();
    expect(witness).toMatchObject({
      isExact: false,
      environment: {
        product: 'SQL Server',
        version: '15.0.2000.5',
        edition: 'Express Edition (64-bit)',
        collation: 'SQL_Latin1_General_CP1_CI_AS',
      },
      facts: [
        { subject: 'question:Last Rx number', value: 700_100 },
        { subject: 'rows:Rx', value: 100 },
        { kind: 'date', subject: 'newest:Rx.Filled On', value: '2026-03-02T11:12:13.1234567' },
        { subject: "rows:sto]ck.it'em", value: 7 },
      ],
    });
    expect(witness.atMost).toContainEqual({ kind: 'count', subject: 'rows:Rx', value: 105 });
    expect(capture.warnings).toEqual([{ code: 'question-failed', detail: 'changes' }]);
    await capture.release();
    await capture.release();
    expect(shareFiles()).toEqual([]);
    expect(server.log.every(({ sql }) => !sql.includes(PASSWORD) && !sql.includes('DELETE'))).toBe(true);
  });

  it('leaves no file behind when the server cannot verify what it wrote', async () => {
    server.on({ statement: /^RESTORE VERIFYONLY/, error: 3189 });
    await expect(kind.capture(source, await context('capture'))).rejects.toMatchObject({
      code: 'database-failed',
      data: { reason: '3189' },
    });
    expect(shareFiles()).toEqual([]);
  });

  it('says that the two names of the folder do not mean the same one', async () => {
    server.on({ statement: /^BACKUP DATABASE/ });
    await expect(kind.capture(source, await context('capture'))).rejects.toMatchObject({ code: 'source-not-found' });
  });

  it('proves on a database of its own name only, and drops it', async () => {
    const part = await captured();
    server.on({
      statement: /^DBCC CHECKDB/,
      rows: [
        [8928, 16, 1, 'Object ID 1: row of patient ...'],
        [8928, 16, 1, 'again'],
      ],
    });
    const copy = await kind.openForProof(source, part, await context('proof'));
    expect(copy.level).toBe('opened');
    expect(copy.damage).toEqual(['8928']);
    expect(copy.witness.facts).toContainEqual({ kind: 'count', subject: "rows:sto]ck.it'em", value: 7 });
    expect(compareWitness(copy.witness, copy.witness)).toEqual([]);
    await expect(copy.ask('SELECT 1; DROP TABLE Rx')).rejects.toMatchObject({ code: 'question-refused' });
    expect(await copy.ask('SELECT MAX(RxNumber) FROM Rx')).toBe(700_105);
    await copy.close();
    const [restore] = server.said('RESTORE DATABASE');
    expect(restore).toMatch(/^RESTORE DATABASE \[lifeboat_proof_\d{14}\] FROM DISK/);
    expect(restore).not.toMatch(/REPLACE/);
    expect(server.said('IF DB_ID(')).toHaveLength(1);
    expect(server.log.filter(({ database }) => database === DATABASE)).toEqual([]);
    expect(shareFiles()).toEqual([]);
  });

  it('has the server read the file where the account may not make databases, and looks at its head without a password', async () => {
    const part = await captured();
    server.on({ statement: MAY_CREATE, rows: [[0]] });
    const verified = await kind.openForProof(source, part, await context('proof'));
    expect(verified.level).toBe('verified');
    expect(server.said('RESTORE')).toEqual([expect.stringMatching(/^RESTORE VERIFYONLY/)]);
    server.on({ statement: /^RESTORE VERIFYONLY/, error: 3241 });
    await expect(kind.openForProof(source, part, await context('proof'))).rejects.toMatchObject({ code: 'dump-damaged' });
    expect((await kind.openForProof(source, part, await context('proof', {}))).level).toBe('bytes');
    writeFileSync(join(part.folder, 'database.bak'), 'not a backup');
    await expect(kind.openForProof(source, part, await context('proof', {}))).rejects.toMatchObject({ code: 'dump-damaged' });
    expect(shareFiles()).toEqual([]);
  });

  it('takes away what it made when a proof is aborted', async () => {
    const part = await captured();
    const aborting = new AbortController();
    const surroundings = { ...(await context('proof')), signal: aborting.signal };
    const copy = await kind.openForProof(source, part, surroundings);
    aborting.abort();
    await copy.close();
    expect(server.said('IF DB_ID(')).toHaveLength(1);
    expect(shareFiles()).toEqual([]);
  });

  it('replaces in place by two renames', async () => {
    const part = await captured();
    const there = { statement: `SELECT DB_ID(N'Pharm]acy''s')`, rows: [[5]] as const };
    const inUse = /^SELECT COUNT\(\*\) FROM sys\.dm_exec_sessions WHERE database_id = DB_ID\(N'Pharm\]acy''s'\)/;
    server.on(there, { statement: inUse, rows: [[3]] });
    const recorded: Replaced[] = [];
    const way = inPlace('', recorded);
    await expect(kind.putBack(source, part, way, await context('put'))).rejects.toMatchObject({
      code: 'source-in-use',
      data: { path: DATABASE },
    });
    expect([server.said('RESTORE'), recorded]).toEqual([[], []]);
    server.on(
      { statement: inUse, rows: [[0]] },
      { statement: /^SELECT SUSER_SNAME/, rows: [['sh]op']] },
      { statement: /^ALTER DATABASE \[.+\] MODIFY NAME = \[.+\]$/ },
      { statement: `ALTER AUTHORIZATION ON DATABASE::[Pharm]]acy's] TO [sh]]op]` },
      { statement: ORPHANS, rows: [['till']] },
    );
    const put = await kind.putBack(source, part, way, await context('put'));
    expect(put).toMatchObject({ place: DATABASE, warnings: [{ code: 'accounts-not-covered', detail: 'till' }] });
    expect(put.kept).toMatch(/^Pharm\]acy's_before_\d{14}$/);
    expect(recorded).toEqual([{ place: DATABASE, kept: put.kept }]);
    expect(server.said('ALTER DATABASE')).toEqual([
      expect.stringMatching(/^ALTER DATABASE \[Pharm\]\]acy's\] MODIFY NAME = \[Pharm\]\]acy's_before_/),
      expect.stringMatching(/^ALTER DATABASE \[Pharm\]\]acy's_restored_\d+\] MODIFY NAME = \[Pharm\]\]acy's\]$/),
    ]);
    expect(shareFiles()).toEqual([]);
  });

  it('puts a copy under a new name, never over one that is there, and undoes', async () => {
    const part = await captured();
    const put = await kind.putBack(source, part, { way: 'new-database', name: 'Copy_1' }, await context('put'));
    expect(put).toMatchObject({ place: 'Copy_1', kept: undefined, warnings: [] });
    server.on({ statement: `SELECT DB_ID(N'Copy_1')`, rows: [[9]] });
    await expect(kind.putBack(source, part, { way: 'new-database', name: 'Copy_1' }, await context('put'))).rejects.toMatchObject({
      code: 'database-exists',
    });
    await expect(kind.undo(source, { kept: 'gone', place: DATABASE, keepIn: scratch.path }, await context('undo'))).rejects.toMatchObject({
      code: 'database-missing',
    });
    server.log.length = 0;
    server.on({ statement: `SELECT DB_ID(N'Pharm]acy''s')`, rows: [[5]] }, { statement: /^ALTER DATABASE/ });
    await kind.undo(source, { kept: 'Copy_1', place: DATABASE, keepIn: scratch.path }, await context('undo'));
    expect(server.said('ALTER DATABASE')).toEqual([
      expect.stringMatching(/^ALTER DATABASE \[Pharm\]\]acy's\] MODIFY NAME = \[Pharm\]\]acy's_undone_/),
      `ALTER DATABASE [Copy_1] MODIFY NAME = [Pharm]]acy's]`,
    ]);
  });

  const stateOf = (name: string) => ({ statement: `SELECT state_desc FROM sys.databases WHERE name = N'${name}'` });
  /** What a restore has put on record, in order. */
  const onRecord = (log: string[]): Making => {
    const note = (word: string) => async (name: string) => await Promise.resolve(void log.push(`${word} ${name}`));
    return { begin: note('begin'), made: note('made'), end: note('end'), forget: note('forget') };
  };

  it('has on record what it makes until it is whole, and what broke off stays there', async () => {
    const part = await captured();
    const log: string[] = [];
    const work = { ...(await context('put')), making: onRecord(log) };
    await kind.putBack(source, part, { way: 'new-database', name: 'Copy_1' }, work);
    expect(log).toEqual(['begin Copy_1', 'made Copy_1', 'end Copy_1']);
    const fails = { statement: /^RESTORE DATABASE \[Copy_2\]/, error: 3013, times: 1 };
    server.on(fails, { ...stateOf('Copy_2'), rows: [['RESTORING']] }, { statement: /^IF DB_ID\(N'Copy_2'\)/ });
    await expect(kind.putBack(source, part, { way: 'new-database', name: 'Copy_2' }, work)).rejects.toMatchObject({
      code: 'database-failed',
    });
    expect([log.slice(3), server.said('IF DB_ID(').length]).toEqual([['begin Copy_2'], 1]);
    // Somebody else made one of this name meanwhile: it is no half-restored one, and stays.
    server.on(fails, { ...stateOf('Copy_2'), rows: [['ONLINE']] });
    await expect(kind.putBack(source, part, { way: 'new-database', name: 'Copy_2' }, work)).rejects.toMatchObject({
      code: 'database-failed',
    });
    expect(server.said('IF DB_ID(')).toHaveLength(1);
  });

  it.each([
    ['is gone', { id: null, state: 'ONLINE', isMade: true, name: 'Copy_1' }, { gone: true, drops: 0 }],
    ['it made', { id: 9, state: 'ONLINE', isMade: true, name: 'Copy_1' }, { gone: true, drops: 1 }],
    ['was cut off while it was made', { id: 9, state: 'RESTORING', isMade: false, name: 'Copy_1' }, { gone: true, drops: 1 }],
    ['may be somebody else’s', { id: 9, state: 'ONLINE', isMade: false, name: 'Copy_1' }, { gone: false, drops: 0 }],
    [
      'nobody else gives such a name',
      { id: 9, state: 'ONLINE', isMade: false, name: 'Rx_restored_20261130081500' },
      { gone: true, drops: 1 },
    ],
  ])('removes of a restore that broke off only what is its own: what %s', async (_title, { id, state, isMade, name }, expected) => {
    server.on(
      { statement: `SELECT DB_ID(N'${name}')`, rows: [[id]] },
      { ...stateOf(name), rows: [[state]] },
      { statement: /^IF DB_ID\(N'/ },
    );
    const gone = await kind.removeUnfinished?.(source, { name, isMade, accounts: [] }, await context('remove'));
    expect({ gone, drops: server.said('IF DB_ID(').length }).toEqual(expected);
  });

  it('looks at the live database: there, healthy, in use', async () => {
    const state = { statement: `SELECT state_desc FROM sys.databases WHERE name = N'Pharm]acy''s'` };
    server.on(state);
    expect(await kind.look(source, await context('look'))).toBeUndefined();
    server.on({ ...state, rows: [['SUSPECT']] });
    expect(await kind.look(source, await context('look'))).toEqual({ isHealthy: false, isInUse: false, witness: undefined });
    server.on(
      { ...state, rows: [['ONLINE']] },
      { statement: /^SELECT COUNT\(\*\) FROM sys\.dm_exec_sessions/, rows: [[2]] },
      { statement: /^SELECT COUNT\(\*\) FROM msdb/, rows: [[1]] },
    );
    expect(await kind.look(source, await context('look'))).toMatchObject({ isHealthy: false, isInUse: true });
    server.on({ statement: /^SELECT COUNT\(\*\) FROM msdb/, error: 229 });
    expect(await kind.look(source, await context('look'))).toMatchObject({ isHealthy: true, isInUse: true });
  });

  it('tells a wrong password, a missing database and missing rights apart', async () => {
    const capture = async (password: string): Promise<unknown> => await kind.capture(source, await context('capture', { password }));
    await expect(capture('wrong')).rejects.toMatchObject({
      code: 'database-refused',
      data: { user: 'lifeboat', place: 'pioneerserver\\NewTech' },
    });
    server.on({ statement: `SELECT DB_ID(N'Pharm]acy''s')`, rows: [[null]] });
    await expect(capture(PASSWORD)).rejects.toMatchObject({ code: 'database-missing', data: { name: DATABASE } });
    server.on({ statement: `SELECT DB_ID(N'Pharm]acy''s')`, rows: [[5]] }, { statement: /^BACKUP/, error: 262 });
    await expect(capture(PASSWORD)).rejects.toMatchObject({ code: 'database-rights-missing' });
  });

  it('tests itself on the server, step by step, and cleans up whatever fails', async () => {
    const numbers = { statement: /^SELECT COUNT\(\*\) FROM \[lifeboat_selftest_\d+_restored\]\.dbo\.numbers$/, rows: [[1000]] as const };
    server.on(
      { statement: /^CREATE DATABASE \[lifeboat_selftest_\d+\]$/ },
      { statement: /^CREATE TABLE \[lifeboat_selftest_\d+\]\.dbo\.numbers / },
      numbers,
    );
    const good = await selfTestSqlserver(source, await context('self'), server.connect);
    expect(good.passed).toBe(true);
    expect(good.steps.map(({ step }) => step)).toEqual([
      'connect',
      'create',
      'fill',
      'back-up',
      'verify',
      'read-file',
      'restore',
      'check',
      'count',
      'clean-up',
    ]);
    expect(server.said('IF DB_ID(')).toHaveLength(2);
    expect(shareFiles()).toEqual([]);
    server.on({ statement: /^BACKUP DATABASE/, error: 3201 });
    const bad = await selfTestSqlserver(source, await context('self'), server.connect);
    expect(bad).toMatchObject({ passed: false });
    expect(bad.steps.slice(-2)).toEqual([
      {
        step: 'back-up',
        passed: false,
        error: expect.objectContaining({ code: 'database-failed', data: { place: 'pioneerserver\\NewTech', reason: '3201' } }) as unknown,
      },
      { step: 'clean-up', passed: true },
    ]);
    server.on(
      { ...numbers, rows: [[999]] },
      {
        statement: /^BACKUP DATABASE .* TO DISK = N'([^']+)'/,
        effect: (match) => copyFileSync(new URL(import.meta.url), here(match[1] ?? '')),
      },
    );
    expect((await selfTestSqlserver(source, await context('self'), server.connect)).steps.find(({ passed }) => !passed)?.step).toBe(
      'count',
    );
    const refused = await selfTestSqlserver(source, await context('self', { password: 'wrong' }), server.connect);
    expect(refused.steps).toEqual([
      { step: 'connect', passed: false, error: expect.objectContaining({ code: 'database-refused' }) as unknown },
    ]);
    expect(basename(shared)).toBe('share');
  });
});
