import type { ContentLayout } from '../../chunker/index.ts';
import { formatDate } from '../../format/time.ts';
import type { BackupSource, SourceContent } from './backup-source.ts';
import { placeFile } from './placed-file.ts';

export interface StreamSourceOptions {
  /** The file's name in the snapshot; may name folders above it. */
  name: string;
  /** Begins the bytes; called once. What it throws ends the backup. */
  open: (signal?: AbortSignal) => AsyncIterable<Uint8Array>;
  /** The file's times. */
  time: Date;
  /** How its content behaves, where that is known. */
  layout?: ContentLayout;
  /** About how many bytes will come, if the caller has an idea and it is the first time. */
  expectedBytes?: number;
  /** The pieces are nobody else's: their memory is given back as soon as they have been taken. */
  givesAway?: boolean;
}

const FILE_MODE = 0o644;

/** The source for bytes that arrive by themselves, such as a command's output: one file at the top of the snapshot. */
export function createStreamSource({ name, open, time, layout, expectedBytes, givesAway }: StreamSourceOptions): BackupSource {
  const now = formatDate(time);
  const { path, listing } = placeFile(name, time, (base) => ({
    name: base,
    type: 'file',
    mode: FILE_MODE,
    mtime: now,
    atime: now,
    ctime: now,
    uid: 0,
    gid: 0,
    content: null,
  }));
  return {
    paths: [path],
    roots: () => Promise.resolve(listing),
    list: (directory) => Promise.resolve({ entries: directory.children ?? [], failures: [] }),
    content: (): SourceContent => ({
      kind: 'stream',
      open,
      ...(layout && { layout }),
      ...(expectedBytes && { expectedBytes }),
      ...(givesAway && { givesAway }),
    }),
  };
}
