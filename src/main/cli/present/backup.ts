import { formatDuration } from '../../../shared/format/index.ts';
import type { CliTexts } from '../../../shared/text/index.ts';
import type { BackupResult } from '../../engine/index.ts';
import { shortId } from './short-id.ts';

interface Facts {
  /** Milliseconds. */
  elapsed: number;
  dryRun: boolean;
}

/** A finished backup in words. */
export function backupLines(result: BackupResult, { backup: texts }: CliTexts['results'], facts: Facts & { verbose: boolean }): string[] {
  const { counts } = result;
  const lines = [
    result.parent === undefined ? texts.noParent : texts.parent(shortId(result.parent)),
    texts.files(counts.filesNew, counts.filesChanged, counts.filesUnmodified),
    texts.dirs(counts.dirsNew, counts.dirsChanged, counts.dirsUnmodified),
  ];
  if (facts.verbose) lines.push(texts.blobs(counts.dataBlobs, counts.treeBlobs));
  lines.push(facts.dryRun ? texts.wouldAdd(counts.bytesAdded) : texts.added(counts.bytesAdded, counts.bytesStored));
  lines.push(texts.processed(counts.filesProcessed, counts.bytesProcessed, formatDuration(facts.elapsed)));
  lines.push(result.snapshotId !== undefined ? texts.saved(shortId(result.snapshotId)) : facts.dryRun ? texts.dryRun : texts.unchanged);
  return lines;
}

/** A finished backup as a JSON line. */
export function backupObject(
  { counts, ...result }: BackupResult,
  { elapsed, dryRun }: Facts,
): { message_type: 'summary' } & Record<string, unknown> {
  return {
    message_type: 'summary',
    outcome: result.outcome,
    dry_run: dryRun,
    files_new: counts.filesNew,
    files_changed: counts.filesChanged,
    files_unmodified: counts.filesUnmodified,
    dirs_new: counts.dirsNew,
    dirs_changed: counts.dirsChanged,
    dirs_unmodified: counts.dirsUnmodified,
    data_blobs: counts.dataBlobs,
    tree_blobs: counts.treeBlobs,
    data_added: counts.bytesAdded,
    data_added_packed: counts.bytesStored,
    total_files_processed: counts.filesProcessed,
    total_bytes_processed: counts.bytesProcessed,
    total_duration: elapsed / 1000,
    snapshot_id: result.snapshotId,
    parent: result.parent,
    tree: result.tree,
    warnings: result.warnings.length,
  };
}
