import { getHeapStatistics } from 'node:v8';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { TreeNode } from '../format/node.ts';

/** Heap bytes that a planned entry with all its details takes beside its texts, measured and rounded up. */
const ENTRY_BYTES = 800;
/** Heap bytes of a blob in a file's content. */
const CONTENT_BYTES = 8;
/** The part of the heap that a plan may take; the rest is for what is done with it. */
const HEAP_SHARE = 0.75;

/**
 * How much a restore may plan before the program would run out of memory and die. A stored tree may name the same folder any
 * number of times: a few kilobytes can stand for more entries than any computer holds.
 */
export class PlanBudget {
  #left: number;
  #entries = 0;

  /** `bytes`: what the plan may take; default is a part of what this process may take. */
  constructor(bytes: number = getHeapStatistics().heap_size_limit * HEAP_SHARE) {
    this.#left = bytes;
  }

  /** Counts an entry, known under `path`. Throws `restore-too-large` when that is too much. */
  take(path: string, node: TreeNode): void {
    this.#entries += 1;
    this.#left -= bytesOf(path, node);
    if (this.#left < 0) throw new LifeboatError('restore-too-large', { entries: this.#entries });
  }
}

/** Texts count two bytes a character. Only a folder's path is kept, once for the snapshot and once for the target. */
function bytesOf(path: string, { name, type, linktarget, content, ...node }: TreeNode): number {
  const texts = name.length + (linktarget?.length ?? 0) + (type === 'dir' ? 2 * path.length : 0);
  const attributes = lengthOf(node.extended_attributes) + lengthOf(node.generic_attributes);
  return ENTRY_BYTES + 2 * (texts + attributes) + CONTENT_BYTES * (content?.length ?? 0);
}

function lengthOf(attributes: unknown): number {
  return attributes === undefined ? 0 : JSON.stringify(attributes).length;
}
