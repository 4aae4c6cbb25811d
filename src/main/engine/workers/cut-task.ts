import { cutPoints, gearTable, type GearTable } from '../chunker/index.ts';
import { sha256Bytes } from '../crypto/index.ts';
import { hexOf, ID_BYTES } from '../format/id.ts';
import type { PackFiller } from './pack-filler.ts';
import type {
  BytesPiece,
  CutRequest,
  CutResult,
  Decision,
  FilePiece,
  FilledPack,
  HashResult,
  PackResult,
  PieceResult,
} from './protocol.ts';
import { type FileRead, readFilePiece } from './read-piece.ts';

/** A file of up to this many bytes is hashed as soon as it is read: its bytes still stand in the core's own cache. */
const SMALL_BYTES = 768 * 1024;

/** One cut request in a thread: holds the plain bytes from reading until it is known which blobs are wanted. */
export class CutTask {
  private readonly request: CutRequest;
  private readonly table: GearTable;
  private readonly memory: Uint8Array;
  private readonly blobs: Uint8Array[] = [];
  /** Of blobs that were hashed while they were read. */
  private readonly hashes: Uint8Array[] = [];
  private ids = new Uint8Array(0);
  private used = 0;
  private rest: Uint8Array<ArrayBuffer> | undefined;

  /** `memory` must hold the limits of all file pieces together. */
  constructor(request: CutRequest, memory: Uint8Array) {
    this.request = request;
    this.memory = memory;
    this.table = tableFor(request.polynomial);
  }

  /** Bytes of memory a request needs beside the bytes it brings along. */
  static memoryNeeded(request: CutRequest): number {
    return request.pieces.reduce((sum, piece) => sum + (piece.kind === 'file' ? piece.limit : 0), 0);
  }

  /** Reads and cuts every piece. */
  cut(): CutResult {
    const pieces = this.request.pieces.map((piece) => (piece.kind === 'file' ? this.cutFile(piece) : this.cutBytes(piece)));
    return this.rest === undefined ? { pieces } : { pieces, rest: this.rest };
  }

  /** Hashes what was cut and is not hashed yet. */
  hash(): HashResult {
    const ids = new Uint8Array(new ArrayBuffer(this.blobs.length * ID_BYTES));
    const lengths = new Uint32Array(new ArrayBuffer(this.blobs.length * 4));
    this.blobs.forEach((blob, i) => {
      ids.set(this.hashes[i] ?? sha256Bytes(blob), i * ID_BYTES);
      lengths[i] = blob.length;
    });
    // What is answered goes away with the answer.
    this.ids = ids.slice();
    return { ids, lengths };
  }

  /** Seals the wanted ones into packs; the plain bytes are done with. */
  seal({ wanted }: Decision, filler: PackFiller): PackResult {
    const { keys, compress, into } = this.request;
    const stored: number[] = [];
    const packs: FilledPack[] = [];
    this.blobs.forEach((plain, at) => {
      if (wanted[at] !== 1) return;
      const blob = { plain, id: hexOf(this.ids, at * ID_BYTES) };
      stored.push(filler.add(into, { keys, compress }, blob, (pack) => packs.push(pack)).length);
    });
    const returned = this.request.pieces.flatMap((piece) => (piece.kind === 'bytes' ? [piece.bytes] : []));
    return { stored: Uint32Array.from(stored), packs, returned };
  }

  /**
   * Where a cut depends on nothing that follows, what is read is cut and hashed bit by bit. Elsewhere the cuts come first,
   * since another thread waits for them.
   */
  private cutFile(piece: FilePiece): PieceResult {
    const room = this.memory.subarray(this.used, this.used + piece.limit);
    const before = this.blobs.length;
    const hasPages = this.request.chunking.kind === 'pages';
    const isHashed = hasPages || piece.limit <= SMALL_BYTES;
    let length = 0;
    const onRead = (end: number): void => void (length += this.take(room.subarray(length, end), { isHashed }));
    const read: FileRead = readFilePiece(piece, room, hasPages ? onRead : undefined);
    if ('failure' in read) {
      this.blobs.length = before;
      this.hashes.length = Math.min(this.hashes.length, before);
      return { blobs: 0, length: 0, last: true, failure: read.failure };
    }
    length += this.take(room.subarray(length, read.length), { isHashed, last: read.last });
    this.used += length;
    return { blobs: this.blobs.length - before, length, last: read.last, before: read.before, after: read.after };
  }

  private cutBytes(piece: BytesPiece): PieceResult {
    const before = this.blobs.length;
    const length = this.take(piece.bytes, { last: piece.last });
    if (length < piece.bytes.length) this.rest = piece.bytes.slice(length);
    return { blobs: this.blobs.length - before, length, last: piece.last };
  }

  /** Takes the blobs that end in these bytes; how many bytes they cover. `last`: the input ends here. */
  private take(bytes: Uint8Array, { last = false, isHashed = false }: { last?: boolean; isHashed?: boolean }): number {
    let start = 0;
    for (const end of cutPoints(this.table, this.request.chunking, bytes, bytes.length, last)) {
      const blob = bytes.subarray(start, end);
      if (isHashed) this.hashes[this.blobs.length] = sha256Bytes(blob);
      this.blobs.push(blob);
      start = end;
    }
    return start;
  }
}

const tables = new Map<string, GearTable>();

function tableFor(polynomial: string): GearTable {
  const known = tables.get(polynomial);
  if (known) return known;
  const made = gearTable(polynomial);
  tables.set(polynomial, made);
  return made;
}
