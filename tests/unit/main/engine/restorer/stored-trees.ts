import { createHash } from 'node:crypto';
import { LifeboatError } from '../../../../../src/shared/errors/index.ts';
import type { BlobType, PackedBlob } from '../../../../../src/main/engine/format/blob.ts';
import { compareNames } from '../../../../../src/main/engine/format/name.ts';
import type { TreeNode } from '../../../../../src/main/engine/format/node.ts';
import { decodeTree, encodeTree } from '../../../../../src/main/engine/format/tree.ts';
import type {
  BlobIndex,
  BlobLocation,
  PlacedBlob,
  PlacesOf,
  ReadBlob,
  ReadingRepository,
} from '../../../../../src/main/engine/repository/repository.ts';
import { writeContent } from '../../../../../src/main/engine/workers/index.ts';

/** A folder to be stored: its entries by name. */
export interface Folder {
  [name: string]: Entry;
}
export type Entry =
  | { kind: 'folder'; entries: Folder; fields?: Partial<TreeNode> }
  | { kind: 'file'; blobs: Uint8Array[]; fields?: Partial<TreeNode> }
  | { kind: 'node'; node: Partial<TreeNode> & Pick<TreeNode, 'type'> };

export const file = (content: string | Uint8Array[], fields: Partial<TreeNode> = {}): Entry => ({
  kind: 'file',
  blobs: typeof content === 'string' ? (content === '' ? [] : [Buffer.from(content)]) : content,
  fields,
});
export const folder = (entries: Folder, fields: Partial<TreeNode> = {}): Entry => ({ kind: 'folder', entries, fields });
export const node = (fields: Partial<TreeNode> & Pick<TreeNode, 'type'>): Entry => ({ kind: 'node', node: fields });

const COMMON = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, mtime: '2024-02-03T04:05:06.123456789Z' };
const FOLDER_MODE = 2 ** 31 + 0o755;

/** Blobs in packs, in memory and in the clear, with the repository's reading face as far as restoring uses it. */
export class StoredTrees {
  readonly blobs = new Map<string, Uint8Array>();
  readonly locations = new Map<string, BlobLocation[]>();
  /** Packs that were read, in order. */
  readonly packsRead: string[] = [];
  /** Blobs whose copy in this pack is damaged: `pack:blob`. */
  readonly damaged = new Set<string>();
  readonly missingPacks = new Set<string>();
  /** Asked before each blob is handed out. */
  beforeBlob: (() => Promise<void> | void) | undefined;
  readonly #blobsPerPack: number;
  readonly #packed = new Map<BlobType, { pack: string; count: number }>();
  #packs = 0;

  constructor(blobsPerPack = 3) {
    this.#blobsPerPack = blobsPerPack;
  }

  /** Stores a blob once; its id. */
  save(type: BlobType, bytes: Uint8Array): string {
    const id = createHash('sha256').update(bytes).digest('hex');
    if (!this.locations.has(id)) this.saveCopy(type, bytes);
    return id;
  }

  /** Stores one more copy of a blob; the pack it is in. */
  saveCopy(type: BlobType, bytes: Uint8Array, pack = this.#packFor(type)): string {
    const id = createHash('sha256').update(bytes).digest('hex');
    this.blobs.set(id, bytes);
    const location: BlobLocation = { type, id, pack, offset: 0, length: bytes.length + 32 };
    this.locations.set(id, [...(this.locations.get(id) ?? []), location]);
    return pack;
  }

  newPack(): string {
    return createHash('sha256')
      .update(`pack ${this.#packs++}`)
      .digest('hex');
  }

  /** Stores a folder and all below; its tree's id. */
  saveFolder(entries: Folder): string {
    const nodes = Object.entries(entries).map(([name, entry]) => this.#nodeOf(name, entry));
    return this.save('tree', encodeTree({ nodes: nodes.sort((a, b) => compareNames(a.name, b.name)) }));
  }

  #nodeOf(name: string, entry: Entry): TreeNode {
    if (entry.kind === 'node') return { name, mode: 0o644, ...COMMON, content: null, ...entry.node };
    if (entry.kind === 'folder') {
      return { name, type: 'dir', mode: FOLDER_MODE, ...COMMON, content: null, subtree: this.saveFolder(entry.entries), ...entry.fields };
    }
    const content = entry.blobs.map((bytes) => this.save('data', bytes));
    const size = entry.blobs.reduce((sum, bytes) => sum + bytes.length, 0);
    return { name, type: 'file', mode: 0o644, ...COMMON, size, content, ...entry.fields };
  }

  #packFor(type: BlobType): string {
    let current = this.#packed.get(type);
    if (current === undefined || current.count >= this.#blobsPerPack) current = { pack: this.newPack(), count: 0 };
    current.count++;
    this.#packed.set(type, current);
    return current.pack;
  }

  /** The repository's face; what restoring does not use is not there and would fail loudly. */
  repository(): ReadingRepository {
    const index: Partial<BlobIndex> = {
      has: (_type, id) => this.locations.has(id),
      find: (_type, id) => this.locations.get(id)?.[0],
      findAll: (_type, id) => this.locations.get(id) ?? [],
      plainLength: (_type, id) => this.blobs.get(id)?.length,
    };
    const repository: Partial<ReadingRepository> = {
      index: index as BlobIndex,
      loadTree: async (id) => decodeTree(id, this.#load(id)),
      loadBlob: async (_type, id) => this.#load(id),
      readBlobs: (pack, blobs, signal) =>
        this.#readBlobs(
          pack,
          blobs.map(({ id }) => id),
          signal,
        ),
      placeBlobs: (pack, blobs, placesOf, signal) => this.#placeBlobs(pack, blobs, placesOf, signal),
    };
    return repository as ReadingRepository;
  }

  #load(id: string): Uint8Array {
    const good = this.locations.get(id)?.find(({ pack }) => !this.damaged.has(`${pack}:${id}`) && !this.missingPacks.has(pack));
    if (!good) throw new LifeboatError('blob-damaged', { blob: id, pack: '', detail: 'wrong-hash' });
    return this.blobs.get(id) as Uint8Array;
  }

  async *#placeBlobs<B extends PackedBlob>(
    pack: string,
    blobs: readonly B[],
    placesOf: PlacesOf<B>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<PlacedBlob<B>[]> {
    const asked = new Map(blobs.map((blob) => [blob.id, blob]));
    for await (const read of this.#readBlobs(pack, [...asked.keys()], signal)) {
      const blob = asked.get(read.blob.id) as B;
      if ('error' in read) yield [{ ...read, blob }];
      else yield [{ blob, outcomes: writeContent(read.bytes, (await placesOf([blob]))[0] ?? []) }];
    }
  }

  async *#readBlobs(pack: string, ids: string[], signal: AbortSignal | undefined): AsyncGenerator<ReadBlob> {
    this.packsRead.push(pack);
    if (this.missingPacks.has(pack)) throw new LifeboatError('file-not-found', { type: 'data', name: pack });
    for (const id of ids) {
      await this.beforeBlob?.();
      if (signal?.aborted) throw new LifeboatError('aborted', {});
      const blob = this.locations.get(id)?.find((location) => location.pack === pack) as BlobLocation;
      if (!this.damaged.has(`${pack}:${id}`)) yield { blob, bytes: Buffer.from(this.blobs.get(id) as Uint8Array) };
      else yield { blob, error: new LifeboatError('blob-damaged', { blob: id, pack, detail: 'wrong-hash' }) };
    }
  }
}
