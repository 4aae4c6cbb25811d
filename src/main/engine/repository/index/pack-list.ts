import type { Id } from '../../format/id.ts';

/** Numbers for pack ids, so that index entries need four bytes for a pack. */
export class PackList {
  private readonly ids: Id[] = [];
  private readonly numbers = new Map<Id, number>();

  get size(): number {
    return this.ids.length;
  }

  /** The number of a pack, a new one if it is not known. */
  numberOf(id: Id): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.numbers.set(id, number);
    return number;
  }

  idOf(number: number): Id {
    return this.ids[number] as Id;
  }

  all(): Iterable<Id> {
    return this.ids;
  }
}
