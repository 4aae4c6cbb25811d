import type { BlobSet } from '../tree-walk/index.ts';
import type { BlobType, PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';

const SEVERAL = 2;

/** Counts the copies of used blobs, and remembers which one stays where there are several. */
export class Copies {
  readonly #used: BlobSet;
  /** 0, 1 or 2 (several), by the blob's position in its set. */
  readonly #counts: Readonly<Record<BlobType, Uint8Array>>;
  readonly #owners = new Map<string, { pack: Id; rank: number }>();

  constructor(used: BlobSet) {
    this.#used = used;
    this.#counts = { data: new Uint8Array(used.data.size), tree: new Uint8Array(used.tree.size) };
  }

  /** Notes a copy that can be relied on. */
  note(blob: PackedBlob): void {
    const position = this.#used[blob.type].position(blob.id);
    if (position < 0) return;
    const counts = this.#counts[blob.type];
    counts[position] = Math.min((counts[position] as number) + 1, SEVERAL);
  }

  /** Used blobs of which no copy was noted. */
  get missing(): number {
    const isMissing = (count: number): boolean => count === 0;
    return this.#counts.data.filter(isMissing).length + this.#counts.tree.filter(isMissing).length;
  }

  isUsed(blob: PackedBlob): boolean {
    return this.#used[blob.type].has(blob.id);
  }

  /** Whether the blob is used and several copies of it were noted. */
  hasSeveral(blob: PackedBlob): boolean {
    const position = this.#used[blob.type].position(blob.id);
    return position >= 0 && this.#counts[blob.type][position] === SEVERAL;
  }

  /** Offers a pack's copy of a blob that has several; the copy in the pack of the highest rank stays. */
  offer(blob: PackedBlob, pack: Id, rank: number): void {
    const key = keyOf(blob);
    const owner = this.#owners.get(key);
    const isBetter = owner === undefined || rank > owner.rank || (rank === owner.rank && pack < owner.pack);
    if (isBetter) this.#owners.set(key, { pack, rank });
  }

  /** Whether this is the copy that stays. Only for packs that can be relied on. */
  stays(blob: PackedBlob, pack: Id): boolean {
    if (!this.isUsed(blob)) return false;
    return !this.hasSeveral(blob) || this.#owners.get(keyOf(blob))?.pack === pack;
  }
}

function keyOf(blob: PackedBlob): string {
  return `${blob.type}/${blob.id}`;
}
