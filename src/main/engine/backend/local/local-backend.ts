import { chmod, mkdir, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../../shared/errors/index.ts';
import { isId } from '../../format/id.ts';
import { pathForSystem } from '../../format/name.ts';
import { throwIfAborted } from '../../abort.ts';
import { makeFolders } from '../../filesystem/index.ts';
import type { Backend, FileInfo, FileType, Handle, Range } from '../backend.ts';
import { CONFIG, FOLDER_TYPES } from '../handle.ts';
import { isDataFolder, isTemporaryName, type Place, placeOf, repositoryFolders, type SystemPath, systemPath } from './layout.ts';
import { type Modes, modesOf } from './modes.ts';
import { isRepositoryPresent } from './presence.ts';
import { readRange } from './read-file.ts';
import { filesAmong, namesIn } from './read-folder.ts';
import { retryWhileHeld } from './retry-while-held.ts';
import { syncExisting, syncFolder } from './sync.ts';
import { fromSystemError, isMissing, systemReason, unreachable } from './system-error.ts';
import { writeFileDurably } from './write-file.ts';

/** Types whose removal must survive a power cut: one that came back would name packs that are gone. */
const REMOVED_FOR_GOOD: ReadonlySet<FileType> = new Set(['index', 'snapshots', 'keys']);

/** A folder on a local or USB disk or a network share, in restic's layout. */
export class LocalBackend implements Backend {
  readonly location: string;
  /** Enough to hide a network share's latency; a single disk gains nothing from more. */
  readonly concurrency = 4;
  #modes: Promise<Modes> | undefined;

  /** `root`: path of the repository's folder, a string without loss. */
  constructor(root: string) {
    this.location = resolve(root);
  }

  async create(signal?: AbortSignal): Promise<void> {
    throwIfAborted(signal);
    const config = await this.#sizeOf(placeOf(this.location, CONFIG));
    if (config !== undefined) throw new LifeboatError('repository-exists', { location: this.location });
    await this.#explaining(this.location, undefined, async () => {
      await makeRoot(this.location);
      for (const folder of repositoryFolders(this.location)) await makeFolder(folder, (await this.#rights()).folder);
      for (const folder of [join(this.location, 'data'), this.location, dirname(this.location)]) await syncFolder(folder);
    });
  }

  async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    throwIfAborted(signal);
    const place = placeOf(this.location, handle);
    const size = await this.#sizeOf(place);
    if (size !== undefined && handle.type === 'config') throw new LifeboatError('file-exists', { ...handle });
    await this.#explaining(join(place.folder, place.name), undefined, async () => {
      if (size === totalLength(parts)) await settle(place);
      else await this.#write(handle, place, parts, signal);
    });
  }

  async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    throwIfAborted(signal);
    const place = placeOf(this.location, handle);
    return await this.#explaining(join(place.folder, place.name), handle, () => readRange(systemPath(place), handle, range, signal));
  }

  pathOf(handle: Handle): SystemPath {
    return systemPath(placeOf(this.location, handle));
  }

  async stat(handle: Handle, signal?: AbortSignal): Promise<FileInfo> {
    throwIfAborted(signal);
    const place = placeOf(this.location, handle);
    const { size } = await this.#explaining(join(place.folder, place.name), handle, () => stat(systemPath(place)));
    return { name: handle.name, size };
  }

  async *list(type: FileType, signal?: AbortSignal): AsyncGenerator<FileInfo> {
    for (const folder of await this.#foldersOf(type)) {
      throwIfAborted(signal);
      yield* this.#filesOf(type, folder, signal);
    }
  }

  async remove(handle: Handle, signal?: AbortSignal): Promise<void> {
    throwIfAborted(signal);
    const place = placeOf(this.location, handle);
    await this.#explaining(join(place.folder, place.name), undefined, async () => {
      const removed = await removeFile(place);
      if (!removed && !(await isRepositoryPresent(this.location))) throw unreachable(this.location, 'ENOENT', undefined);
      if (removed && REMOVED_FOR_GOOD.has(handle.type)) await syncFolder(place.folder);
    });
  }

  async sweepTemporary(signal?: AbortSignal): Promise<number> {
    let swept = 0;
    for (const folder of [this.location, ...(await Promise.all(FOLDER_TYPES.map((type) => this.#foldersOf(type)))).flat()]) {
      throwIfAborted(signal);
      for (const name of (await this.#namesIn(folder)).filter(isTemporaryName)) {
        if (await this.#explaining(join(folder, name), undefined, () => removeFile({ folder, name }))) swept += 1;
      }
    }
    return swept;
  }

  async close(): Promise<void> {}

  async #write(handle: Handle, place: Place, parts: readonly Uint8Array[], signal: AbortSignal | undefined): Promise<void> {
    const { file: mode, folder } = await this.#rights();
    const options = { mode, replace: handle.type !== 'config', signal };
    try {
      await writeFileDurably(place, parts, options);
    } catch (error) {
      if (systemReason(error) === 'EEXIST') throw new LifeboatError('file-exists', { ...handle }, { cause: error });
      if (handle.type === 'config' || !isMissing(error) || !(await isRepositoryPresent(this.location))) throw error;
      // Copying tools drop empty folders. The root is never made again: see isRepositoryPresent.
      await makeFolder(join(this.location, handle.type), folder);
      await makeFolder(place.folder, folder);
      await syncFolder(dirname(place.folder));
      await writeFileDurably(place, parts, options);
    }
  }

  async *#filesOf(type: FileType, folder: string, signal: AbortSignal | undefined): AsyncGenerator<FileInfo> {
    const names = type === 'config' ? ['config'] : (await this.#namesIn(folder)).filter((name) => belongs(type, folder, name));
    const groups = filesAmong(folder, names);
    for (;;) {
      const next = await this.#explaining(folder, undefined, () => groups.next());
      if (next.done === true) return;
      throwIfAborted(signal);
      yield* next.value;
    }
  }

  async #foldersOf(type: FileType): Promise<string[]> {
    if (type === 'config') return [this.location];
    const top = join(this.location, type);
    return type === 'data' ? (await this.#namesIn(top)).filter(isDataFolder).map((name) => join(top, name)) : [top];
  }

  /** The names in a folder; none if it is missing while the repository is there. */
  async #namesIn(folder: string): Promise<string[]> {
    return await this.#explaining(folder, undefined, async () => {
      try {
        return await namesIn(folder);
      } catch (error) {
        if (isMissing(error) && (await isRepositoryPresent(this.location))) return [];
        throw error;
      }
    });
  }

  /** A file's length in bytes, or undefined if it is not there. */
  async #sizeOf(place: Place): Promise<number | undefined> {
    return await this.#explaining(join(place.folder, place.name), undefined, async () => {
      try {
        return (await stat(systemPath(place))).size;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    });
  }

  #rights(): Promise<Modes> {
    this.#modes ??= modesOf(systemPath(placeOf(this.location, CONFIG)));
    return this.#modes;
  }

  /** Runs `work` and says in typed errors what went wrong: with the file `handle`, at `path`, or with the place as a whole. */
  async #explaining<T>(path: string, handle: Handle | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isLifeboatError(error)) throw error;
      throw await this.#explain(error, path, handle);
    }
  }

  async #explain(error: unknown, path: string, handle: Handle | undefined): Promise<unknown> {
    const reason = systemReason(error);
    // Whether a missing config means "no repository" or "not plugged in" only the person knows: the caller says both.
    if (isMissing(error) && handle?.type === 'config') return new LifeboatError('file-not-found', { ...handle }, { cause: error });
    const mayBeGone = isMissing(error) || reason === 'EIO' || reason === 'UNKNOWN';
    if (mayBeGone && !(await isRepositoryPresent(this.location))) return unreachable(this.location, reason ?? '', error);
    if (isMissing(error) && handle !== undefined) return new LifeboatError('file-not-found', { ...handle }, { cause: error });
    return fromSystemError(error, path, this.location);
  }
}

function belongs(type: FileType, folder: string, name: string): boolean {
  return isId(name) && (type !== 'data' || folder.endsWith(name.slice(0, 2)));
}

function totalLength(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.byteLength, 0);
}

/** A file that is there already must be as durable as one just written. */
async function settle(place: Place): Promise<void> {
  await syncExisting(systemPath(place));
  await syncFolder(place.folder);
}

async function makeRoot(root: string): Promise<void> {
  try {
    await makeFolders(root, 0o700);
  } catch (error) {
    if (systemReason(error) === 'EEXIST') throw new LifeboatError('repository-exists', { location: root }, { cause: error });
    throw error;
  }
}

async function makeFolder(folder: string, mode: number): Promise<void> {
  try {
    await mkdir(pathForSystem(folder), { mode });
  } catch (error) {
    if (systemReason(error) !== 'EEXIST') throw error;
  }
}

/** Whether there was a file to remove. */
async function removeFile(place: Place): Promise<boolean> {
  const path = systemPath(place);
  // Windows refuses to remove what is marked read-only, which other programs do.
  if (process.platform === 'win32') await chmod(path, 0o666).catch(() => undefined);
  try {
    await retryWhileHeld(() => unlink(path));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
