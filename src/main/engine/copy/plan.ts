import { SEAL_OVERHEAD } from '../crypto/index.ts';
import type { BlobIndex } from '../repository/index.ts';
import type { Id } from '../format/id.ts';
import type { CopiedSnapshot, SnapshotEntry } from '../operations/contract.ts';
import { compareSnapshots } from '../retention/index.ts';
import { isSameSnapshot, persistentId } from './same-snapshot.ts';

/** What a copy will do. */
export interface CopyPlan {
  /** Snapshots the target lacks, oldest first, so that a copy that is cut off has brought whole ones. */
  missing: SnapshotEntry[];
  /** Snapshots that are there already, and what they are called there. */
  present: CopiedSnapshot[];
}

/** Which of `wanted` the target lacks. */
export function planCopy(wanted: readonly SnapshotEntry[], target: readonly SnapshotEntry[]): CopyPlan {
  const there = byPersistentId(target);
  const plan: CopyPlan = { missing: [], present: [] };
  for (const entry of [...wanted].sort(compareSnapshots)) {
    const candidates = there.get(persistentId(entry)) ?? [];
    const copy = candidates.find(({ snapshot }) => isSameSnapshot(snapshot, entry.snapshot));
    if (copy === undefined) plan.missing.push(entry);
    else plan.present.push({ source: entry.id, copy: copy.id });
  }
  return plan;
}

/** Plain bytes of everything the source has and the target has not: all there is to copy, if every snapshot is. */
export function bytesMissing(source: Pick<BlobIndex, 'entries'>, target: Pick<BlobIndex, 'has'>): number {
  let bytes = 0;
  for (const { type, id, length, uncompressedLength } of source.entries()) {
    if (!target.has(type, id)) bytes += uncompressedLength ?? length - SEAL_OVERHEAD;
  }
  return bytes;
}

/** By the id they were made with, and by their own: the target may be where a snapshot was copied from. */
function byPersistentId(entries: readonly SnapshotEntry[]): Map<Id, SnapshotEntry[]> {
  const map = new Map<Id, SnapshotEntry[]>();
  for (const entry of entries) {
    for (const id of new Set([entry.id, persistentId(entry)])) map.set(id, [...(map.get(id) ?? []), entry]);
  }
  return map;
}
