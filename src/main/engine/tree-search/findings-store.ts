import type { Id } from '../format/id.ts';
import { IdSet } from '../format/id-set.ts';
import type { FoldPlace } from '../tree-fold/index.ts';
import type { Finding } from './criterion.ts';

/** An entry of a folder that was found, or that holds something that was. */
export interface FoundEntry<P extends FoldPlace, F extends Finding> {
  name: string;
  found: F | undefined;
  below: { tree: Id; place: P } | undefined;
}

/** What was found in a folder, in the order of names; what is deeper is asked for by `below`. */
export type FolderFindings<P extends FoldPlace, F extends Finding> = readonly FoundEntry<P, F>[];

/**
 * Remembers what was found in trees. Most hold nothing: those cost their id. Of the others the least recently used are
 * forgotten above `limit` entries, so that memory does not grow with what is found.
 */
export class FindingsStore<P extends FoldPlace, F extends Finding> {
  readonly #limit: number;
  readonly #nothing: FolderFindings<P, F> = [];
  readonly #empty = new Map<string, IdSet>();
  readonly #kept = new Map<string, FolderFindings<P, F>>();
  #entries = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(tree: Id, place: P): FolderFindings<P, F> | undefined {
    if (this.#empty.get(place.key)?.has(tree)) return this.#nothing;
    const key = keyOf(tree, place);
    const findings = this.#kept.get(key);
    if (findings === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, findings);
    return findings;
  }

  put(tree: Id, place: P, findings: FolderFindings<P, F>): void {
    if (findings.length === 0) {
      const empty = this.#empty.get(place.key) ?? new IdSet();
      this.#empty.set(place.key, empty);
      empty.add(tree);
      return;
    }
    this.#kept.set(keyOf(tree, place), findings);
    this.#entries += findings.length;
    for (const [oldest, dropped] of this.#kept) {
      if (this.#entries <= this.#limit) return;
      this.#kept.delete(oldest);
      this.#entries -= dropped.length;
    }
  }
}

function keyOf(tree: Id, place: FoldPlace): string {
  return tree + place.key;
}
