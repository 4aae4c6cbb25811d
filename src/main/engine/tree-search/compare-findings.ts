import { compareNames } from '../format/name.ts';
import type { FoldPlace } from '../tree-fold/index.ts';
import type { Finding } from './criterion.ts';
import type { FoundEntry } from './findings-store.ts';
import type { SearchedFolder, TreeSearch } from './tree-search.ts';

/** Something found that the first of two folders has and the second lacks, or the other way round. */
export interface Change<F extends Finding> {
  kind: 'gone' | 'came';
  path: string;
  found: F;
}

interface Pair<P extends FoldPlace> {
  path: string;
  before: SearchedFolder<P> | undefined;
  after: SearchedFolder<P> | undefined;
}

/** How what is found differs between two folders of the same path. What they share is not looked into. */
export async function* compareFindings<P extends FoldPlace, F extends Finding>(
  search: TreeSearch<P, F>,
  before: SearchedFolder<P> | undefined,
  after: SearchedFolder<P> | undefined,
): AsyncGenerator<Change<F>> {
  const waiting: Pair<P>[] = [{ path: '', before, after }];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    if (isSame(pair.before, pair.after)) continue;
    const old = pair.before === undefined ? [] : await search.findings(pair.before, pair.path);
    const now = pair.after === undefined ? [] : await search.findings(pair.after, pair.path);
    for (const [was, is] of paired(old, now)) {
      const path = `${pair.path}/${(is ?? was)?.name ?? ''}`;
      yield* changesOf(path, was?.found, is?.found);
      if (was?.below !== undefined || is?.below !== undefined) waiting.push({ path, before: was?.below, after: is?.below });
    }
  }
}

function* changesOf<F extends Finding>(path: string, was: F | undefined, is: F | undefined): Generator<Change<F>> {
  if (was?.version === is?.version) return;
  if (was !== undefined) yield { kind: 'gone', path, found: was };
  if (is !== undefined) yield { kind: 'came', path, found: is };
}

function isSame<P extends FoldPlace>(a: SearchedFolder<P> | undefined, b: SearchedFolder<P> | undefined): boolean {
  return a?.tree === b?.tree && a?.place.key === b?.place.key;
}

/** The entries of two sorted lists, side by side by name. */
function* paired<P extends FoldPlace, F extends Finding>(
  old: readonly FoundEntry<P, F>[],
  now: readonly FoundEntry<P, F>[],
): Generator<[FoundEntry<P, F> | undefined, FoundEntry<P, F> | undefined]> {
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const was = old[i];
    const is = now[j];
    const order = was === undefined ? 1 : is === undefined ? -1 : compareNames(was.name, is.name);
    if (order <= 0) i++;
    if (order >= 0) j++;
    yield [order <= 0 ? was : undefined, order >= 0 ? is : undefined];
  }
}
