import { isLifeboatError } from '../../../shared/errors/index.ts';
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
import type { HeldFrozenDrives } from '../../sources/index.ts';
import type { HostHooks, RepositoryAccess } from '../engine-host.ts';

/** What every piece of work stands on. */
export interface Ground {
  engine: Engine;
  sessions: SessionKeeper;
  clock: Clock;
  /** Where drives can be frozen; the signal ends waiting for that. */
  freeze?: (signal: AbortSignal) => HeldFrozenDrives;
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
  const session = await unlockedIfRefused(
    access,
    async (lock) => await engine.open(at, at.password, access, { ...hooks, ...lock, retryLock: LOCK_PATIENCE }),
  );
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
  let isOpen = false;
  const use = async (session: ReadingSession): Promise<T> => {
    isOpen = true;
    return await work(session);
  };
  return await unlockedIfRefused(
    'reading',
    async (lock) => await sessions.lease(at, at.password, use, { ...hooks, ...lock }),
    () => !isOpen,
  );
}

/** A place that may only be read, such as with the token on a recovery kit, takes no lock; reading goes on without one. */
async function unlockedIfRefused<T>(
  access: Access,
  open: (lock: { lock?: false }) => Promise<T>,
  isOfLock: () => boolean = () => true,
): Promise<T> {
  try {
    return await open({});
  } catch (error) {
    const isRefused = isLifeboatError(error, 'permission-denied') || isLifeboatError(error, 'read-only');
    if (access !== 'reading' || !isRefused || !isOfLock()) throw error;
    return await open({ lock: false });
  }
}

export type { AppendingSession, ExclusiveSession, ReadingSession };
