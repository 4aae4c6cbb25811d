import type { CliTexts } from '../../../shared/text/index.ts';
import type { RepairedSnapshot, RepairSnapshotsResult } from '../../engine/index.ts';
import { shortId } from './short-id.ts';

/** What became of broken snapshots, in words. */
export function repairSnapshotsLines(result: RepairSnapshotsResult, texts: CliTexts['results'], dryRun: boolean): string[] {
  const { repairSnapshots: words } = texts;
  const { broken, forgotten, locked } = result;
  const added = result.packsIndexed > 0 && !dryRun ? [words.indexed(result.packsIndexed)] : [];
  const lines = [words.looked(result.snapshots), ...added, ...broken.map((snapshot) => brokenLine(snapshot, words))];
  if (broken.length + forgotten.length + result.unreadable.length === 0) return [...lines, words.nothing];
  if (dryRun) return [...lines, words.dryRun];
  if (locked.length > 0) lines.push(texts.forget.locked(locked.length));
  if (forgotten.length === 0) return locked.length > 0 ? lines : [...lines, words.forgetHint];
  return [...lines, words.forgotten(forgotten.length), words.pruneHint];
}

/** What could not be saved, a sentence each. */
export function repairSnapshotsWarnings(
  { broken, unreadable }: RepairSnapshotsResult,
  { repairSnapshots: words, snapshots }: CliTexts['results'],
): string[] {
  const lost = broken.flatMap(({ id, lost: paths, lostTruncated }) => [
    ...paths.map((path) => words.lost(shortId(id), path)),
    ...(lostTruncated ? [words.lostMore(shortId(id))] : []),
  ]);
  return [...unreadable.map(snapshots.unreadable), ...lost];
}

/** What became of broken snapshots, as JSON lines: a line each, then the summary. */
export function repairSnapshotsObjects(
  result: RepairSnapshotsResult,
  dryRun: boolean,
): ({ message_type: string } & Record<string, unknown>)[] {
  const broken = result.broken.map(({ id, repaired, isHopeless, lost, lostTruncated }) => ({
    message_type: 'broken_snapshot',
    id,
    repaired,
    hopeless: isHopeless,
    lost,
    lost_truncated: lostTruncated,
  }));
  const summary = {
    message_type: 'summary',
    outcome: result.outcome,
    dry_run: dryRun,
    data_files_indexed: result.packsIndexed,
    snapshots: result.snapshots,
    snapshots_broken: result.broken.length,
    snapshots_repaired: result.broken.filter(({ repaired }) => repaired !== undefined).length,
    snapshots_removed: result.forgotten,
    snapshots_locked: result.locked,
    unreadable: result.unreadable,
  };
  return [...broken, summary];
}

function brokenLine({ id, repaired, isHopeless }: RepairedSnapshot, words: CliTexts['results']['repairSnapshots']): string {
  if (isHopeless) return words.hopeless(shortId(id));
  return repaired === undefined ? words.wouldRepair(shortId(id)) : words.repaired(shortId(id), shortId(repaired));
}
