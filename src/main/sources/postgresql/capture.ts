import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { Capture, CapturedFile, SourceContext } from '../kind.ts';
import { Endings } from '../server/endings.ts';
import { runTool, streamTool } from '../tools/index.ts';
import { type Connection, connect } from './connection.ts';
import { dbnameArgument, type PostgresqlPlace, type PostgresqlSource, placeOf, toolEnvironmentOf } from './place.ts';
import { toolFor } from './tools.ts';
import { beginReading, readWitness } from './witness.ts';

/** The database, in pg_dump's custom format, not compressed: the engine does that better across days. */
export const DUMP = 'database.dump';
/** The server's accounts and their memberships, without passwords, as SQL. */
export const GLOBALS = 'globals.sql';

const EXPORT = `SELECT pg_catalog.pg_export_snapshot(), current_setting('server_version'), pg_catalog.pg_database_size(current_database())`;

/**
 * Fixes one moment in a transaction, reads the witness in it and has pg_dump read the same moment. The transaction stays open
 * until `release`, since pg_dump can only join a moment that somebody still holds.
 */
export async function capturePostgresql(source: PostgresqlSource, context: SourceContext): Promise<Capture> {
  const place = placeOf(source, context);
  const endings = new Endings();
  return await endings.unless(async () => {
    const connection = await connect(place, context.signal);
    endings.add(async () => await connection.end());
    const moment = await fixMoment(connection);
    const dump = await dumpFile(place, moment, context);
    const { witness, warnings } = await readWitness(connection, source.questions, 'bearable', context.clock);
    const globals = await globalsFile(place, moment.version, context, endings);
    return {
      files: globals === undefined ? [dump] : [dump, globals],
      witness: () => Promise.resolve(witness),
      isConsistent: true,
      warnings: globals === undefined ? [...warnings, { code: 'accounts-not-covered' }] : warnings,
      release: async () => await endings.run(),
    };
  });
}

interface Moment {
  snapshot: string;
  version: string;
  bytes: number;
}

async function fixMoment(connection: Connection): Promise<Moment> {
  await beginReading(connection);
  const [[snapshot, version, bytes] = []] = await connection.rows(EXPORT);
  return { snapshot: snapshot ?? '', version: version ?? '', bytes: Number(bytes) };
}

async function dumpFile(place: PostgresqlPlace, { snapshot, version, bytes }: Moment, context: SourceContext): Promise<CapturedFile> {
  const tool = await toolFor('pg_dump', version);
  const args = ['--format=custom', '--compress=0', `--snapshot=${snapshot}`, '--no-password', '--lock-wait-timeout=60000'];
  return {
    kind: 'stream',
    name: DUMP,
    layout: 'dump',
    expectedBytes: bytes,
    givesAway: true,
    open: (signal) =>
      streamTool(tool, args, {
        env: toolEnvironmentOf(place),
        signal: signal === undefined ? context.signal : AbortSignal.any([signal, context.signal]),
      }),
  };
}

/** Undefined: the account may not see them, or the tool is not there. */
async function globalsFile(
  place: PostgresqlPlace,
  version: string,
  context: SourceContext,
  endings: Endings,
): Promise<CapturedFile | undefined> {
  const path = join(context.scratch, GLOBALS);
  try {
    const tool = await toolFor('pg_dumpall', version);
    const args = ['--globals-only', '--no-role-passwords', '--no-password', dbnameArgument(place.database)];
    const { stdout } = await runTool(tool, args, { env: toolEnvironmentOf(place), signal: context.signal });
    endings.add(async () => await rm(path, { force: true }));
    await writeFile(path, stdout, { mode: 0o600 });
    return { kind: 'staged', name: GLOBALS, path, layout: 'dump' };
  } catch (error) {
    if (isLifeboatError(error, 'tool-failed') || isLifeboatError(error, 'tool-missing')) return undefined;
    throw error;
  }
}
