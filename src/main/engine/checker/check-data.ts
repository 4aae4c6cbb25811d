import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { packFileSize } from '../format/pack-size.ts';
import { indexedPacks, type PackVerdict, type ReadingRepository } from '../repository/index.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { isDamage } from '../damage.ts';
import type { Findings } from './findings.ts';
import type { Losses } from './losses.ts';

/** Packs on their way at a time: while the threads verify two, the next is fetched. */
const LANES = 3;

type Packs = Pick<ReadingRepository, 'index' | 'verifyPack' | 'readBlobs'>;

/** Reads the chosen packs whole and verifies every byte; what is damaged goes to the findings and the losses. */
export async function checkData(
  repository: Packs,
  chosen: ReadonlySet<Id>,
  findings: Findings,
  losses: Losses,
  options: { signal?: AbortSignal; onPack?: (bytes: number) => void } = {},
): Promise<void> {
  const check = async (pack: IndexedPack): Promise<void> => {
    await checkPack(repository, pack, findings, losses, options.signal);
    options.onPack?.(packFileSize(pack.blobs));
  };
  await forEachConcurrently(chosenPacks(repository, chosen), LANES, check, options.signal);
}

function* chosenPacks(repository: Packs, chosen: ReadonlySet<Id>): Iterable<IndexedPack> {
  for (const pack of indexedPacks(repository.index)) if (chosen.has(pack.id)) yield pack;
}

async function checkPack(repository: Packs, pack: IndexedPack, findings: Findings, losses: Losses, signal?: AbortSignal): Promise<void> {
  const verdict = await verdictOn(repository, pack.id, signal);
  const header = verdict?.header;
  const listed = new Map(header?.map((blob) => [blob.offset, blob]));
  const unproven = pack.blobs.filter((blob) => !isSameEntry(blob, listed.get(blob.offset)));
  const damaged = [...(verdict?.damaged ?? []), ...(await damagedAmong(repository, pack.id, unproven, signal))];
  for (const blob of new Map(damaged.map((entry) => [`${entry.type}/${entry.id}`, entry])).values()) {
    findings.add('blob-damaged', blob.id, pack.id);
    losses.addDamagedCopy(pack.id, blob.type, blob.id);
  }
  if (losses.isKnownPack(pack.id)) return;
  if (verdict === undefined) findings.add('pack-unreadable', pack.id);
  else if (header === undefined) findings.add('pack-header-damaged', pack.id);
  else if (unproven.length > 0 || header.length !== pack.blobs.length) findings.add('pack-index-mismatch', pack.id);
  else if (!verdict.nameMatches && damaged.length === 0) findings.add('pack-damaged', pack.id);
}

/** What reading the pack showed; undefined if it cannot be read as a whole. */
async function verdictOn(repository: Packs, pack: Id, signal?: AbortSignal): Promise<PackVerdict | undefined> {
  try {
    return await repository.verifyPack(pack, signal);
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

/** Which blobs do not verify where the index says they are; read one by one, so that a bad sector takes only what lies on it. */
async function damagedAmong(repository: Packs, pack: Id, blobs: readonly PackedBlob[], signal?: AbortSignal): Promise<PackedBlob[]> {
  const damaged: PackedBlob[] = [];
  for (const blob of blobs) {
    try {
      for await (const read of repository.readBlobs(pack, [blob], signal)) if ('error' in read) damaged.push(blob);
    } catch (error) {
      if (!isDamage(error)) throw error;
      damaged.push(blob);
    }
  }
  return damaged;
}

function isSameEntry(a: PackedBlob, b: PackedBlob | undefined): boolean {
  if (b === undefined) return false;
  return a.id === b.id && a.type === b.type && a.length === b.length && a.uncompressedLength === b.uncompressedLength;
}
