import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { ContentLayout } from '../../chunker/index.ts';
import { scanEntry } from '../../filesystem/index.ts';
import type { BackupSource, SourceContent } from './backup-source.ts';
import { placeFile } from './placed-file.ts';

export interface StagedSourceOptions {
  /** The file's name in the snapshot; may name folders above it. */
  name: string;
  /** Where the file was prepared, absolute. */
  staged: string;
  /** The times of folders above it. */
  time: Date;
  /** How its content behaves, where that is known. */
  layout?: ContentLayout;
}

/**
 * The source for a file that was prepared elsewhere, such as a database's online backup: in the snapshot it has its own
 * name, and the details of the prepared file. Throws `source-not-found`, or `source-unreadable` if it is no regular file.
 */
export function createStagedSource({ name, staged, time, layout }: StagedSourceOptions): BackupSource {
  const { path, listing } = placeFile(name, time, (base) => {
    const { node } = scanEntry(staged, base);
    if (node.type !== 'file') throw new LifeboatError('source-unreadable', { path: staged, reason: 'not-a-regular-file' });
    return node;
  });
  return {
    paths: [path],
    roots: () => Promise.resolve(listing),
    list: (directory) => Promise.resolve({ entries: directory.children ?? [], failures: [] }),
    content: (): SourceContent => ({ kind: 'file', path: staged, ...(layout && { layout }) }),
  };
}
