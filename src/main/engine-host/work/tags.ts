import type { SnapshotEntry } from '../../engine/index.ts';

/**
 * Facts travel as snapshot tags, since restic keeps those and drops JSON fields it does not know:
 * `source:ID`, `run:ID`, `installation:ID`, `took-over:ID` (an installation that must not write any more), `crash-consistent`, `seal`.
 */
export const sourceTag = (id: string): string => `source:${id}`;
export const runTag = (id: string): string => `run:${id}`;
export const installationTag = (id: string): string => `installation:${id}`;
export const tookOverTag = (id: string): string => `took-over:${id}`;
export const CRASH_CONSISTENT = 'crash-consistent';
export const SEAL = 'seal';

/** What follows `name:` in one of a snapshot's tags. */
export function tagValue({ snapshot }: SnapshotEntry, name: 'source' | 'run' | 'installation'): string | undefined {
  const prefix = `${name}:`;
  return snapshot.tags?.find((tag) => tag.startsWith(prefix))?.slice(prefix.length);
}

export function hasTag({ snapshot }: SnapshotEntry, tag: string): boolean {
  return snapshot.tags?.includes(tag) ?? false;
}
