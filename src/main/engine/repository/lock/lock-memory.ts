import { sha256 } from '../../crypto/index.ts';
import type { Id } from '../../format/id.ts';

/** When we first saw a lock file, by both our clocks. A live holder renews by making a new file, so a seen id that stays is silence. */
export interface Observation {
  lockId: Id;
  /** Wall-clock time, RFC 3339. */
  firstSeenAt: string;
  /** Milliseconds of uptime. */
  firstSeenUptime: number;
  /** A lock of our own that we let go but could not remove. */
  abandoned?: boolean;
}

/** Keeps observations of a repository's locks between attempts and, where it can, between runs. Keys are 64 hex digits. */
export interface LockMemory {
  /** The observations last saved; none if there are none or they cannot be read. */
  load(key: Id): Promise<Observation[]>;
  /** Replaces the observations. That they could not be kept is no error: dead locks are then noticed later. */
  save(key: Id, observations: readonly Observation[]): Promise<void>;
}

/**
 * What the locks of a repository at one place are remembered under. Copies of a repository share its id and not its locks;
 * of the location only a hash is kept.
 */
export function memoryKey(repositoryId: Id, location: string): Id {
  return sha256(Buffer.from(JSON.stringify([repositoryId, location])));
}

/** Remembers as long as the process lives. */
export function memoryLockMemory(): LockMemory {
  const known = new Map<Id, readonly Observation[]>();
  return {
    load: async (key) => [...(known.get(key) ?? [])],
    save: async (key, observations) => {
      known.set(key, [...observations]);
    },
  };
}
