import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { FileInfo } from '../backend/backend.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { isDamage } from '../damage.ts';
import type { IndexedPack } from '../format/index-file.ts';
import type { ReadingRepository } from '../repository/index.ts';

/** Pack headers read at a time. */
const LANES = 8;

type Packs = Pick<ReadingRepository, 'index' | 'loadPackHeader'>;

/**
 * What packs hold that no index file that can be read names, by their own headers: it would seem lost although it is there.
 * Packs without a readable header are left out; `io-failed` while the place cannot be read.
 */
export async function unnamedPacks(repository: Packs, packs: readonly FileInfo[], signal: AbortSignal): Promise<IndexedPack[]> {
  const named = new Set(repository.index.packs());
  const found: IndexedPack[] = [];
  const read = async ({ name, size }: FileInfo): Promise<void> => {
    const blobs = await headerOf(repository, name, size, signal);
    if (blobs !== undefined) found.push({ id: name, blobs });
  };
  const unnamed = packs.filter(({ name }) => !named.has(name));
  await forEachConcurrently(unnamed, LANES, read, signal);
  return found;
}

async function headerOf(repository: Packs, pack: string, size: number, signal: AbortSignal): Promise<IndexedPack['blobs'] | undefined> {
  try {
    return await repository.loadPackHeader(pack, size, signal);
  } catch (error) {
    if (!isDamage(error) || isLifeboatError(error, 'io-failed')) throw error;
    return undefined;
  }
}
