import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { OpenedCopy, RestoredPart, SourceContext } from '../kind.ts';
import { Endings } from '../server/endings.ts';
import { backticked } from '../server/quoting.ts';
import { type Connection, connect } from './connection.ts';
import { viewsIn } from './databases.ts';
import { DUMP, type DumpHead, readEnds } from './dump.ts';
import { readWitness } from './environment.ts';
import { askOne, beginReading } from './fact-reader.ts';
import { makeAndFill } from './fill.ts';
import type { MariadbSource } from './place.ts';
import { type ScratchServer, startScratchServer } from './scratch-server.ts';

const DATABASE = 'proof';

/** Fills a private server with the dump and counts. Where no server of its family can be started here the dump is read to its end instead. */
export async function openMariadbCopy(source: MariadbSource, restored: RestoredPart, context: SourceContext): Promise<OpenedCopy> {
  const path = join(restored.folder, DUMP);
  const head = await readEnds(path);
  const endings = new Endings();
  return await endings.unless(async () => {
    const server = await startScratchServer(context, head.isMariadb);
    if (server === undefined) return await readToTheEnd(path, context);
    endings.add(async () => await server.stop());
    await fillServer(server, { path, head }, context.signal);
    const connection = await connect({ ...server.place, database: DATABASE }, context.signal);
    endings.add(async () => await connection.end());
    const damage = await checkTables(connection);
    const look = await readWitness(connection, source.questions, 'whole', context.clock);
    return {
      level: 'opened',
      witness: look.witness,
      damage: [...damage, ...look.damage],
      ask: async (sql) => await askOne({ name: 'question', sql }, async (text) => await alone(connection, text)),
      close: async () => await endings.run(),
    };
  });
}

async function fillServer(server: ScratchServer, dump: { path: string; head: DumpHead }, signal: AbortSignal): Promise<void> {
  const admin = await connect(server.place, signal);
  try {
    await makeAndFill(admin, DATABASE, dump, { signal });
  } finally {
    await admin.end();
  }
}

/** Views that name something that does not exist any more; a restored table itself cannot be anything but whole. */
async function checkTables(connection: Connection): Promise<string[]> {
  const names = (await viewsIn(connection, DATABASE)).map(backticked);
  if (names.length === 0) return [];
  const answers = await connection.rows(`CHECK TABLE ${names.join(', ')}`);
  // The server's sentence may quote; which view it is and that it failed is enough.
  return answers.filter(([, , type]) => type?.toLowerCase() === 'error').map(([view]) => view ?? '');
}

/** In a transaction of its own, which can only read. */
async function alone(connection: Connection, sql: string): Promise<(string | null)[][]> {
  await beginReading(connection);
  try {
    return await connection.rows(sql);
  } finally {
    await connection.rows('ROLLBACK');
  }
}

async function readToTheEnd(path: string, { clock, signal }: SourceContext): Promise<OpenedCopy> {
  for await (const _ of createReadStream(path, { signal }));
  return {
    level: 'verified',
    witness: { takenAt: clock.now().toISOString(), facts: [], isExact: true, atMost: [], environment: {} },
    damage: [],
    ask: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
}
