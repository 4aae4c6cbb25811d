import { SEAL_OVERHEAD } from '../crypto/index.ts';
import { contentOf, type BlobSet, emptyBlobSet, walkTrees } from '../tree-walk/index.ts';
import type { BlobType } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';
import type { CompressionStats } from '../operations/contract.ts';
import type { BlobLocation, ReadingRepository } from '../repository/index.ts';

/** Stored blobs, counted. */
export interface RawData {
  blobs: number;
  /** As stored. */
  bytes: number;
  compression: CompressionStats;
}

/** Adds up the blobs that some trees need, each once. Trees and blobs that are not there are told. */
export async function countRawData(
  repository: Pick<ReadingRepository, 'loadTree' | 'index'>,
  roots: Iterable<Id>,
  onMissing: (id: Id, error?: unknown) => void,
  signal?: AbortSignal,
): Promise<RawData> {
  const { index } = repository;
  const sums = new StoredSums();
  const met: BlobSet = emptyBlobSet();
  const meet = (type: BlobType, id: Id): void => {
    if (!met[type].add(id)) return;
    const location = index.find(type, id);
    if (location !== undefined) sums.add(location);
    else if (type === 'data') onMissing(id);
  };
  const visitor = {
    tree: (id: Id, { nodes }: { nodes: TreeNode[] }): void => {
      meet('tree', id);
      for (const node of nodes) for (const blob of contentOf(node)) meet('data', blob);
    },
    damaged: (id: Id, error: unknown): void => {
      meet('tree', id);
      onMissing(id, error);
    },
  };
  await walkTrees(repository, roots, visitor, signal);
  return sums.result();
}

class StoredSums {
  #blobs = 0;
  #stored = 0;
  #plain = 0;
  #compressedStored = 0;
  #compressedPlain = 0;

  add({ length, uncompressedLength }: BlobLocation): void {
    const plain = uncompressedLength === undefined ? length : uncompressedLength + SEAL_OVERHEAD;
    this.#blobs += 1;
    this.#stored += length;
    this.#plain += plain;
    if (uncompressedLength === undefined) return;
    this.#compressedStored += length;
    this.#compressedPlain += plain;
  }

  result(): RawData {
    const plain = this.#plain;
    return {
      blobs: this.#blobs,
      bytes: this.#stored,
      compression: {
        uncompressedBytes: plain,
        ratio: this.#compressedStored === 0 ? undefined : this.#compressedPlain / this.#compressedStored,
        compressedShare: plain === 0 ? 0 : this.#compressedPlain / plain,
        saving: plain === 0 ? 0 : 1 - this.#stored / plain,
      },
    };
  }
}
