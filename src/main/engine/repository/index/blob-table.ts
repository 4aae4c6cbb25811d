import { ID_BYTES } from '../../format/id.ts';

/**
 * Millions of blobs in typed arrays: 48 bytes an entry, and a hash table of entry numbers with open addressing over
 * them. Entries live in segments, so that growing neither copies nor doubles them.
 */
const SEGMENT_BITS = 14;
const SEGMENT = 1 << SEGMENT_BITS;
const FREE = -1;
/** A fuller table makes long walks; an emptier one costs memory. */
const MOST_FULL = 0.8;

interface Segment {
  ids: Uint8Array;
  /** Number of the pack, times two, plus one for a tree. */
  packs: Uint32Array;
  offsets: Uint32Array;
  lengths: Uint32Array;
  plainLengths: Uint32Array;
}

/** One stored copy of a blob, by numbers. */
export interface TableEntry {
  tree: boolean;
  pack: number;
  offset: number;
  length: number;
  /** 0 for a blob that is not compressed. */
  uncompressedLength: number;
}

export class BlobTable {
  private readonly segments: Segment[] = [];
  private slots = new Int32Array(1024).fill(FREE);
  private count = 0;

  /** Number of entries. */
  get size(): number {
    return this.count;
  }

  /** Bytes of memory the table takes. */
  get memory(): number {
    return this.slots.byteLength + this.segments.length * SEGMENT * (ID_BYTES + 16);
  }

  /** Adds an entry unless the very same one (blob, pack and offset) is there. The id stands in `ids` at `from`. */
  add(ids: Uint8Array, entry: TableEntry, from = 0): void {
    if (this.count >= this.slots.length * MOST_FULL) this.grow();
    const mask = this.slots.length - 1;
    let slot = hashOf(ids, from) & mask;
    for (; this.slots[slot] !== FREE; slot = (slot + 1) & mask) {
      const known = this.slots[slot] as number;
      if (this.hasId(known, ids, from) && this.isSame(known, entry)) return;
    }
    const at = this.count++;
    const segment = this.segmentFor(at);
    const place = at & (SEGMENT - 1);
    for (let i = 0; i < ID_BYTES; i++) segment.ids[place * ID_BYTES + i] = ids[from + i] as number;
    segment.packs[place] = packedPack(entry);
    segment.offsets[place] = entry.offset;
    segment.lengths[place] = entry.length;
    segment.plainLengths[place] = entry.uncompressedLength;
    this.slots[slot] = at;
  }

  /** Number of the first entry of a blob, or -1. */
  find(tree: boolean, id: Uint8Array): number {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(id, 0) & mask; ; slot = (slot + 1) & mask) {
      const at = this.slots[slot] as number;
      if (at === FREE || (this.hasId(at, id) && this.isTree(at) === tree)) return at;
    }
  }

  /** Numbers of all entries of a blob. */
  findAll(tree: boolean, id: Uint8Array): number[] {
    const found: number[] = [];
    const mask = this.slots.length - 1;
    for (let slot = hashOf(id, 0) & mask; ; slot = (slot + 1) & mask) {
      const at = this.slots[slot] as number;
      if (at === FREE) return found;
      if (this.hasId(at, id) && this.isTree(at) === tree) found.push(at);
    }
  }

  /** The entry of this number. */
  entry(at: number): TableEntry {
    const segment = this.segments[at >>> SEGMENT_BITS] as Segment;
    const place = at & (SEGMENT - 1);
    const pack = segment.packs[place] as number;
    return {
      tree: (pack & 1) === 1,
      pack: Math.floor(pack / 2),
      offset: segment.offsets[place] as number,
      length: segment.lengths[place] as number,
      uncompressedLength: segment.plainLengths[place] as number,
    };
  }

  /** The blob's id; memory of the table, to be read at once. */
  id(at: number): Uint8Array {
    const place = (at & (SEGMENT - 1)) * ID_BYTES;
    return (this.segments[at >>> SEGMENT_BITS] as Segment).ids.subarray(place, place + ID_BYTES);
  }

  private isTree(at: number): boolean {
    return (((this.segments[at >>> SEGMENT_BITS] as Segment).packs[at & (SEGMENT - 1)] as number) & 1) === 1;
  }

  private isSame(at: number, entry: TableEntry): boolean {
    const segment = this.segments[at >>> SEGMENT_BITS] as Segment;
    const place = at & (SEGMENT - 1);
    return segment.packs[place] === packedPack(entry) && segment.offsets[place] === entry.offset;
  }

  private hasId(at: number, ids: Uint8Array, from = 0): boolean {
    const own = (this.segments[at >>> SEGMENT_BITS] as Segment).ids;
    const start = (at & (SEGMENT - 1)) * ID_BYTES;
    for (let i = 0; i < ID_BYTES; i++) if (own[start + i] !== ids[from + i]) return false;
    return true;
  }

  private segmentFor(at: number): Segment {
    const number = at >>> SEGMENT_BITS;
    this.segments[number] ??= {
      ids: new Uint8Array(SEGMENT * ID_BYTES),
      packs: new Uint32Array(SEGMENT),
      offsets: new Uint32Array(SEGMENT),
      lengths: new Uint32Array(SEGMENT),
      plainLengths: new Uint32Array(SEGMENT),
    };
    return this.segments[number];
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(FREE);
    const mask = this.slots.length - 1;
    for (let at = 0; at < this.count; at++) {
      const { ids } = this.segments[at >>> SEGMENT_BITS] as Segment;
      let slot = hashOf(ids, (at & (SEGMENT - 1)) * ID_BYTES) & mask;
      while (this.slots[slot] !== FREE) slot = (slot + 1) & mask;
      this.slots[slot] = at;
    }
  }
}

function packedPack({ pack, tree }: TableEntry): number {
  return pack * 2 + (tree ? 1 : 0);
}

/** Ids are SHA-256: any four bytes are as good as a hash. The id stands in `ids` at `from`. */
function hashOf(ids: Uint8Array, from: number): number {
  return (ids[from] as number) | ((ids[from + 1] as number) << 8) | ((ids[from + 2] as number) << 16) | ((ids[from + 3] as number) << 24);
}
