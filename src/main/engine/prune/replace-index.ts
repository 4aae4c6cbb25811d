import { forEachConcurrently } from '../concurrency/index.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { type ExclusiveRepository, indexedPacks } from '../repository/index.ts';
import { removeUnlessLocked } from '../locked-until.ts';

/** Index files removed at a time. */
const LANES = 4;

/** The loaded index without some packs; reads on while it is iterated. */
export function packsWithout(repository: Pick<ExclusiveRepository, 'index'>, gone: { has(pack: Id): boolean }): Iterable<IndexedPack> {
  const packs = indexedPacks(repository.index);
  return {
    *[Symbol.iterator](): Iterator<IndexedPack> {
      for (const pack of packs) if (!gone.has(pack.id)) yield pack;
    },
  };
}

/**
 * Writes a whole new index and then removes every index file there was before. New files are durable before the first
 * old one goes, so at each moment the index files together name everything that is in `packs`. Old ones that the place
 * protects for now stay (`locked`) and still name what they named.
 */
export async function replaceIndexFiles(
  repository: ExclusiveRepository,
  packs: Iterable<IndexedPack>,
  signal?: AbortSignal,
): Promise<{ written: Id[]; removed: Id[]; locked: Id[] }> {
  const before = (await repository.list('index', signal)).map((file) => file.name);
  const written = await repository.saveIndexFiles(packs, signal);
  const old = before.filter((id) => !written.includes(id));
  const locked: Id[] = [];
  const remove = async (id: Id): Promise<void> => {
    if (!(await removeUnlessLocked(repository, 'index', id))) locked.push(id);
  };
  await forEachConcurrently(old, LANES, remove, signal);
  return { written, removed: old.filter((id) => !locked.includes(id)), locked };
}
