import type { Dirent } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { headOf } from './format.ts';

export interface FoundFile {
  path: string;
  name: string;
  bytes: number;
  /** Milliseconds. */
  modified: number;
}

/** Files looked at side by side: one by one most of the time is spent waiting. */
const AT_ONCE = 64;

export interface WalkOptions {
  signal: AbortSignal;
  /** Paths for which it says true are left out, folders with everything in them. */
  isExcluded?: (path: string) => boolean;
  /** Steps of folders to go down; 0 stays in the first. */
  depth?: number;
  /** Leave out what lies in folders that a CACHEDIR.TAG marks as caches, as the archiver does; the tag itself stays. */
  skipsCaches?: boolean;
  /** Asked every few entries: true ends the walk. */
  isOver?: () => boolean;
}

/**
 * Regular files below `root`, folder by folder; links are not followed. A folder or file that cannot be read is left
 * out: whoever archives it reports that.
 */
export async function* walkFiles(root: string, options: WalkOptions): AsyncGenerator<FoundFile, void, void> {
  const { signal, isExcluded = () => false, depth = Number.POSITIVE_INFINITY, isOver = () => false, skipsCaches = false } = options;
  const waiting = [{ folder: root, depth }];
  for (let next = waiting.pop(); next !== undefined && !isOver(); next = waiting.pop()) {
    signal.throwIfAborted();
    const { folder, depth: left } = next;
    const listed = await entriesOf(folder);
    const entries = skipsCaches && (await isCache(folder, listed)) ? listed.filter(isTag) : listed;
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      if (isOver()) return;
      const batch = entries.slice(at, at + AT_ONCE).filter(({ name }) => !isExcluded(join(folder, name)));
      for (const entry of batch) if (entry.isDirectory() && left > 0) waiting.push({ folder: join(folder, entry.name), depth: left - 1 });
      const files = await Promise.all(
        batch.map(async (entry) => (entry.isFile() ? await facts(join(folder, entry.name), entry.name) : undefined)),
      );
      signal.throwIfAborted();
      for (const file of files) if (file !== undefined) yield file;
    }
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(folder)) entries.push(entry);
  } catch {
    // What was listed before it failed is still of use.
  }
  return entries;
}

const TAG = { name: 'CACHEDIR.TAG', header: 'Signature: 8a477f597d28d172789f06886806bc55' };

function isTag({ name }: Dirent): boolean {
  return name === TAG.name;
}

async function isCache(folder: string, entries: readonly Dirent[]): Promise<boolean> {
  if (!entries.some(isTag)) return false;
  const head = await headOf(join(folder, TAG.name)).catch(() => undefined);
  return head?.toString('latin1').startsWith(TAG.header) ?? false;
}

async function facts(path: string, name: string): Promise<FoundFile | undefined> {
  try {
    const { size, mtimeMs } = await lstat(path);
    return { path, name, bytes: size, modified: mtimeMs };
  } catch {
    return undefined;
  }
}
