import { ID_BYTES } from './id.ts';

const FIRST_SLOTS = 1024;
/** Slots are kept at least half empty, so that a search ends soon. */
const SLOTS_PER_ID = 2;
const EMPTY = 0;

/**
 * A set of ids in 32 bytes each plus a table of slots, for millions of them. An id keeps the position it got when it was
 * added (0, 1, 2, ...), so that callers can keep what belongs to it in typed arrays of their own.
 */
export class IdSet {
  #bytes = Buffer.alloc((FIRST_SLOTS / SLOTS_PER_ID) * ID_BYTES);
  /** Position + 1 of the id, by its first bytes: ids are hashes, evenly spread already. */
  #slots = new Uint32Array(FIRST_SLOTS);
  #size = 0;
  readonly #sought = Buffer.alloc(ID_BYTES);

  get size(): number {
    return this.#size;
  }

  /** Adds an id; false if it was there. */
  add(id: string): boolean {
    if (this.#size * SLOTS_PER_ID >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(id);
    if (this.#slots[slot] !== EMPTY) return false;
    this.#sought.copy(this.#bytes, this.#size * ID_BYTES);
    this.#size += 1;
    this.#slots[slot] = this.#size;
    return true;
  }

  has(id: string): boolean {
    return this.position(id) >= 0;
  }

  /** The position the id got when it was added, or -1 if it is not in the set. */
  position(id: string): number {
    return (this.#slots[this.#slotOf(id)] as number) - 1;
  }

  /** The slot that holds the id, or the empty one where it belongs. Leaves the id's bytes in `#sought`. */
  #slotOf(id: string): number {
    this.#sought.write(id, 0, 'hex');
    const mask = this.#slots.length - 1;
    let slot = this.#sought.readUInt32LE(0) & mask;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === EMPTY) return slot;
      const at = (entry - 1) * ID_BYTES;
      if (this.#sought.compare(this.#bytes, at, at + ID_BYTES) === 0) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const bytes = Buffer.alloc((slots.length / SLOTS_PER_ID) * ID_BYTES);
    this.#bytes.copy(bytes, 0, 0, this.#size * ID_BYTES);
    for (let position = 0; position < this.#size; position++) {
      let slot = bytes.readUInt32LE(position * ID_BYTES) & (slots.length - 1);
      while (slots[slot] !== EMPTY) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = position + 1;
    }
    this.#bytes = bytes;
    this.#slots = slots;
  }
}
