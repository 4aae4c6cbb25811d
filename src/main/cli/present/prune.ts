import type { CliTexts } from '../../../shared/text/index.ts';
import type { PrunePlanSummary, PruneResult } from '../../engine/index.ts';

/** What prune did, or would do, in words; every figure of the plan if `detailed`. */
export function pruneLines(
  { plan, executed, packsLocked }: PruneResult,
  { prune: texts }: CliTexts['results'],
  detailed: boolean,
): string[] {
  const lines = detailed ? planLines(plan, texts) : [];
  const freed = freedBytes(plan);
  if (plan.packsDeleted + plan.packsRepacked + plan.packsUnreferenced === 0) lines.push(texts.nothing);
  else lines.push(executed ? texts.freed(freed) : texts.wouldFree(freed));
  if (packsLocked > 0) lines.push(texts.locked(packsLocked));
  if (!executed) lines.push(texts.dryRun);
  return lines;
}

function planLines(plan: PrunePlanSummary, texts: CliTexts['results']['prune']): string[] {
  const lines = [texts.used(plan.blobsUsed, plan.bytesUsed)];
  if (plan.blobsDuplicate > 0) lines.push(texts.duplicate(plan.blobsDuplicate, plan.bytesDuplicate));
  lines.push(texts.unused(plan.blobsUnused, plan.bytesUnused), texts.kept(plan.packsKept));
  lines.push(
    texts.repacked(plan.packsRepacked, plan.bytesRepacked, plan.bytesFreedByRepack),
    texts.deleted(plan.packsDeleted, plan.bytesDeleted),
  );
  if (plan.packsUnreferenced > 0) lines.push(texts.unreferenced(plan.packsUnreferenced, plan.bytesUnreferenced));
  lines.push(texts.after(plan.bytesUnusedAfter));
  return lines;
}

function freedBytes(plan: PrunePlanSummary): number {
  return plan.bytesDeleted + plan.bytesFreedByRepack + plan.bytesUnreferenced;
}

/** What prune did, or would do, as a JSON line. */
export function pruneObject(result: PruneResult): { message_type: 'prune_summary' } & Record<string, unknown> {
  const { plan, executed, packsLocked, indexFilesLocked, temporaryFilesRemoved } = result;
  return {
    message_type: 'prune_summary',
    dry_run: !executed,
    blobs_used: plan.blobsUsed,
    bytes_used: plan.bytesUsed,
    blobs_duplicate: plan.blobsDuplicate,
    bytes_duplicate: plan.bytesDuplicate,
    blobs_unused: plan.blobsUnused,
    bytes_unused: plan.bytesUnused,
    packs_kept: plan.packsKept,
    packs_repacked: plan.packsRepacked,
    bytes_repacked: plan.bytesRepacked,
    bytes_freed_by_repack: plan.bytesFreedByRepack,
    packs_deleted: plan.packsDeleted,
    bytes_deleted: plan.bytesDeleted,
    packs_unreferenced: plan.packsUnreferenced,
    bytes_unreferenced: plan.bytesUnreferenced,
    bytes_unused_after: plan.bytesUnusedAfter,
    bytes_freed: freedBytes(plan),
    packs_locked: packsLocked,
    index_files_locked: indexFilesLocked,
    temporary_files_removed: temporaryFilesRemoved,
  };
}
