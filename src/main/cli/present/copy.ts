import type { CliTexts } from '../../../shared/text/index.ts';
import type { CopyResult } from '../../engine/index.ts';
import { shortId } from './short-id.ts';

/** What a copy did, in words. */
export function copyLines(result: CopyResult, { copy: texts }: CliTexts['results']): string[] {
  const lines = result.copied.map(({ source, copy }) => texts.copied(shortId(source), shortId(copy)));
  if (result.present.length > 0) lines.push(texts.present(result.present.length));
  if (result.copied.length === 0) return [...lines, texts.nothing];
  return [...lines, texts.done(result.copied.length, result.bytesCopied, result.bytesStored)];
}

/** A snapshot that could not be copied: why, and the files of it that damage reaches. */
export interface CopyWarning {
  item: string;
  message: string;
  files: string[];
}

/** What could not be copied. */
export function copyWarnings(result: CopyResult, { copy: texts, snapshots, check }: CliTexts['results']): CopyWarning[] {
  const filesOf = (id: string): string[] =>
    result.damagedFiles.filter(({ snapshot }) => snapshot === id).map(({ path }) => check.affectedFile(shortId(id), path));
  return [
    ...result.unreadable.map((id) => ({ item: id, message: snapshots.unreadable(id), files: [] })),
    ...result.damaged.map((id) => ({ item: id, message: texts.damaged(shortId(id)), files: filesOf(id) })),
  ];
}

/** What a copy did, as a JSON line. */
export function copyObject(result: CopyResult): { message_type: 'summary' } & Record<string, unknown> {
  return {
    message_type: 'summary',
    outcome: result.outcome,
    snapshots_copied: result.copied,
    snapshots_present: result.present,
    snapshots_damaged: result.damaged,
    unreadable: result.unreadable,
    damaged_files: result.damagedFiles,
    damaged_files_truncated: result.damagedFilesTruncated,
    blobs_copied: result.blobsCopied,
    bytes_copied: result.bytesCopied,
    bytes_stored: result.bytesStored,
  };
}
