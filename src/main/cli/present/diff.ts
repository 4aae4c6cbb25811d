import type { CliTexts } from '../../../shared/text/index.ts';
import type { Difference, DiffSide, DiffStatistics } from '../../engine/index.ts';
import { harmless } from '../terminal/harmless.ts';

const MARKS_WIDTH = 5;

type JsonLine = { message_type: string } & Record<string, unknown>;

/** A difference on one line. */
export function differenceLine({ marks, path }: Difference): string {
  return marks.join('').padEnd(MARKS_WIDTH) + harmless(path);
}

/** The statistics in words. */
export function diffLines({ added, removed, changedFiles }: DiffStatistics, { diff: texts }: CliTexts['results']): string[] {
  return [
    texts.files(added.files, removed.files, changedFiles),
    texts.dirs(added.dirs, removed.dirs),
    texts.others(added.others, removed.others),
    texts.dataBlobs(added.dataBlobs, removed.dataBlobs),
    texts.treeBlobs(added.treeBlobs, removed.treeBlobs),
    texts.added(added.bytes),
    texts.removed(removed.bytes),
  ];
}

/** A difference as a JSON line. */
export function differenceObject({ path, marks, type, sizeBefore, sizeAfter }: Difference): JsonLine {
  return { message_type: 'change', path, modifier: marks.join(''), type, size_before: sizeBefore, size_after: sizeAfter };
}

/** The statistics as a JSON line. */
export function statisticsObject({ first, second, changedFiles, added, removed }: DiffStatistics, warnings: number): JsonLine {
  return {
    message_type: 'statistics',
    source_snapshot: first,
    target_snapshot: second,
    changed_files: changedFiles,
    added: sideObject(added),
    removed: sideObject(removed),
    warnings,
  };
}

function sideObject({ files, dirs, others, dataBlobs, treeBlobs, bytes }: DiffSide): Record<string, number> {
  return { files, dirs, others, data_blobs: dataBlobs, tree_blobs: treeBlobs, bytes };
}
