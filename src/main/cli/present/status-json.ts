import type { ProgressFigures } from './progress-meter.ts';

/** A JSON line about running work; fields that are not known yet are missing. */
export function statusObject(figures: ProgressFigures): { message_type: 'status' } & Record<string, unknown> {
  const { phase, elapsed, remaining, share, filesDone, bytesDone, totalFiles, totalBytes, current } = figures;
  return {
    message_type: 'status',
    phase,
    seconds_elapsed: Math.floor(elapsed / 1000),
    seconds_remaining: remaining === undefined ? undefined : Math.ceil(remaining / 1000),
    percent_done: share,
    total_files: totalFiles,
    files_done: filesDone,
    total_bytes: totalBytes,
    bytes_done: bytesDone,
    current_files: current === undefined ? undefined : [current],
  };
}
