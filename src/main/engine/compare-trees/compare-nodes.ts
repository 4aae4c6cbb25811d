import { isDeepStrictEqual } from 'node:util';
import type { TreeNode } from '../format/node.ts';
import { parseTime } from '../format/time.ts';
import type { DiffMark } from '../operations/contract.ts';

const TIMES = ['mtime', 'atime', 'ctime'] as const;

/** How two entries of one name differ; no marks if not, or if only details do and nobody asks for those. */
export function compareNodes(before: TreeNode, after: TreeNode, metadata: boolean): DiffMark[] {
  const marks: DiffMark[] = before.type === after.type ? [] : ['T'];
  if (before.type === 'file' && after.type === 'file' && !isDeepStrictEqual(before.content, after.content)) {
    marks.push('M');
    if (haveSameDetails({ ...before, content: null }, { ...after, content: null })) marks.push('?');
  } else if (metadata && !haveSameDetails(before, after)) {
    marks.push('U');
  }
  return marks;
}

function haveSameDetails(before: TreeNode, after: TreeNode): boolean {
  return isDeepStrictEqual(comparable(before), comparable(after));
}

/** The same moment may be written in another time zone. */
function comparable(node: TreeNode): Record<string, unknown> {
  const details: Record<string, unknown> = { ...node };
  for (const time of TIMES) details[time] = parseTime(node[time] ?? '') ?? node[time];
  return details;
}
