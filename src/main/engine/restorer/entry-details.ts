import { applyMetadata, scanEntry, type UnsetDetail } from '../filesystem/index.ts';
import type { TreeNode } from '../format/node.ts';
import type { Report } from './report.ts';

/** Gives an entry its details; what cannot be set becomes one warning. */
export function giveDetails(path: string, snapshotPath: string, node: TreeNode, report: Report): void {
  warnOfUnset(snapshotPath, applyMetadata(path, node), report);
}

/** Makes one warning of what could not be set. */
export function warnOfUnset(snapshotPath: string, unset: readonly UnsetDetail[], report: Report): void {
  if (unset.length === 0) return;
  report.warn('metadata-incomplete', snapshotPath, unset.map(({ detail, reason }) => `${detail}: ${reason}`).join(', '));
}

/** The same for an entry that was there before: one that is as it should be is not touched, so that it does not look changed. */
export function correctDetails(path: string, snapshotPath: string, node: TreeNode, report: Report): void {
  if (!hasDetails(path, node)) giveDetails(path, snapshotPath, node, report);
}

function hasDetails(path: string, node: TreeNode): boolean {
  try {
    return detailsOf(scanEntry(path, node.name).node) === detailsOf(node);
  } catch {
    return false;
  }
}

function detailsOf(node: TreeNode): string {
  const attributes = (node.extended_attributes ?? []).map(({ name, value }) => `${name}=${value ?? ''}`).sort();
  return JSON.stringify([node.mode, node.mtime, node.uid, node.gid, attributes, node.generic_attributes ?? {}]);
}
