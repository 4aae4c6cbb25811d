import { join } from 'node:path';
import { sha256 } from '../../crypto/index.ts';
import type { Backend, FileInfo, FileType, Handle, Range } from '../backend.ts';
import { assertHandle } from '../handle.ts';
import { WrappedBackend } from '../wrapped-backend.ts';
import { CachedFiles } from './cached-files.ts';

/** What every run reads whole and what never changes under its name. */
const CACHED: ReadonlySet<FileType> = new Set(['index', 'snapshots']);

export interface CacheOptions {
  /** Folder for the copies of all places, a string without loss. */
  folder: string;
  /** Tells this place from others, such as its address. */
  key: string;
}

/**
 * Keeps index and snapshot files on this machine's disk, so that a run fetches only new ones. The copies can be lost
 * without harm and prove nothing about the place: who checks it goes without them.
 */
export class CachedBackend extends WrappedBackend {
  readonly #files: CachedFiles;

  constructor(inner: Backend, { folder, key }: CacheOptions) {
    super(inner);
    this.#files = new CachedFiles(join(folder, 'files', sha256(Buffer.from(key)).slice(0, 32)));
  }

  override async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    await this.inner.save(handle, parts, signal);
    if (CACHED.has(handle.type)) await this.#files.put(handle, parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts));
  }

  override async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    if (!CACHED.has(handle.type) || range !== undefined || signal?.aborted === true) return await this.inner.load(handle, range, signal);
    assertHandle(handle);
    const copy = await this.#files.get(handle);
    if (copy !== undefined) return copy;
    const bytes = await this.inner.load(handle, range, signal);
    await this.#files.put(handle, bytes);
    return bytes;
  }

  /** A listing that came to its end also shows which copies nobody needs any more. */
  override async *list(type: FileType, signal?: AbortSignal): AsyncGenerator<FileInfo> {
    const before = CACHED.has(type) ? await this.#files.names(type) : [];
    const listed = new Set<string>();
    for await (const file of this.inner.list(type, signal)) {
      if (before.length > 0) listed.add(file.name);
      yield file;
    }
    for (const name of before) if (!listed.has(name)) await this.#files.drop({ type, name });
  }

  override async remove(handle: Handle, signal?: AbortSignal): Promise<void> {
    await this.inner.remove(handle, signal);
    if (CACHED.has(handle.type)) await this.#files.drop(handle);
  }
}
