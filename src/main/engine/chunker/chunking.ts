/** How a file is cut into blobs. Sizes in bytes. */
export type Chunking = ContentChunking | PageChunking;

/** Cut where the content says so: an insertion moves the cuts with it. */
export interface ContentChunking {
  kind: 'content';
  /** No piece is smaller, except the last. */
  minimum: number;
  /** Cuts get likelier from here on; pieces are a little larger on average. */
  normal: number;
  /** No piece is larger. */
  maximum: number;
}

/** Cut at multiples of a size: for files whose pages stay where they are. */
export interface PageChunking {
  kind: 'pages';
  size: number;
}

const KiB = 1024;

/**
 * For files of no known structure: about restic's sizes, so that both tools make repositories of the same kind. The
 * largest piece is half of restic's: it bounds what a thread holds at a time, and hardly ever comes up.
 */
export const DEFAULT_CHUNKING: ContentChunking = { kind: 'content', minimum: 512 * KiB, normal: 1024 * KiB, maximum: 4096 * KiB };
