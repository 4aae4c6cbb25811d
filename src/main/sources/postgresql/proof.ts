import { join } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { OpenedCopy, RestoredPart, SourceContext } from '../kind.ts';
import { Endings } from '../server/endings.ts';
import type { Tool } from '../tools/index.ts';
import { askOne } from './fact-reader.ts';
import { type Archive, readArchive, readWhole } from './archive.ts';
import { DUMP } from './capture.ts';
import { type Connection, connect } from './connection.ts';
import { makeAndFill } from './fill.ts';
import type { PostgresqlSource } from './place.ts';
import { type ScratchServer, startScratchServer } from './scratch-server.ts';
import { anyTool } from './tools.ts';
import { beginReading, readWitness } from './witness.ts';

const DATABASE = 'proof';

/** Fills a private server with the dump and counts. Where no server can be started here the dump is read to its end instead. */
export async function openPostgresqlCopy(source: PostgresqlSource, restored: RestoredPart, context: SourceContext): Promise<OpenedCopy> {
  const tool = await anyTool('pg_restore');
  const archive = await readArchive(tool, join(restored.folder, DUMP), context.signal);
  const endings = new Endings();
  return await endings.unless(async () => {
    const server = await startScratchServer(context, Number.parseInt(tool.version, 10));
    if (server !== undefined) endings.add(async () => await server.stop());
    if (server === undefined || !(await hasExtensions(server, archive, context.signal))) {
      await endings.run();
      return await readToTheEnd(tool, archive, context);
    }
    await fillServer(server, { archive, folder: restored.folder, tool, signal: context.signal });
    const connection = await connect({ ...server.place, database: DATABASE }, context.signal);
    endings.add(async () => await connection.end());
    return await opened(connection, source, context, endings);
  });
}

async function opened(connection: Connection, source: PostgresqlSource, context: SourceContext, endings: Endings): Promise<OpenedCopy> {
  await beginReading(connection);
  const { witness, damage } = await readWitness(connection, source.questions, 'whole', context.clock);
  await connection.run('ROLLBACK');
  return {
    level: 'opened',
    witness,
    damage,
    ask: async (sql) => await askOne({ name: 'question', sql }, async (text) => await alone(connection, text)),
    close: async () => await endings.run(),
  };
}

/** In a transaction of its own, so that one that fails leaves nothing to the next. */
async function alone(connection: Connection, sql: string): Promise<(string | null)[][]> {
  await beginReading(connection);
  try {
    return await connection.rows(sql);
  } finally {
    await connection.run('ROLLBACK');
  }
}

async function hasExtensions(server: ScratchServer, { extensions }: Archive, signal: AbortSignal): Promise<boolean> {
  if (extensions.length === 0) return true;
  const connection = await connect(server.place, signal);
  try {
    const rows = await connection.rows('SELECT name FROM pg_catalog.pg_available_extensions');
    const known = new Set(rows.map(([name]) => name));
    return extensions.every((name) => known.has(name));
  } finally {
    await connection.end();
  }
}

async function fillServer(server: ScratchServer, fill: Parameters<typeof makeAndFill>[2]): Promise<void> {
  const admin = await connect(server.place, fill.signal);
  try {
    await makeAndFill(admin, DATABASE, fill);
  } catch (error) {
    const isCutOff =
      isLifeboatError(error, 'tool-failed') && /end of file|could not read|could not uncompress|corrupt/i.test(error.data.detail);
    throw isCutOff ? new LifeboatError('dump-damaged', { file: fill.archive.path }, { cause: error }) : error;
  } finally {
    await admin.end();
  }
}

async function readToTheEnd(tool: Tool, { path }: Archive, { clock, signal }: SourceContext): Promise<OpenedCopy> {
  await readWhole(tool, path, signal);
  return {
    level: 'verified',
    witness: { takenAt: clock.now().toISOString(), facts: [], isExact: true, atMost: [], environment: {} },
    damage: [],
    ask: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
}
