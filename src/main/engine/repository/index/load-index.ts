import { isLifeboatError } from '../../../../shared/errors/index.ts';
import type { FileInfo } from '../../backend/backend.ts';
import type { Id } from '../../format/id.ts';
import { decodeIndexColumns, type IndexColumns } from '../../format/index-columns.ts';
import type { SealedFiles } from '../sealed-files.ts';
import type { MemoryIndex } from './memory-index.ts';

/** Index files fetched at a time. */
const AT_A_TIME = 4;

/** What became of the index files. */
export interface LoadedIndexFiles {
  /** Read, and not replaced by another that was read. */
  live: FileInfo[];
  /** Replaced by one that was read. They may still be there: where nothing may be deleted they stay. */
  superseded: Set<Id>;
  unreadable: Id[];
  /** Gone since they were listed: replaced, no loss. */
  vanished: Id[];
}

/**
 * Reads index files into `index`, large ones first: a merged one tells which small ones need not be read. One that is
 * damaged supersedes nothing.
 */
export async function loadIndexFiles(
  files: SealedFiles,
  list: readonly FileInfo[],
  index: MemoryIndex,
  options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void },
): Promise<LoadedIndexFiles> {
  const loaded: LoadedIndexFiles = { live: [], superseded: new Set(), unreadable: [], vanished: [] };
  const queue = [...list].sort((a, b) => a.size - b.size);
  let done = 0;
  const reader = async (): Promise<void> => {
    for (let info = queue.pop(); info !== undefined; info = queue.pop()) {
      if (!loaded.superseded.has(info.name)) await takeOver(files, info, index, loaded, options.signal);
      options.onProgress?.(++done, list.length);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, reader));
  loaded.live = loaded.live.filter(({ name }) => !loaded.superseded.has(name));
  return loaded;
}

async function takeOver(
  files: SealedFiles,
  info: FileInfo,
  index: MemoryIndex,
  loaded: LoadedIndexFiles,
  signal?: AbortSignal,
): Promise<void> {
  const file = await loadOne(files, info.name, signal);
  if (file === 'unreadable') loaded.unreadable.push(info.name);
  else if (file === 'vanished') loaded.vanished.push(info.name);
  else {
    index.addColumns(file);
    for (const id of file.supersedes) loaded.superseded.add(id);
    loaded.live.push(info);
  }
}

async function loadOne(files: SealedFiles, id: Id, signal?: AbortSignal): Promise<IndexColumns | 'unreadable' | 'vanished'> {
  try {
    return await files.load('index', id, decodeIndexColumns, signal);
  } catch (error) {
    if (isLifeboatError(error, 'file-damaged')) return 'unreadable';
    if (isLifeboatError(error, 'file-not-found')) return 'vanished';
    throw error;
  }
}
