import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { packFileSize } from '../format/pack-size.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { isDamage } from '../damage.ts';

/** Index files read at a time; each may take tens of MB of memory. */
const LANES = 2;
const FINGERPRINT_RANGE = 2 ** 40;

/** What the index files say about a pack. */
export interface PackSurvey {
  /** Bytes the pack file should have. */
  size: number;
  /** Whether content and directories share it. */
  mixed: boolean;
  /** How many index files name it. */
  files: number;
  /** Whether those say different things. */
  contradictory: boolean;
  fingerprint: number;
}

/** Reads the index files one by one, since the loaded index no longer knows which file said what. Damaged files are left out. */
export async function surveyIndex(
  repository: Pick<ReadingRepository, 'list' | 'loadIndexFile' | 'supersededIndexFiles'>,
  signal?: AbortSignal,
): Promise<Map<Id, PackSurvey>> {
  const packs = new Map<Id, PackSurvey>();
  const files = (await repository.list('index', signal)).filter(({ name }) => !repository.supersededIndexFiles.has(name));
  const survey = async ({ name }: { name: Id }): Promise<void> => {
    try {
      for (const pack of (await repository.loadIndexFile(name, signal)).packs) note(packs, pack);
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  };
  await forEachConcurrently(files, LANES, survey, signal);
  return packs;
}

function note(packs: Map<Id, PackSurvey>, pack: IndexedPack): void {
  const fingerprint = pack.blobs.reduce((sum, blob) => (sum + fingerprintOf(blob)) % FINGERPRINT_RANGE, pack.blobs.length);
  const known = packs.get(pack.id);
  if (known !== undefined) {
    known.files += 1;
    known.contradictory ||= known.fingerprint !== fingerprint;
    return;
  }
  const mixed = pack.blobs.some((blob) => blob.type !== pack.blobs[0]?.type);
  packs.set(pack.id, { size: packFileSize(pack.blobs), mixed, files: 1, contradictory: false, fingerprint });
}

/** A number that two entries share only if they agree, or by a rare accident; sums of it do not depend on the order. */
function fingerprintOf(blob: PackedBlob): number {
  const type = blob.type === 'tree' ? 1 : 0;
  return Number.parseInt(blob.id.slice(0, 8), 16) + blob.offset * 3 + blob.length * 5 + (blob.uncompressedLength ?? 0) * 7 + type;
}
