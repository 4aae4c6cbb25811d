import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { RestoredPart, SourceContext } from '../../src/main/sources/kind.ts';
import { postgresqlKind } from '../../src/main/sources/postgresql/index.ts';
import { type SourceOf, postgresqlSourceSchema } from '../../src/shared/model/source.ts';
import { describeWith } from '../support/describe-with.ts';
import { Line } from '../support/line.ts';
import { type PostgresqlServer, startPostgresql } from '../support/postgresql.ts';
import { inPlace } from '../support/put-back-ways.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { bringOver, sourceContext } from '../support/source-world.ts';

const DATABASE = 'pharmacy';
const STOP = new Error('stop');

describeWith('postgresql', 'a PostgreSQL database whose restore is stopped', () => {
  let server: PostgresqlServer;
  let scratch: Scratch;
  let source: SourceOf<'postgresql'>;
  let part: RestoredPart;

  const context = async (name: string, signal?: AbortSignal): Promise<SourceContext> =>
    await sourceContext(scratch.path, { name, secrets: { password: server.password }, ...(signal && { signal }) });
  const ask = async (sql: string, database?: string): Promise<string[]> => {
    const client = await server.connect(database);
    try {
      return (await client.query<{ answer: string }>(sql)).rows.map(({ answer }) => answer);
    } finally {
      await client.end();
    }
  };
  const namesOf = async (): Promise<string[]> => await ask('SELECT datname AS answer FROM pg_database ORDER BY 1');
  const contentOf = async (): Promise<string[]> => await ask('SELECT rx::text AS answer FROM rx ORDER BY id', DATABASE);
  /** Puts back over a line on which `next` is never said: the restore is stopped before, and the line does `react`. */
  const stoppedAt = async (next: string, react: (line: Line) => void): Promise<unknown> => {
    const aborting = new AbortController();
    const line: Line = await Line.to(server.port, (said) => {
      if (said.includes(next)) {
        react(line);
        aborting.abort(STOP);
      }
      return false;
    });
    const surroundings = await context(next, aborting.signal);
    const put = postgresqlKind.putBack({ ...source, port: line.port }, part, inPlace(scratch.path), surroundings);
    const outcome = await put.catch((error: unknown) => error);
    await line.cut();
    return outcome;
  };

  beforeAll(async () => {
    scratch = scratchFolder();
    server = await startPostgresql();
    await server.run(`CREATE DATABASE ${DATABASE}`);
    await server.run(
      'CREATE TABLE rx (id int PRIMARY KEY, drug text); INSERT INTO rx SELECT i, md5(i::text) FROM generate_series(1, 500) i',
      DATABASE,
    );
    source = postgresqlSourceSchema.parse({
      kind: 'postgresql',
      id: 'dispensing',
      name: 'Dispensing',
      tier: 'critical',
      host: server.host,
      port: server.port,
      database: DATABASE,
      user: server.user,
    });
    const capture = await postgresqlKind.capture(source, await context('capture'));
    part = await bringOver(capture, join(scratch.path, 'restored'));
    await capture.release();
    await server.run(`UPDATE rx SET drug = 'changed since' WHERE id < 9`, DATABASE);
  });

  afterAll(async () => {
    await server?.stop();
    scratch?.remove();
  });

  it.each([
    ['while it fills', 'COPY public.rx'],
    ['while it counts', 'ANALYZE'],
    ['before anything is renamed', 'RENAME TO "pharmacy_before_'],
    ['before the other is renamed', 'RENAME TO "pharmacy"'],
    ['before both renames count', 'COMMIT'],
  ])('takes away what it made, and leaves the live database as it was: %s', async (title, next) => {
    const before = [await namesOf(), await contentOf()];
    expect(await stoppedAt(next, () => undefined)).toBe(STOP);
    const made = (await namesOf()).filter((name) => /_restored_/.test(name));
    // What is filled is on record until it has its place, and whoever stopped the restore has it taken away.
    for (const name of made) await postgresqlKind.removeUnfinished?.(source, { name, isMade: true, accounts: [] }, await context(title));
    expect([await namesOf(), await contentOf()]).toEqual(before);
    expect(made).toHaveLength(next === 'ANALYZE' ? 1 : 0);
  });

  it.each([
    ['a tool is at work and our own session rests', 'COPY public.rx'],
    ['our own session waits for an answer', 'RENAME TO "pharmacy"'],
  ])('ends also where the server has fallen silent while %s', async (title, next) => {
    const before = [await namesOf(), await contentOf()];
    expect(await stoppedAt(next, (line) => line.fallSilent())).toBe(STOP);
    for (const name of (await namesOf()).filter((each) => /_restored_/.test(each))) {
      expect(await postgresqlKind.removeUnfinished?.(source, { name, isMade: true, accounts: [] }, await context(title))).toBe(true);
    }
    expect([await namesOf(), await contentOf()]).toEqual(before);
  });
});
