import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WitnessFact } from '../../../shared/model/witness.ts';
import type { Capture, CapturedFile, SourceContext } from '../kind.ts';
import { bracket } from '../server/bracket.ts';
import { Endings } from '../server/endings.ts';
import { type Facts, readFacts } from '../server/facts.ts';
import { streamTool } from '../tools/index.ts';
import { accountsSql } from './accounts.ts';
import { type Connection, connect } from './connection.ts';
import { ACCOUNTS, DUMP, headerOf, watchDump } from './dump.ts';
import { beginReading, factReader, plainTables } from './fact-reader.ts';
import { type MariadbPlace, type MariadbSource, placeOf } from './place.ts';
import { clientTool, type ClientTool, environmentOf, reachArguments } from './tools.ts';
import { environmentFacts } from './environment.ts';

const ARGUMENTS = [
  '--single-transaction',
  '--quick',
  '--routines',
  '--events',
  '--triggers',
  '--hex-blob',
  '--skip-dump-date',
  '--no-tablespaces',
];
/** Options that only MySQL's tool has; without them it writes settings that a plain account may not set again. */
const OF_MYSQL = ['--set-gtid-purged=OFF', '--column-statistics=0'];

/**
 * Streams a dump of one moment. The tool fixes that moment itself, so two looks bracket it as closely as can be: the first opens
 * just before the tool starts, the second when its first table comes. Tables whose engine keeps no snapshot are looked at before
 * and behind the whole dump.
 */
export async function captureMariadb(source: MariadbSource, context: SourceContext): Promise<Capture> {
  const place = placeOf(source, context);
  const endings = new Endings();
  return await endings.unless(async () => {
    const first = await session(place, context, endings);
    const tool = await clientTool('dump', first.isMariadb);
    const plain = await plainTables(first);
    const environment = await environmentFacts(first);
    const asked = await answersNow(first, source, context);
    const looks = new Looks(first, async () => await session(place, context, endings), { source, context, plain });
    const accounts = await accountsFile(first, context, endings);
    return {
      files: [await dumpFile(first, tool, looks, context), ...(accounts === undefined ? [] : [accounts])],
      witness: async () => bracket(...(await looks.both()), { takenAt: context.clock.now().toISOString(), environment }),
      isConsistent: plain.size === 0,
      warnings: [
        ...(plain.size > 0 ? [{ code: 'tables-not-covered' as const, detail: String(plain.size) }] : []),
        ...(accounts === undefined ? [{ code: 'accounts-not-covered' as const }] : []),
        ...asked.failedQuestions.map((detail) => ({ code: 'question-failed' as const, detail })),
      ],
      release: async () => await endings.run(),
    };
  });
}

/** The two looks that have the dump's moment between them. */
class Looks {
  readonly #first: Connection;
  readonly #connect: () => Promise<Connection>;
  readonly #about: { source: MariadbSource; context: SourceContext; plain: Set<string> };
  #second: Connection | undefined;
  #plainBefore: WitnessFact[] = [];

  constructor(
    first: Connection,
    again: () => Promise<Connection>,
    about: { source: MariadbSource; context: SourceContext; plain: Set<string> },
  ) {
    this.#first = first;
    this.#connect = again;
    this.#about = about;
  }

  /** Just before the tool starts. */
  async before(): Promise<void> {
    await this.#first.rows('ROLLBACK');
    await beginReading(this.#first);
    const { plain } = this.#about;
    if (plain.size > 0) this.#plainBefore = (await this.#look(this.#first, (name) => plain.has(name), false)).facts;
  }

  /** When the tool has fixed its moment. */
  async after(): Promise<void> {
    this.#second = await this.#connect();
    await beginReading(this.#second);
  }

  async both(): Promise<[WitnessFact[], WitnessFact[]]> {
    if (this.#second === undefined) await this.after();
    const { plain } = this.#about;
    const before = await this.#look(this.#first, (name) => !plain.has(name), true);
    const after = await this.#look(this.#second ?? this.#first, () => true, true);
    return [[...before.facts, ...this.#plainBefore], after.facts];
  }

  async #look(connection: Connection, only: (name: string) => boolean, isAsked: boolean): Promise<Facts> {
    const { source, context } = this.#about;
    return await readFacts(factReader(connection), isAsked ? source.questions : [], 'bearable', context.clock, ({ name }) => only(name));
  }
}

async function session(place: MariadbPlace, context: SourceContext, endings: Endings): Promise<Connection> {
  const connection = await connect(place, context.signal);
  endings.add(async () => await connection.end());
  return connection;
}

/** Only to learn which questions get no answer, before anything is copied. */
async function answersNow(connection: Connection, source: MariadbSource, context: SourceContext): Promise<Facts> {
  await beginReading(connection);
  return await readFacts(factReader(connection), source.questions, 'bearable', context.clock, () => false);
}

async function dumpFile(connection: Connection, tool: ClientTool, looks: Looks, context: SourceContext): Promise<CapturedFile> {
  const { place, isEncrypted } = connection;
  const [[characterSet, collation, bytes] = []] = await connection.rows(`
    SELECT DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME,
      (SELECT SUM(DATA_LENGTH) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE())
    FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()`);
  const args = [...reachArguments(tool, place, isEncrypted), ...ARGUMENTS, ...(tool.isMariadb ? [] : OF_MYSQL), '--', place.database ?? ''];
  const open = async function* (given?: AbortSignal): AsyncGenerator<Uint8Array, void, void> {
    const signal = given === undefined ? context.signal : AbortSignal.any([given, context.signal]);
    await looks.before();
    const pieces = streamTool(tool, args, { env: environmentOf(place), signal });
    yield* watchDump(headerOf(characterSet ?? 'utf8mb4', collation ?? 'utf8mb4_general_ci'), pieces, async () => await looks.after());
  };
  return { kind: 'stream', name: DUMP, layout: 'dump', expectedBytes: Number(bytes ?? 0), givesAway: true, open };
}

async function accountsFile(connection: Connection, context: SourceContext, endings: Endings): Promise<CapturedFile | undefined> {
  const sql = await accountsSql(connection);
  if (sql === undefined) return undefined;
  const path = join(context.scratch, ACCOUNTS);
  endings.add(async () => await rm(path, { force: true }));
  await writeFile(path, sql, { mode: 0o600 });
  return { kind: 'staged', name: ACCOUNTS, path, layout: 'dump' };
}
