import type { Id } from '../format/id.ts';
import type { BlobIndex } from '../repository/index.ts';
import type { ContentTable } from './content-table.ts';
import { ZeroBlobs } from './zero-blobs.ts';

/** One place where a blob's content goes. */
export interface Place {
  /** Position of the file in `FetchPlan.files`. */
  file: number;
  /** Where in the file, in bytes. */
  offset: number;
}

interface FileContent {
  content: Uint32Array;
}

/**
 * Which pack gives which blobs and where their content goes, in flat arrays: about sixteen bytes for each blob of
 * each file. Blobs of zeros are left out, files start as one hole.
 */
export class FetchPlan {
  /** Packs to read, in the order in which the files first need them. */
  readonly packs: readonly Id[];
  /** Stored bytes of all blobs to read. */
  readonly packBytes: number;
  /** Plain bytes of all places, holes left out. */
  readonly writtenBytes: number;
  readonly #blobsByPack: readonly number[][];
  readonly #placesFrom: Uint32Array;
  readonly #placeFiles: Uint32Array;
  readonly #placeOffsets: Float64Array;
  readonly #awaited: Uint32Array;

  /** All blobs of `files` must be known to the index. */
  constructor(files: readonly FileContent[], table: ContentTable, index: BlobIndex) {
    const uses = countUses(files, table.size);
    const packs = groupByPack(uses, table, index);
    this.packs = packs.ids;
    this.#blobsByPack = packs.blobs;
    this.packBytes = packs.bytes;
    this.#placesFrom = runningSum(uses);
    const total = this.#placesFrom[uses.length] as number;
    this.#placeFiles = new Uint32Array(total);
    this.#placeOffsets = new Float64Array(total);
    this.#awaited = new Uint32Array(files.length);
    this.writtenBytes = this.#fillPlaces(files, table, uses);
  }

  /** Blob numbers to read from the pack at this position of `packs`. */
  blobsOf(pack: number): readonly number[] {
    return this.#blobsByPack[pack] as readonly number[];
  }

  /** Every place a blob's content goes. */
  *placesOf(blob: number): Generator<Place> {
    const end = this.#placesFrom[blob + 1] as number;
    for (let at = this.#placesFrom[blob] as number; at < end; at++) {
      yield { file: this.#placeFiles[at] as number, offset: this.#placeOffsets[at] as number };
    }
  }

  /** How many places each file waits for; a copy. */
  awaited(): Uint32Array {
    return this.#awaited.slice();
  }

  #fillPlaces(files: readonly FileContent[], table: ContentTable, uses: Uint32Array): number {
    const next = this.#placesFrom.slice();
    let written = 0;
    for (const [file, { content }] of files.entries()) {
      let offset = 0;
      for (const blob of content) {
        const length = table.lengthOf(blob);
        if ((uses[blob] as number) > 0) {
          const at = (next[blob] as number)++;
          this.#placeFiles[at] = file;
          this.#placeOffsets[at] = offset;
          (this.#awaited[file] as number)++;
          written += length;
        }
        offset += length;
      }
    }
    return written;
  }
}

function countUses(files: readonly FileContent[], blobs: number): Uint32Array {
  const uses = new Uint32Array(blobs);
  for (const { content } of files) for (const blob of content) (uses[blob] as number)++;
  return uses;
}

/** Groups the used blobs by pack, in the order of their numbers; sets the uses of blobs of zeros to 0. */
function groupByPack(uses: Uint32Array, table: ContentTable, index: BlobIndex): { ids: Id[]; blobs: number[][]; bytes: number } {
  const zeros = new ZeroBlobs();
  const byPack = new Map<Id, number[]>();
  let bytes = 0;
  for (let blob = 0; blob < uses.length; blob++) {
    const location = uses[blob] === 0 ? undefined : index.find('data', table.idOf(blob));
    if (location === undefined) continue;
    if (zeros.has(location, table.lengthOf(blob), uses[blob] as number)) {
      uses[blob] = 0;
      continue;
    }
    const blobs = byPack.get(location.pack);
    if (blobs) blobs.push(blob);
    else byPack.set(location.pack, [blob]);
    bytes += location.length;
  }
  return { ids: [...byPack.keys()], blobs: [...byPack.values()], bytes };
}

function runningSum(counts: Uint32Array): Uint32Array {
  const sums = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) sums[i + 1] = (sums[i] as number) + (counts[i] as number);
  return sums;
}
