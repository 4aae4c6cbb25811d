import type { BlobType } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import { IdSet } from '../format/id-set.ts';
import type { BlobIndex, BlobLocation } from '../repository/index.ts';

/** Which stored copies cannot be read, and so which blobs are gone. */
export class Losses {
  readonly #missingPacks = new Set<Id>();
  /** Packs shorter than they should be, with the bytes that are there. */
  readonly #shortPacks = new Map<Id, number>();
  readonly #damagedCopies = new Set<string>();
  readonly #lostTrees = new IdSet();
  readonly #index: Pick<BlobIndex, 'findAll'>;

  constructor(index: Pick<BlobIndex, 'findAll'>) {
    this.#index = index;
  }

  addMissingPack(pack: Id): void {
    this.#missingPacks.add(pack);
  }

  addShortPack(pack: Id, size: number): void {
    this.#shortPacks.set(pack, size);
  }

  addDamagedCopy(pack: Id, type: BlobType, id: Id): void {
    this.#damagedCopies.add(copyKey(pack, type, id));
  }

  /** Notes a tree that no copy could be read of, for whatever reason. */
  addLostTree(id: Id): void {
    this.#lostTrees.add(id);
  }

  /** Whether the pack is missing or has the wrong size, which explains whatever else is wrong with it. */
  isKnownPack(pack: Id): boolean {
    return this.#missingPacks.has(pack) || this.#shortPacks.has(pack);
  }

  /** Whether no copy of the blob is left that could be read. */
  isLost(type: BlobType, id: Id): boolean {
    if (type === 'tree' && this.#lostTrees.has(id)) return true;
    return this.#index.findAll(type, id).every((location) => this.#isGone(location));
  }

  #isGone({ pack, type, id, offset, length }: BlobLocation): boolean {
    if (this.#missingPacks.has(pack)) return true;
    const size = this.#shortPacks.get(pack);
    if (size !== undefined && offset + length > size) return true;
    return this.#damagedCopies.has(copyKey(pack, type, id));
  }
}

function copyKey(pack: Id, type: BlobType, id: Id): string {
  return `${pack}/${type}/${id}`;
}
