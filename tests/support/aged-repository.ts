import type { AppendingSession } from '../../src/main/engine/index.ts';
import type { Snapshot } from '../../src/main/engine/format/snapshot.ts';
import { formatDate } from '../../src/main/engine/format/time.ts';
import { encodeTree } from '../../src/main/engine/format/tree.ts';
import { RepositoryAppender } from '../../src/main/engine/repository/appending.ts';
import type { RepositoryReader } from '../../src/main/engine/repository/reading.ts';

const HOUR = 3_600_000;
/** Small index files are merged by whoever loaded them: now and then somebody loads the index, as every backup does. */
const LOAD_EVERY = 32;

/** Which snapshots to write. */
export interface Ageing {
  /** How many. */
  count: number;
  /** When the first is said to have been made; each further one an hour later. */
  from: Date;
  /** Host and paths of all of them. */
  host: string;
  paths: string[];
}

/**
 * Gives a repository a past: so many hourly snapshots of one small file, each with its own packs and index file, exactly
 * as backups leave them, in milliseconds each instead of a run.
 */
export async function ageRepository(session: AppendingSession, { count, from, host, paths }: Ageing): Promise<void> {
  const { parts } = session.repository as unknown as RepositoryReader;
  for (let made = 0; made < count; made++) {
    const repository = new RepositoryAppender(parts);
    if (made % LOAD_EVERY === LOAD_EVERY - 1) await repository.loadIndex();
    const time = new Date(from.getTime() + made * HOUR);
    const tree = await saveTree(repository, time);
    const snapshot: Snapshot = { time: formatDate(time), tree, paths, hostname: host, excludes: undefined, tags: undefined };
    await repository.saveSnapshot(snapshot);
  }
}

/** A folder with one file that is different every hour. */
async function saveTree(repository: RepositoryAppender, time: Date): Promise<string> {
  return await repository.withUploader(async (uploader) => {
    const content = Buffer.from(`claims up to ${formatDate(time)}\n`);
    const { id } = await uploader.saveBlob('data', content);
    const node = {
      name: 'claims.log',
      type: 'file',
      mode: 0o644,
      uid: 0,
      gid: 0,
      mtime: formatDate(time),
      size: content.length,
      content: [id],
    } as const;
    return (await uploader.saveBlob('tree', encodeTree({ nodes: [{ ...node, content: [...node.content] }] }))).id;
  });
}
