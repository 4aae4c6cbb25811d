import type { OnProgress } from '../../shared/model/progress.ts';
import type { Clock } from '../../shared/model/clock.ts';
import type { Identity } from './identity.ts';
import type { HasKeyRing, KeyCost } from './repository/index.ts';
import type { AppendingRepository, ExclusiveRepository, ReadingRepository } from './repository/index.ts';
import type { SnapshotMemory } from './snapshot-memory/index.ts';
import type { WorkerPool } from './workers/index.ts';

/** What every verb may need of its surroundings. */
export interface EngineContext {
  readonly clock: Clock;
  readonly identity: Identity;
  /** Written into snapshots, such as `lifeboat 0.1.0`. */
  readonly program: string;
  readonly workers: WorkerPool;
  /** Remembers what snapshot files say. */
  readonly snapshotMemory: SnapshotMemory;
  /** The cost of guessing new keys' passwords. */
  readonly keyCost: KeyCost;
}

/** An open, locked repository. What its holder may do is the repository's type. */
export interface Session<R extends ReadingRepository = ReadingRepository> {
  readonly repository: R;
  readonly context: EngineContext;
  /** Aborts when the lock is lost; verbs stop with `lock-lost`. */
  readonly signal: AbortSignal;
  /**
   * Resolves when it is certain that our lock stands beside no other that excludes it; at once, unless the session was opened
   * eagerly. `repository-locked`, `lock-lost`: what was read may not be relied on.
   */
  confirmLock(): Promise<void>;
  /** Gives the lock back. May be repeated. */
  close(): Promise<void>;
}

export type ReadingSession = Session<ReadingRepository & HasKeyRing>;
export type AppendingSession = Session<AppendingRepository & HasKeyRing>;
export type ExclusiveSession = Session<ExclusiveRepository & HasKeyRing>;

/** What a caller may hand to every verb. */
export interface Hooks {
  signal?: AbortSignal;
  onProgress?: OnProgress;
}
