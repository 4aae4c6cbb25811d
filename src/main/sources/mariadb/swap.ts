import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { backticked } from '../server/quoting.ts';
import { streamTool } from '../tools/index.ts';
import type { Connection } from './connection.ts';
import { dropDefinitions, dropTriggers, hasDatabase, holdersIn, propertiesOf, viewsIn } from './databases.ts';
import { restEvents, wakeEvents } from './events.ts';
import { createDatabase, feed } from './fill.ts';
import { tidyAfter } from './tidy-after.ts';
import { clientTool, environmentOf, reachArguments } from './tools.ts';

/** Milliseconds that definitions get to be made again after a swap that failed. */
const PATIENCE = 60_000;

/** Names of three databases. */
export interface Swap {
  /** The one the pharmacy's program opens. */
  live: string;
  /** What is to be there; it is gone afterwards. */
  incoming: string;
  /** Where what is there now goes; it must not exist. */
  aside: string;
}

export interface SwapRequest extends Swap {
  /** Gets triggers, views, routines and events of what goes aside and of what comes in, as SQL, before anything is touched. */
  beforeMoving?: (old: readonly Uint8Array[], fresh: readonly Uint8Array[]) => Promise<void>;
}

/**
 * Puts `incoming` in the place of `live`. These servers cannot rename a database, so all tables of both move in one statement,
 * which happens as a whole or not at all; what holds no rows (triggers, views, routines, events) is written down before and made
 * again behind it. Gives whether anything was there to move aside. `source-in-use` if a table stays locked.
 */
export async function swapDatabases(admin: Connection, names: SwapRequest, signal: AbortSignal): Promise<boolean> {
  const { live, incoming, aside, beforeMoving } = names;
  const isThere = await hasDatabase(admin, live);
  const incomingProperties = await propertiesOf(admin, incoming);
  const [old, fresh] = [isThere ? await definitionsOf(admin, live, signal) : [], await definitionsOf(admin, incoming, signal)];
  if (isThere) await beforeMoving?.(old, fresh);
  if (isThere) await createDatabase(admin, aside, await propertiesOf(admin, live));
  else await createDatabase(admin, live, incomingProperties);
  const moves = [...(isThere ? await movesFrom(admin, live, aside) : []), ...(await movesFrom(admin, incoming, live))];
  try {
    await move(admin, names, moves);
    await defineAnew(admin, names, { old, fresh, isThere }, signal);
  } catch (error) {
    await tidyAfter(admin, async (session) => {
      if (await haveMoved(session, moves)) {
        await move(session, names, moves.map(backwards).toReversed());
        await dropDefinitions(session, live);
      }
      // Also where an abort led here: nobody is helped by a database without its triggers. A table that stays locked would hold it for a day.
      if (isThere) await feed(session, live, () => from(old), AbortSignal.timeout(PATIENCE));
    });
    throw isLifeboatError(error, 'source-in-use') ? new LifeboatError('source-in-use', { path: live }) : error;
  }
  await admin.rows(`DROP DATABASE ${backticked(incoming)}`);
  if (isThere && incomingProperties !== '') await admin.rows(`ALTER DATABASE ${backticked(live)} ${incomingProperties}`);
  return isThere;
}

/** A table, on its way from one database to another. */
interface Move {
  table: string;
  from: string;
  to: string;
}

function backwards({ table, from: source, to }: Move): Move {
  return { table, from: to, to: source };
}

async function movesFrom(admin: Connection, source: string, target: string): Promise<Move[]> {
  return (await holdersIn(admin, source)).map((table) => ({ table, from: source, to: target }));
}

/** All of them or none. */
async function move(admin: Connection, { live, incoming }: Swap, moves: readonly Move[]): Promise<void> {
  await admin.rows('SET SESSION lock_wait_timeout = 5');
  await requireUnlocked(admin, moves);
  for (const database of [live, incoming]) await dropTriggers(admin, database);
  const words = moves.map((each) => `${nameIn(each.from, each)} TO ${nameIn(each.to, each)}`);
  if (words.length > 0) await admin.rows(`RENAME TABLE ${words.join(', ')}`);
}

function nameIn(database: string, { table }: Move): string {
  return `${backticked(database)}.${backticked(table)}`;
}

/** Whether they stand where they were to go, which was empty: an abort says nothing of a statement that was under way. */
async function haveMoved(session: Connection, [first]: readonly Move[]): Promise<boolean> {
  return first !== undefined && (await holdersIn(session, first.to)).includes(first.table);
}

/** Before the first trigger is taken away: `source-in-use` if a table of them stays locked. */
async function requireUnlocked(admin: Connection, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await admin.rows(`LOCK TABLES ${moves.map((each) => `${nameIn(each.from, each)} WRITE`).join(', ')}`);
  await admin.rows('UNLOCK TABLES');
}

async function defineAnew(
  admin: Connection,
  { live, aside }: Swap,
  { old, fresh, isThere }: { old: Uint8Array[]; fresh: Uint8Array[]; isThere: boolean },
  signal: AbortSignal,
): Promise<void> {
  await dropDefinitions(admin, live);
  await feed(admin, live, () => from(fresh), signal);
  await wakeEvents(admin, live);
  if (!isThere) return;
  await feed(admin, aside, () => from(old), signal);
  await restEvents(admin, aside);
}

/** Triggers, routines, events and views of a database as SQL. */
async function definitionsOf(admin: Connection, database: string, signal: AbortSignal): Promise<Uint8Array[]> {
  const behaviour = ['--no-create-info', '--triggers', '--add-drop-trigger', '--routines', '--events', '--', database];
  const views = await viewsIn(admin, database);
  return [
    ...(await dumpPart(admin, behaviour, signal)),
    // The tool leaves views out with everything else that is created, so that they are asked for by name.
    ...(views.length === 0 ? [] : await dumpPart(admin, ['--skip-triggers', '--', database, ...views], signal)),
  ];
}

async function dumpPart(admin: Connection, what: readonly string[], signal: AbortSignal): Promise<Uint8Array[]> {
  const tool = await clientTool('dump', admin.isMariadb);
  const own = tool.isMariadb ? [] : ['--set-gtid-purged=OFF', '--column-statistics=0'];
  const common = [...reachArguments(tool, admin.place, admin.isEncrypted), '--no-data', '--skip-lock-tables', '--no-tablespaces', ...own];
  return await Array.fromAsync(streamTool(tool, [...common, ...what], { env: environmentOf(admin.place), signal }));
}

async function* from(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, void> {
  yield* pieces;
}
