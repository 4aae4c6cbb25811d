import type { CliTexts } from '../../../shared/text/index.ts';
import type { ForgetGroup, ForgetResult } from '../../engine/index.ts';
import { groupTitle } from './groups.ts';
import { snapshotObject, snapshotTable } from './snapshots.ts';

interface Facts {
  dryRun: boolean;
  /** Whether prune was asked for too. */
  prune: boolean;
}

/** What stays, why, and what goes, in tables. */
export function forgetLines(result: ForgetResult, texts: CliTexts, { dryRun, prune }: Facts): string[] {
  const { forget } = texts.results;
  const lines = result.groups.flatMap((group) => groupLines(group, texts, dryRun));
  const chosen = result.groups.reduce((count, group) => count + group.forget.length, 0);
  if (chosen === 0) return [...lines, forget.noneToForget];
  if (dryRun) return [...lines, forget.dryRun, ...(prune ? [forget.dryRunPrune] : [])];
  const locked = result.locked.length > 0 ? [forget.locked(result.locked.length)] : [];
  return [...lines, forget.forgotten(result.forgotten.length), ...locked, ...(prune ? [] : [forget.pruneHint])];
}

function groupLines(group: ForgetGroup, texts: CliTexts, dryRun: boolean): string[] {
  const { forget, snapshots } = texts.results;
  const lines = [snapshots.group(groupTitle(group, texts.results)), ''];
  if (group.keep.length > 0) {
    lines.push((dryRun ? forget.wouldKeep : forget.keep)(group.keep.length), ...snapshotTable(group.keep, texts), '');
  }
  if (group.forget.length > 0) {
    lines.push((dryRun ? forget.wouldRemove : forget.remove)(group.forget.length), ...snapshotTable(group.forget, texts), '');
  }
  return lines;
}

/** All of it as JSON lines: a line a group, then the summary. */
export function forgetObjects(result: ForgetResult, dryRun: boolean): ({ message_type: string } & Record<string, unknown>)[] {
  const groups = result.groups.map((group) => ({
    message_type: 'forget_group',
    host: group.host,
    paths: group.paths,
    tags: group.tags,
    keep: group.keep.map(({ reasons, ...entry }) => ({ ...plain(entry), reasons })),
    remove: group.forget.map(plain),
  }));
  const kept = result.groups.reduce((count, group) => count + group.keep.length, 0);
  const summary = {
    message_type: 'summary',
    dry_run: dryRun,
    snapshots_kept: kept,
    snapshots_removed: result.forgotten,
    snapshots_locked: result.locked,
    unreadable: result.unreadable,
  };
  return [...groups, summary];
}

function plain(entry: Parameters<typeof snapshotObject>[0]): Record<string, unknown> {
  const { message_type: _type, ...rest } = snapshotObject(entry);
  return rest;
}
