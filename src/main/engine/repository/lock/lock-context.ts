import type { Clock } from '../../../../shared/model/clock.ts';
import type { Backend } from '../../backend/index.ts';
import type { MasterKeys } from '../../crypto/index.ts';
import type { Id } from '../../format/id.ts';
import type { Identity } from '../../identity.ts';
import type { LockMemory } from './lock-memory.ts';
import type { Timers } from '../../timers.ts';

/** What lock keeping needs to know of a repository and of us. */
export interface LockContext {
  readonly backend: Backend;
  readonly masterKeys: MasterKeys;
  /** The repository's version: from 2 on lock files are compressed. */
  readonly version: number;
  /** The id in its config; with the place, it is what `memory` knows it by. */
  readonly repositoryId: Id;
  readonly identity: Identity;
  readonly clock: Clock;
  /** What we know of other people's locks from earlier looks. */
  readonly memory: LockMemory;
  /** Default: the process's own. */
  readonly timers?: Timers;
}
