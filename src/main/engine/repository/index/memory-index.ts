import { SEAL_OVERHEAD } from '../../crypto/index.ts';
import type { BlobType } from '../../format/blob.ts';
import { bytesOf, hexOf, type Id } from '../../format/id.ts';
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
      this.table.add(bytesOf(blob.id), {
        tree: blob.type === 'tree',
        pack: number,
        offset: blob.offset,
        length: blob.length,
        uncompressedLength: blob.uncompressedLength ?? 0,
      });
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
    return this.table.find(type === 'tree', bytesOf(id)) >= 0;
  }

  find(type: BlobType, id: Id): BlobLocation | undefined {
    const at = this.table.find(type === 'tree', bytesOf(id));
    return at < 0 ? undefined : this.location(at);
  }

  findAll(type: BlobType, id: Id): BlobLocation[] {
    return this.table.findAll(type === 'tree', bytesOf(id)).map((at) => this.location(at));
  }

  plainLength(type: BlobType, id: Id): number | undefined {
    const at = this.table.find(type === 'tree', bytesOf(id));
    if (at < 0) return undefined;
    const entry = this.table.entry(at);
    return plainLengthOf(entry);
  }

  *entries(): Iterable<BlobLocation> {
    for (let at = 0; at < this.table.size; at++) yield this.location(at);
  }

  packs(): Iterable<Id> {
    return this.packList.all();
  }

  private location(at: number): BlobLocation {
    const entry = this.table.entry(at);
    const location: BlobLocation = {
      type: entry.tree ? 'tree' : 'data',
      id: hexOf(this.table.id(at)),
      pack: this.packList.idOf(entry.pack),
      offset: entry.offset,
      length: entry.length,
    };
    if (entry.uncompressedLength > 0) location.uncompressedLength = entry.uncompressedLength;
    return location;
  }
}

function plainLengthOf(entry: TableEntry): number {
  return entry.uncompressedLength || entry.length - SEAL_OVERHEAD;
}
