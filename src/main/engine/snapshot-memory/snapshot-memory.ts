import type { Id } from '../format/id.ts';

/**
 * Keeps a few bytes for each snapshot of a repository between runs, sealed with the repository's own keys. Losing them
 * costs time and nothing else. Keys are repository ids.
 */
export interface SnapshotMemory {
  /** What was last saved; undefined if there is nothing or it cannot be read. */
  load(key: Id): Promise<Uint8Array | undefined>;
  /** Replaces it. That it could not be kept is no error. */
  save(key: Id, bytes: Uint8Array): Promise<void>;
}

/** Remembers as long as the process lives. */
export function memorySnapshotMemory(): SnapshotMemory {
  const kept = new Map<Id, Uint8Array>();
  return {
    load: async (key) => kept.get(key),
    save: async (key, bytes) => {
      kept.set(key, bytes);
    },
  };
}
