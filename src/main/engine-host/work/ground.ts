import type { Clock } from '../../../shared/model/clock.ts';
import type {
  Access,
  AppendingSession,
  Engine,
  ExclusiveSession,
  OpenOptions,
  ReadingSession,
  SessionKeeper,
  Sessions,
} from '../../engine/index.ts';
import type { HostHooks, RepositoryAccess } from '../engine-host.ts';

/** What every piece of work stands on. */
export interface Ground {
  engine: Engine;
  sessions: SessionKeeper;
  clock: Clock;
}

/** Milliseconds a job waits for a lock that excludes its own; then it failed and is tried again by a later run. */
const LOCK_PATIENCE = 2 * 60 * 1000;

/** Opens the repository, lets `work` use it and closes it whatever happens. */
export async function within<A extends Access, T>(
  { engine, sessions }: Ground,
  at: RepositoryAccess,
  access: A,
  hooks: HostHooks,
  work: (session: Sessions[A]) => Promise<T>,
): Promise<T> {
  if (access === 'exclusive') await sessions.release(at);
  const session = await engine.open(at, at.password, access, { ...hooks, retryLock: LOCK_PATIENCE });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** As `within` for reading, in a session that stays open for the next click. */
export async function browsing<T>(
  { sessions }: Ground,
  at: RepositoryAccess,
  hooks: OpenOptions,
  work: (session: ReadingSession) => Promise<T>,
): Promise<T> {
  return await sessions.lease(at, at.password, work, hooks);
}

export type { AppendingSession, ExclusiveSession, ReadingSession };
