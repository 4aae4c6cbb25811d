import type { CliTexts } from '../../../shared/text/index.ts';
import type { RepairPacksResult } from '../../engine/index.ts';

/** What became of damaged data files, in words. */
export function repairPacksLines(result: RepairPacksResult, { repairPacks: words }: CliTexts['results'], dryRun: boolean): string[] {
  const lines = [words.read(result.packsRead), ...result.packsDamaged.map(words.damaged)];
  if (result.packsDamaged.length === 0) return [...lines, words.nothing];
  if (dryRun) return [...lines, words.wouldSave(result.blobsSaved, result.blobsLost), words.dryRun];
  const locked = result.packsLocked > 0 ? [words.locked(result.packsLocked)] : [];
  return [...lines, words.saved(result.blobsSaved, result.blobsLost), ...locked, words.snapshotsHint];
}

/** What became of damaged data files, as a JSON line. */
export function repairPacksObject(result: RepairPacksResult, dryRun: boolean): { message_type: 'summary' } & Record<string, unknown> {
  return {
    message_type: 'summary',
    outcome: result.outcome,
    dry_run: dryRun,
    packs_read: result.packsRead,
    packs_damaged: result.packsDamaged,
    packs_locked: result.packsLocked,
    blobs_saved: result.blobsSaved,
    blobs_lost: result.blobsLost,
  };
}
