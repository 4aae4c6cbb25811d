import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { chmod, copyFile, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { Replaced, RestoredPart, SourceContext } from '../../src/main/sources/kind.ts';
import { postgresqlKind } from '../../src/main/sources/postgresql/index.ts';
import { isLifeboatError } from '../../src/shared/errors/index.ts';
import { type SourceOf, postgresqlSourceSchema } from '../../src/shared/model/source.ts';
import { compareWitness, type Witness } from '../../src/shared/model/witness.ts';
import { describeWith } from '../support/describe-with.ts';
import { type PostgresqlServer, startPostgresql } from '../support/postgresql.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { bringOver, ownCommandLines, sourceContext, untilNone, watchCommandLines } from '../support/source-world.ts';
import { inPlace } from '../support/put-back-ways.ts';

/** Everything a pharmacy system may keep in a database, with names that need quoting. */
const SCHEMA = `
  CREATE ROLE pharmacist LOGIN PASSWORD 'x';
  CREATE ROLE "till ä" NOLOGIN;
  GRANT "till ä" TO pharmacist;
`;
const CONTENTS = `
  CREATE SCHEMA "Stock – Größe";
  CREATE TYPE form AS ENUM ('tablet', 'crème');
  CREATE SEQUENCE rx_number START 700000;
  CREATE TABLE prescriptions (
    id bigint PRIMARY KEY DEFAULT nextval('rx_number'), patient text NOT NULL, form form, filled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    written_on date, birth_date date, scan bytea, amount numeric(12,3), tags text[], extra jsonb);
  CREATE INDEX ON prescriptions (filled_at);
  CREATE TABLE "Stock – Größe"."weird ""table""" ("column a" int, "when" timestamp);
  CREATE TABLE audit (id bigserial, at timestamptz DEFAULT clock_timestamp(), what text);
  CREATE VIEW open_ones AS SELECT id, patient FROM prescriptions WHERE form = 'tablet';
  CREATE MATERIALIZED VIEW per_form AS SELECT form, count(*) FROM prescriptions GROUP BY form;
  CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit(what) VALUES (TG_OP); RETURN NEW; END $$;
  CREATE TRIGGER noted AFTER INSERT ON prescriptions FOR EACH ROW EXECUTE FUNCTION note();
  INSERT INTO prescriptions (patient, form, written_on, birth_date, scan, amount, tags, extra)
    SELECT 'Žofie 薬局 ' || i, (ARRAY['tablet','crème'])[1 + i % 2]::form, date '2026-01-01' + i % 200, '1960-01-01', decode(md5(i::text), 'hex'),
      i / 7.0, ARRAY['a', i::text], jsonb_build_object('n', i, 'ø', 'ß')
    FROM generate_series(1, 4000) i;
  INSERT INTO "Stock – Größe"."weird ""table""" SELECT i, timestamp '2026-02-03 04:05:06.789' + i * interval '1 minute' FROM generate_series(1, 50) i;
  INSERT INTO "Stock – Größe"."weird ""table""" VALUES (0, 'infinity');
  SELECT lo_from_bytea(0, decode(repeat('00ff10', 5000), 'hex'));
  GRANT SELECT ON prescriptions TO pharmacist;
  ALTER TABLE audit OWNER TO "till ä";
  REFRESH MATERIALIZED VIEW per_form;
  COMMENT ON TABLE audit IS 'who did what';
`;
const DATABASE_SETTINGS = `ALTER DATABASE "Pharmacy ä" SET work_mem = '7MB'; GRANT CREATE ON DATABASE "Pharmacy ä" TO pharmacist`;
const DATABASE = 'Pharmacy ä';
const QUESTIONS = [
  { name: 'Last Rx number', sql: 'SELECT max(id) FROM prescriptions;' },
  { name: 'Last fill', sql: 'SELECT max(filled_at) FROM prescriptions' },
];

/** Everything logical about a database, as text: definitions, rows, rights. */
const CONTENT_QUERIES = [
  `SELECT md5(string_agg(p::text, '|' ORDER BY id)) FROM prescriptions p`,
  `SELECT md5(string_agg(w::text, '|' ORDER BY "column a")) FROM "Stock – Größe"."weird ""table""" w`,
  `SELECT string_agg(v::text, '|' ORDER BY v::text) FROM per_form v`,
  `SELECT md5(string_agg(o::text, '|' ORDER BY id)) FROM open_ones o`,
  `SELECT count(*) || '/' || max(id) FROM audit`,
  `SELECT last_value || '/' || is_called FROM rx_number`,
  `SELECT string_agg(md5(data) || pageno, '|' ORDER BY pageno) FROM pg_largeobject`,
  `SELECT pg_get_viewdef('open_ones') || pg_get_functiondef('note'::regproc) || (SELECT string_agg(pg_get_triggerdef(oid), '') FROM pg_trigger WHERE NOT tgisinternal)`,
  `SELECT string_agg(relname || '=' || pg_get_userbyid(relowner) || coalesce(relacl::text, ''), '|' ORDER BY relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
  `SELECT string_agg(conname || pg_get_constraintdef(oid), '|' ORDER BY conname) FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  `SELECT obj_description('audit'::regclass)`,
];

describeWith('postgresql', 'a PostgreSQL source', () => {
  let server: PostgresqlServer;
  let scratch: Scratch;
  let source: SourceOf<'postgresql'>;
  let restored: RestoredPart;
  let witness: Witness;

  const context = async (name: string, signal?: AbortSignal): Promise<SourceContext> =>
    await sourceContext(scratch.path, { name, secrets: { password: server.password }, ...(signal && { signal }) });
  const withClient = async <T>(database: string, use: (client: Client) => Promise<T>): Promise<T> => {
    const client = await server.connect(database);
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  };
  const contentOf = async (database: string): Promise<unknown[]> =>
    await withClient(database, async (client) => {
      const answers: unknown[] = [];
      for (const sql of CONTENT_QUERIES)
        answers.push(Object.values<unknown>((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {}));
      return answers;
    });
  const captured = async (name: string): Promise<{ restored: RestoredPart; witness: Witness }> => {
    const surroundings = await context(name);
    const capture = await postgresqlKind.capture(source, surroundings);
    try {
      const part = await bringOver(capture, join(scratch.path, `${name}-restored`));
      return { restored: part, witness: await capture.witness() };
    } finally {
      await capture.release();
      await capture.release();
    }
  };

  /** Servers of this suite's proofs that run now. Other suites have some too, and one that runs by itself has no parent that tells whose it is. */
  const privateServers = async (): Promise<string[]> =>
    (await ownCommandLines()).filter((line) => line.includes('postgres -D') && line.includes(scratch.path));

  beforeAll(async () => {
    scratch = scratchFolder();
    // Where folders above let the server's account through, it works in the private folder itself.
    await chmod(scratch.path, 0o711);
    server = await startPostgresql();
    await server.run(SCHEMA);
    await server.run(`CREATE DATABASE "Pharmacy ä"`);
    await server.run(DATABASE_SETTINGS);
    await server.run(CONTENTS, DATABASE);
    source = postgresqlSourceSchema.parse({
      kind: 'postgresql',
      id: 'dispensing',
      name: 'Dispensing',
      tier: 'critical',
      host: server.host,
      port: server.port,
      database: DATABASE,
      user: server.user,
      questions: QUESTIONS,
    });
  });

  afterAll(async () => {
    await server?.stop();
    scratch?.remove();
  });

  it('captures one moment of a busy database, and its proof agrees with the witness', async () => {
    const writer = await server.connect(DATABASE);
    let isBusy = true;
    const writing = (async () => {
      while (isBusy) {
        await writer.query(`INSERT INTO prescriptions (patient, form) VALUES ('busy', 'tablet')`);
        await writer.query(`DELETE FROM prescriptions WHERE id = (SELECT min(id) FROM prescriptions)`);
        await writer.query(`INSERT INTO prescriptions (patient, form) SELECT 'more', 'crème' FROM generate_series(1, 3)`);
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
    const copy = await postgresqlKind.openForProof(source, restored, await context('busy-proof'));
    const lines = await stopWatching();
    expect(copy.level).toBe('opened');
    expect(copy.damage).toEqual([]);
    expect(witness.isExact).toBe(true);
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
    // What a birthday is may not leave the database.
    expect(subjects.filter((subject) => subject.includes('birth'))).toEqual([]);
    expect(witness.environment).toMatchObject({ product: 'PostgreSQL', encoding: 'UTF8' });
    expect(await copy.ask('SELECT count(*) FROM open_ones WHERE id > 0')).toBeGreaterThan(1000);
    await expect(copy.ask('DELETE FROM prescriptions')).rejects.toMatchObject({ code: 'question-refused' });
    await expect(copy.ask('SELECT nextval($$rx_number$$)')).rejects.toMatchObject({ code: 'database-failed' });
    expect(await copy.ask('SELECT max(at) FROM audit WHERE false')).toBeUndefined();
    expect(await privateServers()).toHaveLength(1);
    await copy.close();
    expect(lines.some((line) => line.includes('pg_dump') && line.includes('--snapshot='))).toBe(true);
    expect(lines.filter((line) => line.includes(server.password))).toEqual([]);
    await untilNone(privateServers);
    expect(await readdir((await context('busy-proof')).scratch)).toEqual([]);
    expect(await readdir((await context('busy')).scratch)).toEqual([]);
  });

  it('sees an emptied table', async () => {
    const full = await captured('full');
    await server.run('CREATE TABLE saved AS SELECT * FROM audit; TRUNCATE audit', DATABASE);
    const emptied = await captured('emptied');
    await server.run('INSERT INTO audit SELECT * FROM saved; DROP TABLE saved', DATABASE);
    // Where a folder above lets no other account pass, its server works below the system's temporary folder.
    const shut = join(scratch.path, 'shut');
    await mkdir(shut, { mode: 0o700 });
    const surroundings = await sourceContext(shut, { name: 'proof', secrets: { password: server.password } });
    const copy = await postgresqlKind.openForProof(source, emptied.restored, surroundings);
    const inside = await readdir(surroundings.scratch);
    await copy.close();
    expect(inside).toHaveLength(process.getuid?.() === 0 ? 0 : 1);
    expect(compareWitness(emptied.witness, copy.witness)).toEqual([]);
    expect(compareWitness(full.witness, copy.witness)).toEqual([
      expect.objectContaining({ subject: 'rows:audit', found: '0' }),
      expect.objectContaining({ subject: 'newest:audit.at', found: '-' }),
    ]);
  });

  it('gives back identical contents, rights and settings in a new database', async () => {
    await server.run('REFRESH MATERIALIZED VIEW per_form', DATABASE);
    const still = await captured('still');
    const before = await contentOf(DATABASE);
    const put = await postgresqlKind.putBack(source, still.restored, { way: 'new-database', name: 'pharmacy_copy' }, await context('copy'));
    expect(put).toMatchObject({ place: 'pharmacy_copy', kept: undefined, warnings: [] });
    expect(compareWitness(still.witness, put.witness)).toEqual([]);
    expect(await contentOf('pharmacy_copy')).toEqual(before);
    const settings = await withClient('postgres', async (client) => {
      const { rows } = await client.query<{ work_mem: unknown; acl: string }>(
        `SELECT (SELECT setconfig FROM pg_db_role_setting WHERE setdatabase = d.oid) AS work_mem, datacl::text AS acl FROM pg_database d WHERE datname = 'pharmacy_copy'`,
      );
      return rows[0];
    });
    expect(settings?.work_mem).toEqual(['work_mem=7MB']);
    expect(settings?.acl).toContain('pharmacist=C/postgres');
    await expect(
      postgresqlKind.putBack(source, still.restored, { way: 'new-database', name: 'pharmacy_copy' }, await context('copy')),
    ).rejects.toMatchObject({ code: 'database-exists', data: { name: 'pharmacy_copy' } });
    await expect(
      postgresqlKind.putBack(source, still.restored, { way: 'new-database', name: 'x"; DROP' }, await context('copy')),
    ).rejects.toMatchObject({ code: 'value-invalid' });
    await server.run('DROP DATABASE pharmacy_copy');
  });

  it('brings accounts and rights to a server that has neither', async () => {
    const other = await startPostgresql();
    try {
      const there = { ...source, port: other.port };
      const put = await postgresqlKind.putBack(there, restored, inPlace(scratch.path), await context('other'));
      expect(put).toMatchObject({ place: DATABASE, kept: undefined, warnings: [{ code: 'accounts-not-covered', detail: 'pharmacist' }] });
      const client = await other.connect(DATABASE);
      const { rows } = await client.query<{ member: boolean; owner: string; reads: boolean }>(
        `SELECT pg_has_role('pharmacist', 'till ä', 'MEMBER') AS member, pg_get_userbyid(relowner) AS owner,
           has_table_privilege('pharmacist', 'prescriptions', 'SELECT') AS reads FROM pg_class WHERE relname = 'audit'`,
      );
      await client.end();
      expect(rows[0]).toEqual({ member: true, owner: 'till ä', reads: true });
    } finally {
      await other.stop();
    }
  });

  it('replaces in place, keeps what was there, and undoes it', async () => {
    const still = await captured('in-place');
    const before = await contentOf(DATABASE);
    await server.run('DELETE FROM audit; UPDATE prescriptions SET amount = 1', DATABASE);
    const damaged = await contentOf(DATABASE);
    expect((await postgresqlKind.look(source, await context('look')))?.isInUse).toBe(false);
    const inUse = await server.connect(DATABASE);
    expect(await postgresqlKind.look(source, await context('look'))).toMatchObject({ isHealthy: true, isInUse: true });
    await expect(postgresqlKind.putBack(source, still.restored, inPlace(scratch.path), await context('in-place-1'))).rejects.toMatchObject({
      code: 'source-in-use',
      data: { path: DATABASE },
    });
    await inUse.end();
    const recorded: Replaced[] = [];
    const put = await postgresqlKind.putBack(source, still.restored, inPlace(scratch.path, recorded), await context('in-place-2'));
    expect(recorded).toEqual([{ place: DATABASE, kept: put.kept }]);
    expect(put.place).toBe(DATABASE);
    expect(put.kept).toMatch(/^Pharmacy ä_before_\d{14}$/);
    expect(await contentOf(DATABASE)).toEqual(before);
    expect(await contentOf(put.kept ?? '')).toEqual(damaged);
    await postgresqlKind.undo(source, { kept: put.kept ?? '', place: put.place, keepIn: scratch.path }, await context('undo'));
    expect(await contentOf(DATABASE)).toEqual(damaged);
    await expect(
      postgresqlKind.undo(source, { kept: put.kept ?? '', place: put.place, keepIn: scratch.path }, await context('undo')),
    ).rejects.toMatchObject({
      code: 'database-missing',
    });
  });

  it('lays the files of a copy into a folder, beside others of the same name', async () => {
    const path = join(scratch.path, 'for the vendor');
    await mkdir(path);
    await writeFile(join(path, 'globals.sql'), 'mine');
    const put = await postgresqlKind.putBack(source, restored, { way: 'folder', path }, await context('folder'));
    expect((await readdir(path)).toSorted()).toEqual(['database.dump', 'globals 2.sql', 'globals.sql']);
    expect(put.witness.facts).toContainEqual({ kind: 'count', subject: 'files', value: 2 });
  });

  it('catches a dump that was cut off, and one that is something else', async () => {
    const folder = join(scratch.path, 'cut');
    await mkdir(folder);
    const file = join(folder, 'database.dump');
    await copyFile(join(restored.folder, 'database.dump'), file);
    const { size } = await stat(file);
    for (const rest of [Math.floor(size * 0.6), 200, 3]) {
      await truncate(file, rest);
      await expect(postgresqlKind.openForProof(source, { folder, paths: [] }, await context(`cut-${rest}`))).rejects.toMatchObject({
        code: 'dump-damaged',
      });
    }
    await writeFile(file, '-- some other file');
    await expect(postgresqlKind.openForProof(source, { folder, paths: [] }, await context('else'))).rejects.toMatchObject({
      code: 'dump-damaged',
    });
    await untilNone(privateServers);
  });

  it('leaves no server and no file behind when a proof is aborted', async () => {
    const aborting = new AbortController();
    const surroundings = await context('aborted', aborting.signal);
    const copy = await postgresqlKind.openForProof(source, restored, surroundings);
    aborting.abort();
    await copy.close();
    expect(await readdir(surroundings.scratch)).toEqual([]);
    const early = new AbortController();
    const opening = postgresqlKind.openForProof(source, restored, await context('aborted', early.signal));
    while ((await readdir(surroundings.scratch)).length === 0 && !(await ownCommandLines()).some((line) => line.includes('initdb'))) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    early.abort();
    await expect(opening).rejects.toThrow();
    expect(await readdir(surroundings.scratch)).toEqual([]);
    await untilNone(privateServers);
  });

  it('says what is wrong with a place, an account, a database and a question', async () => {
    const failing = async (change: Partial<SourceOf<'postgresql'>>, password = server.password): Promise<unknown> =>
      await postgresqlKind
        .capture({ ...source, ...change }, { ...(await context('failing')), secrets: { password } })
        .then(async (capture) => await capture.release())
        .catch((error: unknown) => (isLifeboatError(error) ? { ...error.report() } : error));
    expect(await failing({ port: 1 })).toMatchObject({ code: 'database-unreachable', retryable: true, data: { reason: 'ECONNREFUSED' } });
    expect(await failing({}, 'wrong')).toMatchObject({ code: 'database-refused', retryable: false, data: { user: 'postgres' } });
    expect(await failing({ database: 'nothing' })).toMatchObject({ code: 'database-missing', data: { name: 'nothing' } });
    expect(await postgresqlKind.look({ ...source, database: 'nothing' }, await context('failing'))).toBeUndefined();
    const questions = [
      { name: 'text', sql: 'SELECT patient FROM prescriptions LIMIT 1' },
      { name: 'writes', sql: 'SELECT setval($$rx_number$$, 1)' },
      { name: 'two', sql: 'SELECT 1; DROP TABLE audit' },
      { name: 'good', sql: 'SELECT 5' },
    ];
    const capture = await postgresqlKind.capture({ ...source, questions }, await context('questions'));
    expect(capture.warnings).toEqual(['text', 'writes', 'two'].map((detail) => ({ code: 'question-failed', detail })));
    expect((await capture.witness()).facts).toContainEqual({ kind: 'number', subject: 'question:good', value: 5 });
    await capture.release();
    expect(await contentOf(DATABASE)).toHaveLength(CONTENT_QUERIES.length);
  });

  it('works for an account that owns nothing but its database', async () => {
    await server.run(`CREATE ROLE owner_only LOGIN CREATEDB PASSWORD 'owner-pw-1'`);
    await server.run('CREATE DATABASE small OWNER owner_only');
    const mine = await server.connect('small', { user: 'owner_only', password: 'owner-pw-1' });
    await mine.query('CREATE TABLE t (at timestamptz); INSERT INTO t VALUES (now()); GRANT SELECT ON t TO pharmacist');
    await mine.end();
    const small = { ...source, database: 'small', user: 'owner_only', questions: [] };
    const surroundings = { ...(await context('small')), secrets: { password: 'owner-pw-1' } };
    const capture = await postgresqlKind.capture(small, surroundings);
    const part = await bringOver(capture, join(scratch.path, 'small-restored'));
    expect(await readFile(join(part.folder, 'globals.sql'), 'utf8')).not.toContain('SCRAM');
    await capture.release();
    const put = await postgresqlKind.putBack(small, part, inPlace(''), surroundings);
    expect(put.warnings).toEqual([]);
    expect(put.witness.facts).toContainEqual({ kind: 'count', subject: 'rows:t', value: 1 });
    await withClient('small', async (client) => {
      const { rows } = await client.query<{ ok: boolean }>(`SELECT has_table_privilege('pharmacist', 't', 'SELECT') AS ok`);
      expect(rows[0]?.ok).toBe(true);
    });
  });

  it('does not take a stream that ended early for a dump', async () => {
    const capture = await postgresqlKind.capture(source, await context('killed'));
    const [dump] = capture.files;
    if (dump?.kind !== 'stream') throw new Error('no stream');
    const pieces = dump.open();
    const iterator = pieces[Symbol.asyncIterator]();
    await iterator.next();
    await withClient(
      'postgres',
      async (client) =>
        await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'pg_dump' OR query LIKE 'COPY %'`,
        ),
    );
    await expect(
      (async () => {
        for (let step = await iterator.next(); !step.done; step = await iterator.next());
      })(),
    ).rejects.toMatchObject({ code: 'tool-failed' });
    await capture.release();
  });
});
