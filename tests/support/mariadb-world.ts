import { join } from 'node:path';
import type { Connection } from 'mysql2/promise';
import type { PutBackResult, RestoredPart, SourceContext } from '../../src/main/sources/kind.ts';
import { mariadbKind } from '../../src/main/sources/mariadb/index.ts';
import { mariadbSourceSchema, type SourceOf } from '../../src/shared/model/source.ts';
import type { Witness } from '../../src/shared/model/witness.ts';
import { type MariadbServer, startMariadb } from './mariadb.ts';
import { CONTENT_QUERIES, CONTENTS, DATABASE } from './mariadb-pharmacy.ts';
import { inPlace } from './put-back-ways.ts';
import { type Scratch, scratchFolder } from './scratch.ts';
import { bringOver, sourceContext } from './source-world.ts';

const QUESTIONS = [
  { name: 'Last Rx number', sql: 'SELECT max(id) FROM prescriptions;' },
  { name: 'Last fill', sql: 'SELECT max(filled_at) FROM prescriptions' },
];

/** What a world is made of, once it has been started. */
export interface MariadbParts {
  server: MariadbServer;
  scratch: Scratch;
  source: SourceOf<'mariadb'>;
}

/** A real server with a pharmacy's database, its source, and the ways to look at both. */
export function mariadbWorld() {
  let server: MariadbServer;
  let scratch: Scratch;
  let source: SourceOf<'mariadb'>;

  const context = async (name: string, signal?: AbortSignal): Promise<SourceContext> =>
    await sourceContext(scratch.path, { name, secrets: { password: server.password }, ...(signal && { signal }) });
  const withClient = async <T>(database: string, use: (client: Connection) => Promise<T>): Promise<T> => {
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
      await client.query('SET SESSION group_concat_max_len = 1000000000');
      for (const sql of CONTENT_QUERIES) answers.push((await client.query({ sql, rowsAsArray: true }))[0]);
      return answers;
    });
  const eventOf = async (database: string): Promise<unknown> =>
    await withClient('mysql', async (client) => {
      const sql = 'SELECT STATUS FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?';
      return (await client.query({ sql, values: [database], rowsAsArray: true }))[0];
    });
  const putInPlace = async (part: RestoredPart, name: string): Promise<PutBackResult> =>
    await mariadbKind.putBack(source, part, inPlace(scratch.path), await context(name));
  const undo = async ({ place, kept = '' }: PutBackResult): Promise<void> =>
    await mariadbKind.undo(source, { place, kept, keepIn: scratch.path }, await context('undo'));
  const namesOf = async (): Promise<string[]> =>
    (
      await withClient('mysql', async (client) => (await client.query({ sql: 'SHOW DATABASES', rowsAsArray: true }))[0] as string[][])
    ).flat();
  const captured = async (name: string): Promise<{ restored: RestoredPart; witness: Witness }> => {
    const capture = await mariadbKind.capture(source, await context(name));
    try {
      const part = await bringOver(capture, join(scratch.path, `${name}-restored`));
      return { restored: part, witness: await capture.witness() };
    } finally {
      await capture.release();
      await capture.release();
    }
  };
  const start = async (): Promise<MariadbParts> => {
    scratch = scratchFolder();
    server = await startMariadb();
    await server.run([`CREATE DATABASE \`${DATABASE}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`]);
    await server.run(CONTENTS, DATABASE);
    const { host, port, user } = server;
    const place = { host, port, user, database: DATABASE, questions: QUESTIONS };
    source = mariadbSourceSchema.parse({ kind: 'mariadb', id: 'dispensing', name: 'Dispensing', tier: 'critical', ...place });
    return { server, scratch, source };
  };
  const stop = async (): Promise<void> => {
    await server?.stop();
    scratch?.remove();
  };
  return { start, stop, context, withClient, contentOf, eventOf, putInPlace, undo, namesOf, captured };
}
