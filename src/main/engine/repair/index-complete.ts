import { LifeboatError } from '../../../shared/errors/index.ts';
import type { FileInfo } from '../backend/backend.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { isDamage } from '../damage.ts';
import type { Id } from '../format/id.ts';
import type { ReadingRepository } from '../repository/index.ts';

/** Pack headers read at a time. */
const LANES = 8;

/**
 * Throws `index-incomplete` if index files cannot be read, or if a pack that can be read is in none: what it holds would seem
 * lost although it is there. Packs without a readable header do not count; no index can name what is in them.
 */
export async function assertIndexComplete(
  repository: Pick<ReadingRepository, 'index' | 'loadPackHeader'>,
  unreadable: readonly Id[],
  packs: readonly FileInfo[],
  signal: AbortSignal,
): Promise<void> {
  let files = unreadable.length;
  const named = new Set(repository.index.packs());
  const look = async ({ name, size }: FileInfo): Promise<void> => {
    if (await hasHeader(repository, name, size, signal)) files += 1;
  };
  const unnamed = packs.filter(({ name }) => !named.has(name));
  await forEachConcurrently(unnamed, LANES, look, signal);
  if (files > 0) throw new LifeboatError('index-incomplete', { files });
}

async function hasHeader(
  repository: Pick<ReadingRepository, 'loadPackHeader'>,
  pack: Id,
  size: number,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await repository.loadPackHeader(pack, size, signal);
    return true;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return false;
  }
}
