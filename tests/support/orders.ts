import {
  type AppendingSession,
  backup,
  copy,
  type Engine,
  type ExclusiveSession,
  forget,
  type Id,
  prune,
  repairAndForgetSnapshots,
  repairIndex,
} from '../../src/main/engine/index.ts';
import { OLD_PASSWORD } from './jobs.ts';

/** A job as plain data, for another process. */
export type Order =
  | { job: 'init'; repository: string }
  | { job: 'backup'; repository: string; source: string }
  | { job: 'copy'; repository: string; from: string }
  | { job: 'forget'; repository: string; snapshots: Id[] }
  | { job: 'prune' | 'repair-index' | 'repair-snapshots'; repository: string };
export type OrderedJob = Order['job'];

/** What is told while an order is carried out. */
export interface OrderSteps {
  /** The repository is open and locked, the work begins. */
  opened(): void;
  /** The verb returned, with the snapshots it made: from now on they must last. */
  finished(made: Id[]): void;
}

/** Does what is ordered in a session of its own. */
export async function carryOut(engine: Engine, order: Order, steps: OrderSteps): Promise<void> {
  if (order.job === 'init') return await init(engine, order, steps);
  if (order.job === 'backup') return await appending(engine, order, steps, async (session) => await backUp(session, order.source));
  if (order.job === 'copy') return await copyAll(engine, order, steps);
  const session = await engine.open(order.repository, OLD_PASSWORD, 'exclusive');
  try {
    steps.opened();
    if (order.job === 'forget') await forget(session, { snapshots: order.snapshots });
    else await CARE[order.job](session);
    steps.finished([]);
  } finally {
    await session.close();
  }
}

async function init(engine: Engine, { repository }: Order, steps: OrderSteps): Promise<void> {
  await engine.init(repository, OLD_PASSWORD);
  steps.finished([]);
}

const CARE = {
  prune: async (session: ExclusiveSession): Promise<unknown> => await prune(session, { maxUnused: { bytes: 0 } }),
  'repair-index': async (session: ExclusiveSession): Promise<unknown> => await repairIndex(session),
  'repair-snapshots': async (session: ExclusiveSession): Promise<unknown> => await repairAndForgetSnapshots(session),
};

async function backUp(session: AppendingSession, source: string): Promise<Id[]> {
  const { snapshotId } = await backup(session, { source: { kind: 'paths', paths: [source] } });
  return snapshotId === undefined ? [] : [snapshotId];
}

async function copyAll(engine: Engine, order: Extract<Order, { job: 'copy' }>, steps: OrderSteps): Promise<void> {
  const from = await engine.open(order.from, OLD_PASSWORD, 'reading');
  try {
    await appending(engine, order, steps, async (to) => (await copy(from, to)).copied.map((copied) => copied.copy));
  } finally {
    await from.close();
  }
}

async function appending(
  engine: Engine,
  { repository }: Order,
  steps: OrderSteps,
  work: (session: AppendingSession) => Promise<Id[]>,
): Promise<void> {
  const session = await engine.open(repository, OLD_PASSWORD, 'appending');
  try {
    steps.opened();
    steps.finished(await work(session));
  } finally {
    await session.close();
  }
}
