import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { hexOf } from '../../src/main/engine/format/id.ts';
import { MemoryIndex } from '../../src/main/engine/repository/index/memory-index.ts';

const BLOBS_PER_PACK = 1000;

/** What a large index takes and whether it still answers rightly. */
export interface LargeIndex {
  /** Bytes of memory an entry takes: heap and typed arrays, after the garbage is gone. */
  bytesPerBlob: number;
  /** Of some thousand entries looked up, those that were not found where they are; 0 is right. */
  wrong: number;
}

/** Fills an index with `count` blobs, as index files would, and looks some of them up. */
export function measureLargeIndex(count: number): LargeIndex {
  const before = memoryInUse();
  const index = new MemoryIndex();
  for (let from = 0; from < count; from += BLOBS_PER_PACK) {
    const blobs = Array.from({ length: Math.min(BLOBS_PER_PACK, count - from) }, (_, i) => ({
      type: 'data' as const,
      id: idOf(from + i),
      offset: i * 5000,
      length: 4000,
      uncompressedLength: 16_384,
    }));
    index.addPack({ id: idOf(-1 - from), blobs });
  }
  const bytesPerBlob = (memoryInUse() - before) / count;
  let wrong = index.size === count ? 0 : 1;
  for (let blob = 0; blob < count; blob += 397) {
    const found = index.find('data', idOf(blob));
    const isRight = found?.offset === (blob % BLOBS_PER_PACK) * 5000 && found.pack === idOf(-1 - blob + (blob % BLOBS_PER_PACK));
    if (!isRight || index.has('tree', idOf(blob)) || index.has('data', idOf(count + blob))) wrong += 1;
  }
  return { bytesPerBlob, wrong };
}

const id = Buffer.alloc(32);

/** Numbers scattered as evenly as hashes are (the finalizer of MurmurHash3): hashing millions would take longer than the test. */
function idOf(number: number): string {
  for (let word = 0; word < 8; word++) id.writeInt32LE(scattered(number + Math.imul(word, 0x51ed270b)), word * 4);
  return hexOf(id);
}

function scattered(number: number): number {
  let word = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
