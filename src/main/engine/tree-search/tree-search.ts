import type { Id } from '../format/id.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { type FolderBelow, type FoldPlace, TreeFold, type TreeFoldOptions } from '../tree-fold/index.ts';
import type { Criterion, Finding } from './criterion.ts';
import { FindingsStore, type FolderFindings, type FoundEntry } from './findings-store.ts';

/** Entries remembered, some 300 bytes each. */
const REMEMBERED = 200_000;

export interface TreeSearchOptions extends TreeFoldOptions {
  /** Found entries that are remembered; what is forgotten is read again when it is needed. */
  remembered?: number;
}

/** A folder of a snapshot, for a search. */
export interface SearchedFolder<P extends FoldPlace> {
  tree: Id;
  place: P;
}

/** Searches trees for something. A tree is read once for each place it has, however many snapshots share it. */
export class TreeSearch<P extends FoldPlace, F extends Finding> {
  readonly #root: P;
  readonly #fold: TreeFold<P, FoundEntry<P, F>[], FolderFindings<P, F>>;

  constructor(repository: Pick<ReadingRepository, 'loadTree'>, criterion: Criterion<P, F>, options: TreeSearchOptions = {}) {
    const store = new FindingsStore<P, F>(options.remembered ?? REMEMBERED);
    this.#root = criterion.root;
    this.#fold = new TreeFold(
      repository,
      {
        damaged: [],
        recall: (tree, place) => store.get(tree, place),
        open: (nodes, place) => {
          const open: FoundEntry<P, F>[] = [];
          const folders: FolderBelow<P>[] = [];
          for (const node of nodes) {
            const { found, below } = criterion.judge(node, place);
            if (below !== undefined) folders.push({ node, place: below });
            if (found === undefined && below === undefined) continue;
            open.push({ name: node.name, found, below: below && { tree: node.subtree ?? '', place: below } });
          }
          return { open, folders };
        },
        close: (tree, place, open, below) => {
          const findings = withoutEmpty(open, below);
          store.put(tree, place, findings);
          return findings;
        },
      },
      options,
    );
  }

  /** A snapshot's top folder. */
  top(tree: Id): SearchedFolder<P> {
    return { tree, place: this.#root };
  }

  /** What is found directly in a folder, and which folders of it hold more. */
  async findings({ tree, place }: SearchedFolder<P>, path: string): Promise<FolderFindings<P, F>> {
    return await this.#fold.outcome(tree, place, path);
  }
}

/** Takes away the folders that hold nothing; `below` is what each folder came to, in their order. */
function withoutEmpty<P extends FoldPlace, F extends Finding>(
  entries: readonly FoundEntry<P, F>[],
  below: readonly FolderFindings<P, F>[],
): FolderFindings<P, F> {
  let folder = 0;
  const kept = entries.map((entry) => {
    if (entry.below === undefined) return entry;
    return below[folder++]?.length === 0 ? { ...entry, below: undefined } : entry;
  });
  return kept.filter(({ found, below: more }) => found !== undefined || more !== undefined);
}
