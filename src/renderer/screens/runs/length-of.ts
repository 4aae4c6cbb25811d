import { formatDuration } from '../../../shared/format/index.ts';

/** How long work took, such as `2:07`; empty while it is not over. */
export function lengthOf({ startedAt, endedAt }: { startedAt?: string | undefined; endedAt?: string | undefined }): string {
  if (startedAt === undefined || endedAt === undefined) return '';
  return formatDuration(Date.parse(endedAt) - Date.parse(startedAt));
}
