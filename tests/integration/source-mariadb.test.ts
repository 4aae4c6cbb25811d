import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { chmod, copyFile, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RestoredPart } from '../../src/main/sources/kind.ts';
import { mariadbKind } from '../../src/main/sources/mariadb/index.ts';
import { isLifeboatError } from '../../src/shared/errors/index.ts';
import type { SourceOf } from '../../src/shared/model/source.ts';
import { compareWitness, type Witness } from '../../src/shared/model/witness.ts';
import { describeWith } from '../support/describe-with.ts';
import { type MariadbServer, startMariadb } from '../support/mariadb.ts';
import { mariadbWorld } from '../support/mariadb-world.ts';
import { DATABASE } from '../support/mariadb-pharmacy.ts';
import type { Scratch } from '../support/scratch.ts';
import { bringOver, ownCommandLines, processesWith, untilNone, watchCommandLines } from '../support/source-world.ts';
import { inPlace } from '../support/put-back-ways.ts';

describeWith('mariadb', 'a MariaDB source', () => {
  let server: MariadbServer;
  let scratch: Scratch;
  let source: SourceOf<'mariadb'>;
  let restored: RestoredPart;
  let witness: Witness;

  const world = mariadbWorld();
  const { context, withClient, contentOf, eventOf, putInPlace, undo, namesOf, captured } = world;
  beforeAll(async () => ({ server, scratch, source } = await world.start()));
  afterAll(world.stop);

  /** Servers of proofs that run now. */
  const privateServers = async (): Promise<string[]> =>
    (await ownCommandLines()).filter((line) => /^\S*mariadbd .*--datadir=\S*lifeboat-\S*\/server\S*\/files/.test(line));

  it('captures one moment of a busy database, and its proof agrees with the witness', async () => {
    const writer = await server.connect(DATABASE);
    let isBusy = true;
    let written = 0;
    const writing = (async () => {
      while (isBusy) {
        await writer.query(`INSERT INTO prescriptions (patient, doctor, amount) VALUES ('busy', 1, 11)`);
        await writer.query(`INSERT INTO prescriptions (patient, doctor) SELECT 'more', 2 FROM seq_1_to_3`);
        written += 1;
        await writer.query('UPDATE prescriptions SET due = NOW(6) ORDER BY id DESC LIMIT 1');
      }
      await writer.end();
    })();
    const stopWatching = watchCommandLines();
    try {
      ({ restored, witness } = await captured('busy'));
    } finally {
      isBusy = false;
      await writing;
    }
    const copy = await mariadbKind.openForProof(source, restored, await context('busy-proof'));
    const lines = await stopWatching();
    expect(copy.level).toBe('opened');
    expect(copy.damage).toEqual([]);
    expect(written).toBeGreaterThan(3);
    expect(compareWitness(witness, copy.witness)).toEqual([]);
    const subjects = witness.facts.map(({ subject }) => subject);
    expect(subjects).toEqual(
      expect.arrayContaining([
        'question:Last Rx number',
        'question:Last fill',
        'rows:prescriptions',
        'newest:prescriptions.filled_at',
        'rows:audit',
      ]),
    );
    expect(subjects.filter((subject) => subject.includes('birth'))).toEqual([]);
    expect(witness.environment).toMatchObject({ product: 'MariaDB', encoding: 'utf8mb4', collation: 'utf8mb4_unicode_ci' });
    expect(await copy.ask('SELECT count(*) FROM open_ones')).toBeGreaterThan(1000);
    await expect(copy.ask('DELETE FROM prescriptions')).rejects.toMatchObject({ code: 'question-refused' });
    await expect(copy.ask('SELECT NEXT VALUE FOR label_number')).rejects.toMatchObject({ code: 'database-failed' });
    expect(await copy.ask('SELECT max(at) FROM audit WHERE false')).toBeUndefined();
    await copy.close();
    expect(lines.some((line) => line.includes('mariadb-dump') && line.includes('--single-transaction'))).toBe(true);
    expect(lines.some((line) => /^\S*mariadb .*--binary-mode/.test(line))).toBe(true);
    expect(lines.filter((line) => line.includes(server.password))).toEqual([]);
    await untilNone(privateServers);
    expect(await readdir((await context('busy-proof')).scratch)).toEqual([]);
    expect(await readdir((await context('busy')).scratch)).toEqual([]);
  });

  it('is exact when nobody writes, and sees an emptied table', async () => {
    await chmod(scratch.path, 0o711);
    const full = await captured('full');
    expect(full.witness.isExact).toBe(true);
    await server.run(['CREATE TABLE saved AS SELECT * FROM audit', 'TRUNCATE audit'], DATABASE);
    const emptied = await captured('emptied');
    await server.run(['INSERT INTO audit SELECT * FROM saved', 'DROP TABLE saved'], DATABASE);
    const copy = await mariadbKind.openForProof(source, emptied.restored, await context('emptied-proof'));
    const servers = await privateServers();
    await copy.close();
    expect(servers).toEqual([expect.stringContaining(scratch.path)]);
    expect(compareWitness(emptied.witness, copy.witness)).toEqual([]);
    expect(compareWitness(full.witness, copy.witness).map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['rows:audit', 'newest:audit.at']),
    );
  });

  it('gives back identical contents in a new database, whose events rest', async () => {
    const still = await captured('still');
    const before = await contentOf(DATABASE);
    const put = await mariadbKind.putBack(source, still.restored, { way: 'new-database', name: 'copied' }, await context('copy'));
    expect(put).toMatchObject({ place: 'copied', kept: undefined, warnings: [] });
    expect(compareWitness(still.witness, put.witness)).toEqual([]);
    expect(await contentOf('copied')).toEqual(before);
    expect(await eventOf('copied')).toEqual([['SLAVESIDE_DISABLED']]);
    await expect(
      mariadbKind.putBack(source, still.restored, { way: 'new-database', name: 'copied' }, await context('copy')),
    ).rejects.toMatchObject({ code: 'database-exists', data: { name: 'copied' } });
    await expect(
      mariadbKind.putBack(source, still.restored, { way: 'new-database', name: 'x`; DROP' }, await context('copy')),
    ).rejects.toMatchObject({ code: 'value-invalid' });
    await server.run(['DROP DATABASE copied']);
  });

  it('replaces in place, keeps what was there, and undoes it', async () => {
    const still = await captured('in-place');
    const before = await contentOf(DATABASE);
    await server.run(
      ['DELETE FROM audit', 'DROP TRIGGER noted', 'UPDATE prescriptions SET amount = 20 LIMIT 7', 'CREATE TABLE newer (a INT)'],
      DATABASE,
    );
    const damagedQueries = await contentOf(DATABASE);
    expect((await mariadbKind.look(source, await context('look')))?.isInUse).toBe(false);
    const inUse = await server.connect(DATABASE);
    expect(await mariadbKind.look(source, await context('look'))).toMatchObject({ isHealthy: true, isInUse: true });
    await expect(putInPlace(still.restored, 'in-place-1')).rejects.toMatchObject({ code: 'source-in-use', data: { path: DATABASE } });
    await inUse.end();
    const put = await putInPlace(still.restored, 'in-place-2');
    expect(put.place).toBe(DATABASE);
    expect(put.kept).toMatch(/^pharmacy-größe_before_\d{14}$/);
    expect(await contentOf(DATABASE)).toEqual(before);
    expect(await contentOf(put.kept ?? '')).toEqual(damagedQueries);
    expect([await eventOf(DATABASE), await eventOf(put.kept ?? '')]).toEqual([[['ENABLED']], [['SLAVESIDE_DISABLED']]]);
    expect((await namesOf()).filter((name) => name.includes('restored'))).toEqual([]);
    await undo(put);
    expect(await contentOf(DATABASE)).toEqual(damagedQueries);
    expect(await eventOf(DATABASE)).toEqual([['ENABLED']]);
    await expect(undo(put)).rejects.toMatchObject({ code: 'database-missing' });
  });

  it('leaves everything as it was when a table stays locked during the swap', async () => {
    const still = await captured('locked');
    const before = await contentOf(DATABASE);
    // In no database, so that only its lock shows.
    const holder = await server.connect();
    await holder.query(`LOCK TABLES \`${DATABASE}\`.doctors READ`);
    await expect(putInPlace(still.restored, 'locked')).rejects.toMatchObject({ code: 'source-in-use', data: { path: DATABASE } });
    await holder.end();
    expect(await contentOf(DATABASE)).toEqual(before);
    expect((await namesOf()).filter((name) => /restored/.test(name))).toEqual([]);
  });

  it('brings accounts, roles and rights to a server that has none, locked and without passwords', async () => {
    const accounts = await readFile(join(restored.folder, 'accounts.sql'), 'utf8');
    expect(accounts).toContain(`'pharmacist'@'%'`);
    expect(accounts).not.toMatch(/IDENTIFIED|\*[0-9A-F]{40}/);
    const other = await startMariadb();
    try {
      const there = { ...source, port: other.port };
      const put = await mariadbKind.putBack(there, restored, inPlace(scratch.path), await context('other'));
      expect(put).toMatchObject({ place: DATABASE, kept: undefined });
      expect(put.warnings).toEqual([{ code: 'accounts-not-covered', detail: expect.stringContaining(`'pharmacist'@'%'`) as unknown }]);
      const client = await other.connect(DATABASE);
      const ask = async (sql: string): Promise<string> => JSON.stringify((await client.query({ sql, rowsAsArray: true }))[0]);
      expect(await ask(`SHOW GRANTS FOR 'pharmacist'@'%'`)).toMatch(/GRANT `?till`? TO/);
      expect(await ask(`SHOW GRANTS FOR 'pharmacist'@'%'`)).toContain('`audit`');
      expect(await ask(`SHOW GRANTS FOR till`)).toContain('SELECT, INSERT');
      expect(await ask(`SHOW CREATE USER 'pharmacist'@'%'`)).toContain('ACCOUNT LOCK');
      await client.end();
    } finally {
      await other.stop();
    }
  });

  it('catches a dump that was cut off, and one that is something else', async () => {
    const folder = join(scratch.path, 'cut');
    await mkdir(folder);
    const file = join(folder, 'database.sql');
    await copyFile(join(restored.folder, 'database.sql'), file);
    const { size } = await stat(file);
    for (const rest of [size - 20, Math.floor(size * 0.6), 3]) {
      await truncate(file, rest);
      await expect(mariadbKind.openForProof(source, { folder, paths: [] }, await context(`cut-${rest}`))).rejects.toMatchObject({
        code: 'dump-damaged',
      });
    }
    await writeFile(file, '-- MariaDB dump of something\nSELECT 1 FROM nowhere;\n-- Dump completed\n');
    await expect(mariadbKind.openForProof(source, { folder, paths: [] }, await context('else'))).rejects.toMatchObject({
      code: 'database-failed',
      data: { reason: '1146' },
    });
    // The client would run a program for this line if it took commands.
    const proof = join(scratch.path, 'was-run');
    await writeFile(file, `-- MariaDB dump of something\n\\! touch ${proof}\nsystem touch ${proof};\n-- Dump completed\n`);
    await expect(mariadbKind.openForProof(source, { folder, paths: [] }, await context('hostile'))).rejects.toThrow();
    await expect(stat(proof)).rejects.toThrow();
    await untilNone(privateServers);
  });

  it('leaves no server and no file behind when a proof is aborted', async () => {
    const aborting = new AbortController();
    const surroundings = await context('aborted', aborting.signal);
    const copy = await mariadbKind.openForProof(source, restored, surroundings);
    aborting.abort();
    await copy.close();
    expect(await readdir(surroundings.scratch)).toEqual([]);
    const early = new AbortController();
    const opening = mariadbKind.openForProof(source, restored, await context('aborted', early.signal));
    const installing = async (): Promise<number[]> => await processesWith('--bootstrap', surroundings.scratch);
    let pid: number | undefined;
    while (pid === undefined) [pid] = await installing();
    // Two servers made at once must not share it.
    expect(await readFile(`/proc/${pid}/environ`, 'latin1')).toContain(`TMPDIR=${surroundings.scratch}`);
    early.abort();
    await expect(opening).rejects.toThrow();
    expect([await installing(), await readdir(surroundings.scratch)]).toEqual([[], []]);
    await untilNone(privateServers);
  });

  it('says what is wrong with a place, an account, a database and tables without snapshots', async () => {
    const failing = async (change: Partial<SourceOf<'mariadb'>>, password = server.password): Promise<unknown> =>
      await mariadbKind
        .capture({ ...source, ...change }, { ...(await context('failing')), secrets: { password } })
        .then(async (capture) => await capture.release())
        .catch((error: unknown) => (isLifeboatError(error) ? { ...error.report() } : error));
    expect(await failing({ port: 1 })).toMatchObject({ code: 'database-unreachable', retryable: true, data: { reason: 'ECONNREFUSED' } });
    expect(await failing({}, 'wrong')).toMatchObject({ code: 'database-refused', retryable: false, data: { user: 'root' } });
    expect(await failing({ database: 'nothing' })).toMatchObject({ code: 'database-missing', data: { name: 'nothing' } });
    expect(await mariadbKind.look({ ...source, database: 'nothing' }, await context('failing'))).toBeUndefined();
    await server.run(['CREATE TABLE old_style (a INT) ENGINE = MyISAM', 'INSERT INTO old_style VALUES (1), (2)'], DATABASE);
    const questions = [
      { name: 'text', sql: 'SELECT patient FROM prescriptions LIMIT 1' },
      { name: 'two', sql: 'SELECT 1; DROP TABLE audit' },
      { name: 'good', sql: 'SELECT 5' },
    ];
    const capture = await mariadbKind.capture({ ...source, questions }, await context('questions'));
    expect(capture.isConsistent).toBe(false);
    expect(capture.warnings).toEqual([
      { code: 'tables-not-covered', detail: '1' },
      { code: 'question-failed', detail: 'text' },
      { code: 'question-failed', detail: 'two' },
    ]);
    await bringOver(capture, join(scratch.path, 'questions-restored'));
    expect((await capture.witness()).facts).toEqual(
      expect.arrayContaining([
        { kind: 'number', subject: 'question:good', value: 5 },
        { kind: 'count', subject: 'rows:old_style', value: 2 },
      ]),
    );
    await capture.release();
    await server.run(['DROP TABLE old_style'], DATABASE);
  });

  it('works for an account that owns nothing but its database', async () => {
    await server.run([
      'CREATE DATABASE small',
      `CREATE USER owner_only@'%' IDENTIFIED BY 'owner-pw-1'`,
      'GRANT ALL ON `small%`.* TO owner_only',
      'CREATE TABLE small.t (at DATETIME)',
      'INSERT INTO small.t VALUES (NOW())',
      'CREATE DEFINER = root@localhost VIEW small.v AS SELECT 1 AS one',
    ]);
    const small = { ...source, database: 'small', user: 'owner_only', questions: [] };
    const surroundings = { ...(await context('small')), secrets: { password: 'owner-pw-1' } };
    const capture = await mariadbKind.capture(small, surroundings);
    expect(capture.warnings).toEqual([{ code: 'accounts-not-covered' }]);
    const part = await bringOver(capture, join(scratch.path, 'small-restored'));
    await capture.release();
    const put = await mariadbKind.putBack(small, part, inPlace(join(scratch.path, 'small')), surroundings);
    expect(put.warnings).toEqual([{ code: 'accounts-not-covered' }]);
    expect(put.witness.facts).toContainEqual({ kind: 'count', subject: 'rows:t', value: 1 });
    expect(await withClient('small', async (client) => (await client.query({ sql: 'SELECT one FROM v', rowsAsArray: true }))[0])).toEqual([
      [1],
    ]);
  });

  it('does not take a stream that ended early for a dump', async () => {
    const capture = await mariadbKind.capture(source, await context('killed'));
    const [dump] = capture.files;
    if (dump?.kind !== 'stream') throw new Error('no stream');
    const iterator = dump.open()[Symbol.asyncIterator]();
    for (let bytes = 0; bytes < 5000; ) bytes += ((await iterator.next()).value as Uint8Array).byteLength;
    for (const pid of await processesWith('--single-transaction', `--port=${server.port}`)) process.kill(pid, 'SIGKILL');
    const rest = async (): Promise<void> => {
      for (let step = await iterator.next(); !step.done; step = await iterator.next());
    };
    await expect(rest()).rejects.toMatchObject({ code: 'tool-failed' });
    await capture.release();
  });
});
