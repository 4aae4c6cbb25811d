import { SEAL_OVERHEAD } from '../../crypto/index.ts';
import type { BlobType } from '../../format/blob.ts';
import { bytesOf, hexOf, type Id, ID_BYTES } from '../../format/id.ts';
import type { IndexColumns } from '../../format/index-columns.ts';
import type { IndexedPack } from '../../format/index-file.ts';
import type { BlobIndex, BlobLocation } from '../repository.ts';
import { BlobTable, type TableEntry } from './blob-table.ts';
import { PackList } from './pack-list.ts';

/** The loaded index of a repository. */
export class MemoryIndex implements BlobIndex {
  private table = new BlobTable();
  private packList = new PackList();

  get size(): number {
    return this.table.size;
  }

  /** Bytes of memory the entries take. */
  get memory(): number {
    return this.table.memory;
  }

  /** Takes over what an index file, or a finished pack, lists. */
  addPack(pack: IndexedPack): void {
    const number = this.packList.numberOf(pack.id);
    for (const blob of pack.blobs) {
      this.table.add(raw(blob.id), {
        tree: blob.type === 'tree',
        pack: number,
        offset: blob.offset,
        length: blob.length,
        uncompressedLength: blob.uncompressedLength ?? 0,
      });
    }
  }

  /** The same for a whole index file. */
  addColumns({ packs, ends, ids, trees, offsets, lengths, uncompressedLengths }: IndexColumns): void {
    const entry: TableEntry = { tree: false, pack: 0, offset: 0, length: 0, uncompressedLength: 0 };
    let at = 0;
    for (const [i, pack] of packs.entries()) {
      entry.pack = this.packList.numberOf(pack);
      for (; at < (ends[i] as number); at++) {
        entry.tree = trees[at] === 1;
        entry.offset = offsets[at] as number;
        entry.length = lengths[at] as number;
        entry.uncompressedLength = uncompressedLengths[at] as number;
        this.table.add(ids, entry, at * ID_BYTES);
      }
    }
  }

  /** Takes `packs` for the whole index. They may be read from this very index while it is replaced. */
  replaceWith(packs: Iterable<IndexedPack>): void {
    const next = new MemoryIndex();
    for (const pack of packs) next.addPack(pack);
    this.table = next.table;
    this.packList = next.packList;
  }

  has(type: BlobType, id: Id): boolean {
    return this.table.find(type === 'tree', raw(id)) >= 0;
  }

  find(type: BlobType, id: Id): BlobLocation | undefined {
    const at = this.table.find(type === 'tree', raw(id));
    return at < 0 ? undefined : this.location(at, id);
  }

  findAll(type: BlobType, id: Id): BlobLocation[] {
    return this.table.findAll(type === 'tree', raw(id)).map((at) => this.location(at, id));
  }

  plainLength(type: BlobType, id: Id): number | undefined {
    const at = this.table.find(type === 'tree', raw(id));
    if (at < 0) return undefined;
    const entry = this.table.entry(at);
    return plainLengthOf(entry);
  }

  *entries(): Iterable<BlobLocation> {
    for (let at = 0; at < this.table.size; at++) yield this.location(at, hexOf(this.table.id(at)));
  }

  packs(): Iterable<Id> {
    return this.packList.all();
  }

  private location(at: number, id: Id): BlobLocation {
    const entry = this.table.entry(at);
    const location: BlobLocation = {
      type: entry.tree ? 'tree' : 'data',
      id,
      pack: this.packList.idOf(entry.pack),
      offset: entry.offset,
      length: entry.length,
    };
    if (entry.uncompressedLength > 0) location.uncompressedLength = entry.uncompressedLength;
    return location;
  }
}

const scratch = Buffer.alloc(ID_BYTES);

/** The raw bytes of an id, until the next call: a look-up is made for every blob of every file. */
function raw(id: Id): Uint8Array {
  return scratch.write(id, 'hex') === ID_BYTES ? scratch : bytesOf(id);
}

function plainLengthOf(entry: TableEntry): number {
  return entry.uncompressedLength || entry.length - SEAL_OVERHEAD;
}
