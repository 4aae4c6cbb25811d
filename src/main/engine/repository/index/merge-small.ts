import type { FileInfo } from '../../backend/backend.ts';
import type { Id } from '../../format/id.ts';
import { decodeIndex, type IndexFile } from '../../format/index-file.ts';
import type { SealedFiles } from '../sealed-files.ts';

/** Files below this many bytes are merged; larger ones are worth a request each. */
const SMALL_BYTES = 1024 * 1024;
/** So many small files pile up before they are merged: every hourly backup makes one. */
const MERGE_AT = 32;

/** Small index files in one, to be written together with what is new. */
export interface MergedIndex extends IndexFile {
  supersedes: Id[];
}

/**
 * Gathers small index files once enough of them have piled up; undefined before. Nothing is deleted, so this works where
 * nothing may be: the merged file names those it supersedes, and also those that they had superseded, so that reading it
 * is enough. At most `room` blobs; a file that cannot be read is left as it is.
 */
export async function gatherSmall(
  files: SealedFiles,
  index: { live: readonly FileInfo[]; superseded: ReadonlySet<Id> },
  room: number,
  signal?: AbortSignal,
): Promise<MergedIndex | undefined> {
  const small = index.live.filter(({ size }) => size < SMALL_BYTES);
  if (small.length < MERGE_AT) return undefined;
  const merged: MergedIndex = { packs: [], supersedes: [...index.superseded] };
  let blobs = 0;
  for (const { name } of [...small].sort((a, b) => a.size - b.size)) {
    const file = await files.load('index', name, decodeIndex, signal).catch(() => undefined);
    const count = file?.packs.reduce((sum, pack) => sum + pack.blobs.length, 0) ?? 0;
    if (file === undefined || blobs + count > room) continue;
    blobs += count;
    merged.packs.push(...file.packs);
    merged.supersedes.push(name);
  }
  return merged;
}
