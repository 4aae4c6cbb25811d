import type { CliTexts } from '../../../shared/text/index.ts';
import type { RepairIndexResult } from '../../engine/index.ts';

/** A mended index in words. */
export function repairIndexLines(result: RepairIndexResult, { repairIndex: texts }: CliTexts['results']): string[] {
  return [texts.done(result.packsIndexed, result.packsRead), texts.written(result.indexFilesWritten, result.indexFilesRemoved)];
}

/** Data files that are gone or cannot be read, a sentence each. */
export function repairIndexWarnings(result: RepairIndexResult, { repairIndex: texts }: CliTexts['results']): string[] {
  return [
    ...result.packsMissing.map(texts.missing),
    ...result.packsSalvaged.map(texts.salvaged),
    ...result.packsUnreadable.map(texts.unreadable),
  ];
}

/** A mended index as a JSON line. */
export function repairIndexObject(result: RepairIndexResult): { message_type: 'summary' } & Record<string, unknown> {
  return {
    message_type: 'summary',
    packs_read: result.packsRead,
    packs_indexed: result.packsIndexed,
    packs_missing: result.packsMissing,
    packs_salvaged: result.packsSalvaged,
    packs_unreadable: result.packsUnreadable,
    blobs_lost: result.blobsLost,
    index_files_written: result.indexFilesWritten,
    index_files_removed: result.indexFilesRemoved,
  };
}
