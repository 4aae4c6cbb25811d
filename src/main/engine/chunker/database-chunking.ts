import type { Chunking, ContentChunking, PageChunking } from './chunking.ts';

/**
 * Chunks for files in which many small places change: large chunks would store megabytes for a row. Smaller chunks
 * make the list of ids in the tree longer, which is stored anew with every change. With a given number of changed
 * places both cost the same when the chunk grows with the square root of the file; so that is the law.
 */
const KiB = 1024;
const MiB = 1024 * KiB;
/** Where the law is anchored: 16 KiB at 400 MB (why not 8: ARCHITECTURE.md). */
const ANCHOR = { file: 400_000_000, chunk: 16 * KiB } as const;
const SMALLEST = 8 * KiB;
const LARGEST = 256 * KiB;
/** A file may grow by this factor's square before its chunks grow: then all of it is stored once more. */
const PATIENCE = 4;

/** How a file's content behaves, where that is known. `pages`: fixed pages stay in place. `dump`: lines are put in between. */
export type ContentLayout = 'pages' | 'dump';

/** What is known when a file is about to be cut. */
export interface DatabaseFile {
  /** Bytes. */
  size: number;
  /** Bytes of a database page; a chunk holds whole pages. */
  page?: number;
  /** Bytes of its chunks in the snapshot before: kept as long as they are near what the law says. */
  previousChunk?: number;
}

/** Chunks for a file of this layout and size. */
export function databaseChunking(layout: ContentLayout, file: DatabaseFile): Chunking {
  return layout === 'pages' ? pageChunking(file) : dumpChunking(file.size);
}

function pageChunking({ size, page = SMALLEST, previousChunk }: DatabaseFile): PageChunking {
  const lawful = Math.max(page, lawfulChunk(size));
  const isKept =
    previousChunk !== undefined &&
    isPowerOfTwo(previousChunk) &&
    previousChunk >= Math.max(page, SMALLEST) &&
    isNear(previousChunk, lawful);
  return { kind: 'pages', size: isKept ? previousChunk : lawful };
}

function dumpChunking(size: number): ContentChunking {
  const normal = lawfulChunk(size);
  return { kind: 'content', minimum: normal / 2, normal, maximum: Math.min(normal * 8, MiB) };
}

/** The power of two nearest below the law, within bounds. */
function lawfulChunk(size: number): number {
  const ideal = ANCHOR.chunk * Math.sqrt(size / ANCHOR.file);
  return Math.min(LARGEST, Math.max(SMALLEST, 2 ** Math.floor(Math.log2(Math.max(ideal, 1)) + 0.01)));
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}

function isNear(chunk: number, lawful: number): boolean {
  return chunk <= lawful * PATIENCE && lawful <= chunk * PATIENCE;
}
