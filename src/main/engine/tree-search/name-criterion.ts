import { sha256 } from '../crypto/index.ts';
import type { NodeType, TreeNode } from '../format/node.ts';
import { parseTime } from '../format/time.ts';
import { createPathMatcher, type PathPlace } from '../patterns/index.ts';
import type { Criterion, Finding } from './criterion.ts';

/** Which entries are wanted. */
export interface NameCriteria {
  patterns: readonly string[];
  ignoreCase?: boolean | undefined;
  /** Not modified before this, or after that; nanoseconds since 1970. */
  oldest?: bigint | undefined;
  newest?: bigint | undefined;
  types?: readonly NodeType[] | undefined;
}

/** A found entry without what may be large. */
export interface NamedFinding extends Finding {
  node: TreeNode;
}

/** Searches by pattern, time and kind; a malformed pattern is `value-invalid`. */
export function nameCriterion(criteria: NameCriteria): Criterion<PathPlace, NamedFinding> {
  const matcher = createPathMatcher(criteria.patterns, { caseless: criteria.ignoreCase === true });
  return {
    root: matcher.root,
    judge: (node, folder) => {
      const place = matcher.enter(folder, node.name);
      const found = place.matches && fits(node, criteria) ? findingOf(node) : undefined;
      return { found, below: node.type === 'dir' && place.childMayMatch ? place : undefined };
    },
  };
}

function fits({ type, mtime = '' }: TreeNode, { types, oldest, newest }: NameCriteria): boolean {
  if (types !== undefined && !types.includes(type)) return false;
  if (oldest === undefined && newest === undefined) return true;
  // An unknown time counts as long ago.
  const modified = parseTime(mtime);
  if (oldest !== undefined && (modified === undefined || modified < oldest)) return false;
  return newest === undefined || modified === undefined || modified <= newest;
}

function findingOf({ content, extended_attributes: _extended, generic_attributes: _generic, ...node }: TreeNode): NamedFinding {
  const fingerprint = content === null || content.length < 2 ? (content?.[0] ?? '') : sha256(Buffer.from(content.join('')));
  return { version: [node.type, node.size, node.mtime, node.linktarget, fingerprint].join('\n'), node: { ...node, content: null } };
}
