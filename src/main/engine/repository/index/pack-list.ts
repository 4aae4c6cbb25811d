import { bytesOf, hexOf, type Id, ID_BYTES } from '../../format/id.ts';

/** Numbers for pack ids, so that index entries need four bytes for a pack. */
export class PackList {
  private ids = new Uint8Array(256 * ID_BYTES);
  private readonly numbers = new Map<Id, number>();

  get size(): number {
    return this.numbers.size;
  }

  /** The number of a pack, a new one if it is not known. */
  numberOf(id: Id): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    if ((number + 1) * ID_BYTES > this.ids.length) {
      const larger = new Uint8Array(this.ids.length * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids.set(bytesOf(id), number * ID_BYTES);
    this.numbers.set(id, number);
    return number;
  }

  idOf(number: number): Id {
    return hexOf(this.ids, number * ID_BYTES);
  }

  all(): Iterable<Id> {
    return this.numbers.keys();
  }
}
