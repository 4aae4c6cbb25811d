import type { Id } from '../../format/id.ts';
import { encodeIndex, type IndexedPack } from '../../format/index-file.ts';
import type { SealedFiles } from '../sealed-files.ts';
import type { MergedIndex } from './merge-small.ts';

/** Blobs an index file names at most: keeps it below restic's 8 MiB. */
const MOST_BLOBS = 50_000;

/** Collects finished packs and stores index files that name them. */
export class IndexWriter {
  private readonly files: SealedFiles;
  private packs: IndexedPack[] = [];
  private supersedes: Id[] = [];
  private blobs = 0;

  constructor(files: SealedFiles) {
    this.files = files;
  }

  /** Whether an index file's worth has gathered. */
  get isFull(): boolean {
    return this.blobs >= MOST_BLOBS;
  }

  get isEmpty(): boolean {
    return this.packs.length === 0;
  }

  add(pack: IndexedPack): void {
    this.packs.push(pack);
    this.blobs += pack.blobs.length;
  }

  /** Blobs an index file still has room for. */
  get room(): number {
    return Math.max(0, MOST_BLOBS - this.blobs);
  }

  /** Takes older index files over into the next one that is stored. */
  merge(merged: MergedIndex): void {
    for (const pack of merged.packs) this.add(pack);
    this.supersedes.push(...merged.supersedes);
  }

  /** Stores what has gathered; durable when it resolves. Undefined if there is nothing. What could not be stored stays gathered. */
  async flush(signal?: AbortSignal): Promise<Id | undefined> {
    if (this.isEmpty) return undefined;
    const packs = this.packs;
    const supersedes = this.supersedes;
    this.packs = [];
    this.supersedes = [];
    this.blobs = 0;
    try {
      return await this.files.save('index', encodeIndex({ packs, supersedes }), signal);
    } catch (error) {
      this.merge({ packs, supersedes });
      throw error;
    }
  }
}

/** Stores index files that name exactly these packs; their ids. */
export async function writeIndexFiles(files: SealedFiles, packs: Iterable<IndexedPack>, signal?: AbortSignal): Promise<Id[]> {
  const writer = new IndexWriter(files);
  const ids: (Id | undefined)[] = [];
  for (const pack of packs) {
    writer.add(pack);
    if (writer.isFull) ids.push(await writer.flush(signal));
  }
  ids.push(await writer.flush(signal));
  return ids.filter((id) => id !== undefined);
}
