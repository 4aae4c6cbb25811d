import type { FoldPlace } from '../tree-fold/index.ts';
import type { Finding } from './criterion.ts';
import type { FolderFindings } from './findings-store.ts';
import type { SearchedFolder, TreeSearch } from './tree-search.ts';

/** Everything a search finds below a folder, a folder before what it holds, in the order of names. */
export async function* walkFindings<P extends FoldPlace, F extends Finding>(
  search: TreeSearch<P, F>,
  folder: SearchedFolder<P>,
  basePath = '',
): AsyncGenerator<{ path: string; found: F }> {
  const open = async (path: string, at: SearchedFolder<P>): Promise<{ path: string; entries: FolderFindings<P, F>; next: number }> => ({
    path,
    entries: await search.findings(at, path),
    next: 0,
  });
  const stack = [await open(basePath, folder)];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const entry = frame.entries[frame.next++];
    if (entry === undefined) {
      stack.pop();
      continue;
    }
    const path = `${frame.path}/${entry.name}`;
    if (entry.found !== undefined) yield { path, found: entry.found };
    if (entry.below !== undefined) stack.push(await open(path, entry.below));
  }
}
