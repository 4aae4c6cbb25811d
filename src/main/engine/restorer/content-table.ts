import type { Id } from '../format/id.ts';
import type { BlobIndex } from '../repository/index.ts';

/**
 * Every blob that the planned files are made of, each once, under a small number: a file's content is then four bytes
 * a blob, however often a blob comes back.
 */
export class ContentTable {
  readonly #index: BlobIndex;
  readonly #numbers = new Map<Id, number>();
  readonly #ids: Id[] = [];
  readonly #lengths: number[] = [];

  constructor(index: BlobIndex) {
    this.#index = index;
  }

  /** How many blobs there are; their numbers are 0 to size - 1. */
  get size(): number {
    return this.#ids.length;
  }

  /** The numbers of a file's blobs, in order. */
  intern(content: readonly Id[]): Uint32Array {
    return Uint32Array.from(content, (id) => this.#numberOf(id));
  }

  #numberOf(id: Id): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#ids.length;
    this.#numbers.set(id, number);
    this.#ids.push(id);
    this.#lengths.push(this.#index.plainLength('data', id) ?? Number.NaN);
    return number;
  }

  idOf(blob: number): Id {
    return this.#ids[blob] as Id;
  }

  /** Plain bytes of a blob; NaN if the repository's index does not know it. */
  lengthOf(blob: number): number {
    return this.#lengths[blob] as number;
  }

  /** Plain bytes of a file made of these blobs; NaN if one of them is not known. */
  sizeOf(content: Uint32Array): number {
    let size = 0;
    for (const blob of content) size += this.lengthOf(blob);
    return size;
  }
}
