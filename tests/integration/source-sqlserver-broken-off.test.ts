import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RestoredPart, SourceContext, SourceKind } from '../../src/main/sources/kind.ts';
import { sqlserverKindWith } from '../../src/main/sources/sqlserver/index.ts';
import { type SourceOf, sqlserverSourceSchema } from '../../src/shared/model/source.ts';
import { inPlace } from '../support/put-back-ways.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { type Reaction, ScriptedSqlServer } from '../support/scripted-sql-server.ts';
import { sourceContext } from '../support/source-world.ts';
import { SqlServerCatalog } from '../support/sql-server-catalog.ts';

const DATABASE = 'Pharmacy';
const STOP = new Error('stop');
const RENAMED_ASIDE = /^ALTER DATABASE \[(Pharmacy)\] MODIFY NAME = \[(Pharmacy_(?:before|undone)_\d+)\]$/;
const RENAMED_IN = /^ALTER DATABASE \[(Pharmacy_(?:restored|before)_\d+)\] MODIFY NAME = \[(Pharmacy)\]$/;

describe('a SQL Server database whose restore or proof is stopped', () => {
  let scratch: Scratch;
  let server: ScriptedSqlServer;
  let catalog: SqlServerCatalog;
  let kind: SourceKind<SourceOf<'sqlserver'>>;
  let source: SourceOf<'sqlserver'>;
  let part: RestoredPart;
  let shared: string;
  let aborting: AbortController;

  const context = async (): Promise<SourceContext> =>
    await sourceContext(scratch.path, { name: 'work', secrets: { password: 'p' }, signal: aborting.signal });
  /** Is stopped at a statement, of which the server does `done`. */
  const stopAt = (statement: RegExp, done: Reaction['effect']): void => {
    const effect = (match: RegExpExecArray): void => {
      done?.(match);
      aborting.abort(STOP);
    };
    server.on({ statement, effect, times: 1 });
  };
  const nothing = (): void => undefined;
  const renamed = ([, from = '', to = '']: RegExpExecArray): void => catalog.rename(from, to);

  beforeEach(() => {
    scratch = scratchFolder();
    shared = join(scratch.path, 'share');
    part = { folder: join(scratch.path, 'restored'), paths: [] };
    for (const folder of [shared, part.folder]) mkdirSync(folder);
    writeFileSync(join(part.folder, 'database.bak'), 'TAPE and so on');
    source = sqlserverSourceSchema.parse({
      kind: 'sqlserver',
      id: 'dispensing',
      name: 'Dispensing',
      tier: 'critical',
      host: 'server',
      database: DATABASE,
      user: 'lifeboat',
      backupFolder: { onServer: 'D:\\', here: shared },
    });
    server = new ScriptedSqlServer('p');
    catalog = new SqlServerCatalog(server);
    catalog.make(DATABASE);
    kind = sqlserverKindWith(server.connect);
    aborting = new AbortController();
  });

  afterEach(() => {
    expect([server.unexpected, server.sessions, readdirSync(shared)]).toEqual([[], 0, []]);
    scratch.remove();
  });

  const restoring = async (): Promise<unknown> => await kind.putBack(source, part, inPlace(''), await context());

  it.each([
    ['while it fills', /^RESTORE DATABASE \[(.+?)\]/, ([, name = '']) => catalog.make(name, 'RESTORING')],
    ['when it is filled', /^RESTORE DATABASE \[(.+?)\]/, ([, name = '']) => catalog.make(name)],
    ['before anything is renamed', RENAMED_ASIDE, nothing],
    ['when one is renamed', RENAMED_ASIDE, renamed],
    ['before the other is renamed', RENAMED_IN, nothing],
    ['when both are renamed', RENAMED_IN, renamed],
  ] as [string, RegExp, NonNullable<Reaction['effect']>][])(
    'takes away what it made, and leaves the live database as it was: %s',
    async (_title, statement, done) => {
      const before = catalog.databases;
      stopAt(statement, done);
      await expect(restoring()).rejects.toBe(STOP);
      expect(catalog.databases).toEqual(before);
    },
  );

  it('touches nothing while the server is still at work, and can take it away later', async () => {
    server.isStuck = true;
    stopAt(/^RESTORE DATABASE \[(.+?)\]/, ([, name = '']) => catalog.make(name, 'RESTORING'));
    await expect(restoring()).rejects.toBe(STOP);
    const left = Object.keys(catalog.databases).find((name) => name !== DATABASE) ?? '';
    expect(left).toMatch(/^Pharmacy_restored_\d{14}$/);
    expect(server.said('IF DB_ID(')).toEqual([]);
    aborting = new AbortController();
    expect(await kind.removeUnfinished?.(source, { name: left, isMade: false, accounts: [] }, await context())).toBe(true);
    expect(Object.keys(catalog.databases)).toEqual([DATABASE]);
  });

  it('takes the first rename back when the second is refused', async () => {
    const before = catalog.databases;
    server.on({ statement: RENAMED_IN, error: 5030, times: 1 });
    await expect(restoring()).rejects.toMatchObject({ code: 'source-in-use', data: { path: DATABASE } });
    expect(catalog.databases).toEqual(before);
    expect(server.said('ALTER DATABASE').at(-1)).toMatch(/_before_\d+\] MODIFY NAME = \[Pharmacy\]$/);
  });

  it('never takes away what is not its own, whatever the names say', async () => {
    const before = catalog.databases;
    const gone = ([, from = '']: RegExpExecArray): void => catalog.drop(from);
    server.on({ statement: RENAMED_IN, effect: gone, error: 5011, times: 1 });
    await expect(restoring()).rejects.toMatchObject({ code: 'database-rights-missing' });
    expect(catalog.databases).toEqual(before);
  });

  it.each([
    ['before anything is renamed', RENAMED_ASIDE, nothing],
    ['when one is renamed', RENAMED_ASIDE, renamed],
    ['when both are renamed', RENAMED_IN, renamed],
  ] as [string, RegExp, NonNullable<Reaction['effect']>][])('goes back where an undo is stopped: %s', async (_title, statement, done) => {
    const { kept = '' } = await kind.putBack(source, part, inPlace(''), await context());
    const before = catalog.databases;
    stopAt(statement, done);
    await expect(kind.undo(source, { kept, place: DATABASE, keepIn: '' }, await context())).rejects.toBe(STOP);
    expect(catalog.databases).toEqual(before);
    aborting = new AbortController();
    await kind.undo(source, { kept, place: DATABASE, keepIn: '' }, await context());
    expect(catalog.databases[DATABASE]).toBe(before[kept]);
  });

  it.each([
    ['while the copy is filled', /^RESTORE DATABASE \[(.+?)\]/, ([, name = '']) => catalog.make(name, 'RESTORING')],
    ['when the copy is filled', /^RESTORE DATABASE \[(.+?)\]/, ([, name = '']) => catalog.make(name)],
    ['while it is checked', /^DBCC CHECKDB/, nothing],
  ] as [string, RegExp, NonNullable<Reaction['effect']>][])(
    'leaves nothing of a proof that is stopped %s',
    async (_title, statement, done) => {
      const before = catalog.databases;
      stopAt(statement, done);
      await expect(kind.openForProof(source, part, await context())).rejects.toBe(STOP);
      expect(catalog.databases).toEqual(before);
    },
  );

  it('cleans up after a test of itself that is stopped', async () => {
    const before = catalog.databases;
    stopAt(/^CREATE TABLE/, nothing);
    const test = await kind.selfTest?.(source, await context());
    expect(test?.steps.map(({ step, passed }) => [step, passed])).toEqual([
      ['connect', true],
      ['create', true],
      ['fill', false],
      ['clean-up', true],
    ]);
    expect(catalog.databases).toEqual(before);
  });
});
