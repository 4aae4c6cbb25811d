import { LEAST_STORED_BYTES } from './blob.ts';
import { hexOf, type Id, ID_BYTES } from './id.ts';
import { decodeIndex, type IndexFile } from './index-file.ts';

/** What an index file says, without an object for each blob: a repository of some gigabytes names hundreds of thousands. */
export interface IndexColumns {
  supersedes: readonly Id[];
  packs: readonly Id[];
  /** For each pack the number of blobs up to its last, those of the packs before counted in. */
  ends: readonly number[];
  /** 32 bytes a blob. */
  ids: Uint8Array;
  /** 1 for a tree, 0 for data. */
  trees: Uint8Array;
  offsets: Uint32Array;
  lengths: Uint32Array;
  /** 0 for a blob that is not compressed. */
  uncompressedLengths: Uint32Array;
}

/** The index in an index file's JSON; throws if it is none. */
export function decodeIndexColumns(bytes: Uint8Array): IndexColumns {
  return new IndexScanner(bytes).scan() ?? columnsOf(decodeIndex(bytes));
}

/** The same from an index file that was decoded. */
function columnsOf({ packs, supersedes = [] }: IndexFile): IndexColumns {
  const columns = new GrowingColumns(packs.reduce((sum, pack) => sum + pack.blobs.length, 0));
  columns.supersedes.push(...supersedes);
  for (const { id, blobs } of packs) {
    for (const { id: blob, type, offset, length, uncompressedLength = 0 } of blobs) {
      Buffer.from(blob, 'hex').copy(columns.ids, columns.count * ID_BYTES);
      columns.add(type === 'tree', offset, length, uncompressedLength);
    }
    columns.endPack(id);
  }
  return columns;
}

class GrowingColumns implements IndexColumns {
  readonly supersedes: Id[] = [];
  readonly packs: Id[] = [];
  readonly ends: number[] = [];
  readonly ids: Uint8Array;
  readonly trees: Uint8Array;
  readonly offsets: Uint32Array;
  readonly lengths: Uint32Array;
  readonly uncompressedLengths: Uint32Array;
  count = 0;

  /** `room`: most blobs there can be. */
  constructor(room: number) {
    this.ids = new Uint8Array(room * ID_BYTES);
    this.trees = new Uint8Array(room);
    this.offsets = new Uint32Array(room);
    this.lengths = new Uint32Array(room);
    this.uncompressedLengths = new Uint32Array(room);
  }

  /** Adds a blob whose id stands in its place already. */
  add(isTree: boolean, offset: number, length: number, uncompressedLength: number): void {
    this.trees[this.count] = isTree ? 1 : 0;
    this.offsets[this.count] = offset;
    this.lengths[this.count] = length;
    this.uncompressedLengths[this.count] = uncompressedLength;
    this.count += 1;
  }

  endPack(id: Id): void {
    this.packs.push(id);
    this.ends.push(this.count);
  }
}

/** The shortest entry of a blob, with what separates it from the next. */
const SHORTEST_ENTRY = `{"id":"${'0'.repeat(2 * ID_BYTES)}","type":"data","offset":0,"length":0},`.length;

const SUPERSEDES = textBytes('"supersedes":[');
const PACKS = textBytes('"packs":[');
const ID = textBytes('{"id":"');
const BLOBS = textBytes('","blobs":[');
const TYPE = textBytes('","type":"');
const DATA = textBytes('data');
const TREE = textBytes('tree');
const OFFSET = textBytes('","offset":');
const LENGTH = textBytes(',"length":');
const UNCOMPRESSED = textBytes(',"uncompressed_length":');
const [COMMA, QUOTE, OPEN, CLOSE, END, NEW_LINE] = textBytes(',"{}]\n') as unknown as [number, number, number, number, number, number];
const [ZERO, NINE] = [0x30, 0x39] as const;
const MOST = 0xffffffff;

