import { formatDuration } from '../../../shared/format/index.ts';
import type { CliTexts } from '../../../shared/text/index.ts';
import type { RestorePlanSummary, RestoreResult } from '../../engine/index.ts';
import { harmless } from '../terminal/harmless.ts';
import { shortId } from './short-id.ts';

interface Facts {
  /** Milliseconds. */
  elapsed: number;
  dryRun: boolean;
  verify: boolean;
}

/** A finished restore, or the plan of one, in words. */
export function restoreLines(
  result: RestoreResult,
  { restore: texts }: CliTexts['results'],
  facts: Facts & { verbose: boolean },
): string[] {
  const { plan } = result;
  if (facts.dryRun) return [...planLines(plan, texts), texts.dryRun];
  const lines = facts.verbose ? planLines(plan, texts) : [];
  lines.push(texts.done(result.filesRestored, result.bytesRestored, harmless(plan.target), formatDuration(facts.elapsed)));
  if (plan.filesUnchanged > 0) lines.push(texts.alreadyThere(plan.filesUnchanged));
  if (plan.filesKept > 0) lines.push(texts.leftAlone(plan.filesKept));
  if (facts.verify)
    lines.push(result.warnings.length === 0 ? texts.verified(result.filesVerified) : texts.verifiedSome(result.filesVerified));
  return lines;
}

function planLines(plan: RestorePlanSummary, texts: CliTexts['results']['restore']): string[] {
  const lines = [texts.plan(shortId(plan.snapshotId), harmless(plan.target)), texts.newFiles(plan.filesNew)];
  if (plan.filesReplaced > 0) lines.push(texts.replaced(plan.filesReplaced));
  if (plan.filesUnchanged > 0) lines.push(texts.unchanged(plan.filesUnchanged));
  if (plan.filesKept > 0) lines.push(texts.kept(plan.filesKept));
  lines.push(
    plan.others === 0 ? texts.dirs(plan.dirs) : texts.dirsAndOthers(plan.dirs, plan.others),
    texts.bytes(plan.bytes, plan.packBytes),
  );
  if (plan.freeBytes !== undefined) lines.push(texts.free(plan.freeBytes));
  return lines;
}

/** A finished restore, or the plan of one, as a JSON line. */
export function restoreObject(
  result: RestoreResult,
  { elapsed, dryRun, verify }: Facts,
): { message_type: 'summary' } & Record<string, unknown> {
  const { plan } = result;
  return {
    message_type: 'summary',
    outcome: result.outcome,
    dry_run: dryRun,
    seconds_elapsed: elapsed / 1000,
    snapshot_id: plan.snapshotId,
    target: plan.target,
    total_files: plan.filesNew + plan.filesReplaced,
    files_restored: result.filesRestored,
    files_new: plan.filesNew,
    files_replaced: plan.filesReplaced,
    files_skipped: plan.filesUnchanged + plan.filesKept,
    files_unchanged: plan.filesUnchanged,
    files_kept: plan.filesKept,
    files_verified: verify ? result.filesVerified : undefined,
    dirs: plan.dirs,
    others: plan.others,
    total_bytes: plan.bytes,
    bytes_restored: result.bytesRestored,
    pack_bytes: plan.packBytes,
    free_bytes: plan.freeBytes,
    warnings: result.warnings.length,
  };
}
