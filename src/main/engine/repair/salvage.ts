import { isLifeboatError } from '../../../shared/errors/index.ts';
import { isDamage } from '../damage.ts';
import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import type { PackVerdict, ReadingRepository } from '../repository/index.ts';

type Packs = Pick<ReadingRepository, 'verifyPack' | 'readBlobs'>;

/** What can be had of a damaged pack. */
export interface Salvage {
  pack: Id;
  /** Where in the pack the blobs stand that verify. */
  good: ReadonlySet<number>;
  lost: PackedBlob[];
}

/**
 * Reads a pack whole, and if it is damaged once more blob by blob. Undefined if it is sound. `io-failed` is thrown: while the
 * place cannot be read, nothing is known to be lost.
 */
export async function salvagePack(repository: Packs, { id, blobs }: IndexedPack, signal: AbortSignal): Promise<Salvage | undefined> {
  const verdict = await verdictOn(repository, id, signal);
  if (verdict?.nameMatches && verdict.header !== undefined && verdict.damaged.length === 0) return undefined;
  const good = new Set<number>();
  for await (const read of repository.readBlobs(id, blobs, signal)) {
    if ('bytes' in read) good.add(read.blob.offset);
    else if (isLifeboatError(read.error, 'io-failed')) throw read.error;
  }
  return { pack: id, good, lost: blobs.filter(({ offset }) => !good.has(offset)) };
}

async function verdictOn(repository: Packs, pack: Id, signal: AbortSignal): Promise<PackVerdict | undefined> {
  try {
    return await repository.verifyPack(pack, signal);
  } catch (error) {
    if (!isDamage(error) || isLifeboatError(error, 'io-failed')) throw error;
    return undefined;
  }
}
