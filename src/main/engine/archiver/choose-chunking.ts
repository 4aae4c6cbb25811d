import { type Chunking, type ContentLayout, DEFAULT_CHUNKING, databaseChunking } from '../chunker/index.ts';
import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';
import { fileLayout } from './file-layout.ts';
import type { SourceContent } from './source/backup-source.ts';

/** Bytes a stream is taken for when nobody knows better. */
const STREAM_BYTES = 1_000_000_000;

/** How to cut a file: by what the source says of it, what it looks like, and how it was cut before. */
export async function chooseChunking(
  content: SourceContent,
  node: TreeNode,
  before: TreeNode | undefined,
  plainLength: (id: Id) => number | undefined,
): Promise<Chunking> {
  const size = content.kind === 'stream' ? (before?.size ?? content.expectedBytes ?? STREAM_BYTES) : (node.size ?? 0);
  const told: ContentLayout | undefined = content.layout;
  const seen = told === undefined && content.kind === 'file' ? await fileLayout(content.path, size) : undefined;
  const layout = told ?? seen?.layout;
  if (layout === undefined) return DEFAULT_CHUNKING;
  const first = before?.content?.[0];
  const previousChunk = first === undefined ? undefined : plainLength(first);
  return databaseChunking(layout, {
    size,
    ...(seen?.page !== undefined && { page: seen.page }),
    ...(previousChunk !== undefined && { previousChunk }),
  });
}
