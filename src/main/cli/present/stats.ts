import type { CliTexts } from '../../../shared/text/index.ts';
import type { StatsResult } from '../../engine/index.ts';

/** What was counted, in words. */
export function statsLines(
  { mode, snapshots, files, blobs, bytes, compression }: StatsResult,
  { stats: texts }: CliTexts['results'],
): string[] {
  const lines = [texts.modes[mode], texts.snapshots(snapshots)];
  if (files !== undefined) lines.push(mode === 'restore-size' ? texts.entries(files) : texts.files(files));
  if (blobs !== undefined) lines.push(texts.blobs(blobs));
  if (compression !== undefined) lines.push(texts.uncompressed(compression.uncompressedBytes));
  lines.push(texts.size(bytes));
  if (compression?.ratio !== undefined) {
    lines.push(texts.ratio(compression.ratio), texts.compressedShare(compression.compressedShare), texts.saving(compression.saving));
  }
  return lines;
}

/** The same as a JSON line, with restic's names; its shares are percentages. */
export function statsObject({ outcome, mode, snapshots, files, blobs, bytes, compression, warnings }: StatsResult): {
  message_type: 'summary';
} & Record<string, unknown> {
  return {
    message_type: 'summary',
    outcome,
    mode,
    snapshots_count: snapshots,
    total_file_count: files,
    total_blob_count: blobs,
    total_size: bytes,
    total_uncompressed_size: compression?.uncompressedBytes,
    compression_ratio: compression?.ratio,
    compression_progress: compression && compression.compressedShare * 100,
    compression_space_saving: compression && compression.saving * 100,
    warnings: warnings.length,
  };
}
