import { forEachConcurrently } from '../concurrency/index.ts';
import { isDamage } from '../damage.ts';
import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { indexedPacks, type ReadingRepository } from '../repository/index.ts';

/** Packs read at a time: one is fetched while the other is verified. */
const LANES = 2;

type Packs = Pick<ReadingRepository, 'index' | 'readBlobs'>;

/** What is left of packs that cannot say themselves what they hold. */
export interface VerifiedEntries {
  /** Packs in which something verifies, with just that. */
  packs: IndexedPack[];
  /** Entries that do not verify. */
  lost: number;
}

/** Reads each blob that the loaded index names in one of these packs; what verifies there is as good as ever. */
export async function verifyEntries(repository: Packs, packs: ReadonlySet<Id>, signal: AbortSignal): Promise<VerifiedEntries> {
  const result: VerifiedEntries = { packs: [], lost: 0 };
  const verify = async ({ id, blobs }: IndexedPack): Promise<void> => {
    const good = await verifiedBlobs(repository, id, blobs, signal);
    if (good.length > 0) result.packs.push({ id, blobs: good });
    result.lost += blobs.length - good.length;
  };
  await forEachConcurrently(knownOf(repository, packs), LANES, verify, signal);
  return result;
}

function* knownOf(repository: Packs, packs: ReadonlySet<Id>): Iterable<IndexedPack> {
  for (const pack of indexedPacks(repository.index)) if (packs.has(pack.id)) yield pack;
}

/** The place being gone is thrown; a failure of the pack itself leaves what was read of it. */
async function verifiedBlobs(repository: Packs, pack: Id, blobs: readonly PackedBlob[], signal: AbortSignal): Promise<PackedBlob[]> {
  const good: PackedBlob[] = [];
  try {
    for await (const read of repository.readBlobs(pack, blobs, signal)) if ('bytes' in read) good.push(read.blob);
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  return good;
}