/** The value of each hex digit's byte; 255 for what is none. */
const HEX_VALUES = Uint8Array.from({ length: 256 }, (_, byte) => '0123456789abcdef'.indexOf(String.fromCharCode(byte)) & 0xff);

/** Reads an index as restic and we write it, key by key in this order without a space between. Anything else is left to a parser of JSON. */
class IndexScanner {
  private readonly bytes: Uint8Array;
  private readonly columns: GrowingColumns;
  private readonly id = new Uint8Array(ID_BYTES);
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.columns = new GrowingColumns(Math.floor(bytes.length / SHORTEST_ENTRY));
  }

  /** Undefined if it is written in another way. */
  scan(): IndexColumns | undefined {
    if (!this.takeByte(OPEN) || !this.takeSuperseded() || !this.take(PACKS)) return undefined;
    do if (!this.takePack()) return undefined;
    while (this.takeByte(COMMA));
    if (!this.takeByte(END) || !this.takeByte(CLOSE)) return undefined;
    this.takeByte(NEW_LINE); // Go's encoder writes one.
    return this.at === this.bytes.length ? this.columns : undefined;
  }

  private takeSuperseded(): boolean {
    if (!this.take(SUPERSEDES)) return true;
    do {
      if (!this.takeByte(QUOTE) || !this.takeId(this.id, 0) || !this.takeByte(QUOTE)) return false;
      this.columns.supersedes.push(hexOf(this.id));
    } while (this.takeByte(COMMA));
    return this.takeByte(END) && this.takeByte(COMMA);
  }

  private takePack(): boolean {
    if (!this.take(ID) || !this.takeId(this.id, 0) || !this.take(BLOBS)) return false;
    const id = hexOf(this.id);
    do if (!this.takeBlob()) return false;
    while (this.takeByte(COMMA));
    this.columns.endPack(id);
    return this.takeByte(END) && this.takeByte(CLOSE);
  }

  private takeBlob(): boolean {
    const { columns } = this;
    if (!this.take(ID) || !this.takeId(columns.ids, columns.count * ID_BYTES) || !this.take(TYPE)) return false;
    const isTree = !this.take(DATA);
    if ((isTree && !this.take(TREE)) || !this.take(OFFSET)) return false;
    const offset = this.takeNumber();
    const length = this.take(LENGTH) ? this.takeNumber() : -1;
    const uncompressedLength = this.take(UNCOMPRESSED) ? this.takeNumber() : 0;
    if (offset < 0 || length < LEAST_STORED_BYTES || uncompressedLength < 0) return false;
    columns.add(isTree, offset, length, uncompressedLength);
    return this.takeByte(CLOSE);
  }

  private takeByte(byte: number | undefined): boolean {
    if (this.bytes[this.at] !== byte) return false;
    this.at += 1;
    return true;
  }

  private take(text: Uint8Array): boolean {
    for (let i = 0; i < text.length; i++) if (this.bytes[this.at + i] !== text[i]) return false;
    this.at += text.length;
    return true;
  }

  private takeId(into: Uint8Array, from: number): boolean {
    for (let i = 0; i < ID_BYTES; i++) {
      const high = HEX_VALUES[this.bytes[this.at + 2 * i] ?? 0] as number;
      const low = HEX_VALUES[this.bytes[this.at + 2 * i + 1] ?? 0] as number;
      if (high > 15 || low > 15) return false;
      into[from + i] = (high << 4) | low;
    }
    this.at += 2 * ID_BYTES;
    return true;
  }

  /** -1 if it is none that an index may hold. */
  private takeNumber(): number {
    const start = this.at;
    let value = 0;
    for (let digit = this.bytes[start]; digit !== undefined && digit >= ZERO && digit <= NINE; digit = this.bytes[this.at]) {
      value = value * 10 + digit - ZERO;
      this.at += 1;
    }
    const digits = this.at - start;
    const isPlain = digits === 1 || (digits > 1 && digits <= 10 && this.bytes[start] !== ZERO);
    return isPlain && value <= MOST ? value : -1;
  }
}

function textBytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
