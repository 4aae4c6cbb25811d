import nodePath from 'node:path';
import { type DirectoryScan, entryPath } from '../../filesystem/index.ts';
import type { TreeNode } from '../../format/node.ts';
import type { ExcludeRules } from '../../operations/contract.ts';
import { createPatternSet } from '../../patterns/index.ts';
import { CACHE_TAG, parseFolderTag, tagsOf } from './folder-tag.ts';
import { isWithin } from './within.ts';

/** Which entries of a source belong into its snapshot. */
export interface Selection {
  /** Whether the path lies in a place that is never backed up, such as the repository itself. */
  avoids(path: string): boolean;
  /** Whether an entry may belong into the snapshot, by its path alone. */
  selectsPath(path: string): boolean;
  /** Whether an entry belongs into the snapshot, by its path and its node. */
  selects(path: string, node: TreeNode): boolean;
  /** What of a folder's entries belongs into the snapshot. */
  filter(directory: string, scan: DirectoryScan): TreeNode[];
}

/** A selection by rules; `avoid` are absolute paths. A malformed pattern is `value-invalid`. */
export function createSelection(rules: ExcludeRules, avoid: readonly string[]): Selection {
  const patterns = createPatternSet(rules);
  const tags = [...(rules.caches ? [CACHE_TAG] : []), ...(rules.ifPresent ?? []).map(parseFolderTag)];
  const { largerThan = Number.POSITIVE_INFINITY } = rules;

  const avoids = (path: string): boolean => avoid.some((place) => isWithin(path, place, nodePath));
  const selectsPath = (path: string): boolean => !avoids(path) && (patterns.isEmpty || !patterns.match(path).matches);
  const selects = (path: string, node: TreeNode): boolean => {
    // Like restic: a socket means nothing without the program that listens on it.
    if (node.type === 'socket') return false;
    if (node.type === 'file' && (node.size ?? 0) > largerThan) return false;
    return selectsPath(path);
  };
  const filter = (directory: string, scan: DirectoryScan): TreeNode[] => {
    const untagged = tags.length === 0 ? scan.nodes : withoutTagged(directory, scan.nodes);
    const kept = untagged.filter((node) => selects(entryPath(directory, node.name), node));
    return rules.oneFileSystem ? withoutForeignFiles(kept, scan.foreign) : kept;
  };
  const withoutTagged = (directory: string, nodes: TreeNode[]): TreeNode[] => {
    const found = tagsOf(directory, new Set(nodes.map((node) => node.name)), tags);
    return found.length === 0 ? nodes : nodes.filter((node) => found.some((tag) => tag.name === node.name));
  };
  return { avoids, selectsPath, selects, filter };
}

/** Folders where another file system is mounted stay, empty, so that a restore makes the mount points. */
function withoutForeignFiles(nodes: TreeNode[], foreign: readonly string[]): TreeNode[] {
  return foreign.length === 0 ? nodes : nodes.filter((node) => node.type === 'dir' || !foreign.includes(node.name));
}
