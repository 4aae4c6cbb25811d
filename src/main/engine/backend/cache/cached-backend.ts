import { join } from 'node:path';
import { sha256 } from '../../crypto/index.ts';
import type { Backend, FileInfo, FileType, Handle, Range } from '../backend.ts';
import { assertHandle } from '../handle.ts';
import { WrappedBackend } from '../wrapped-backend.ts';
import { CachedPacks } from './cached-packs.ts';
import { CachedFiles } from './cached-files.ts';

/** What every run reads whole and what never changes under its name. */
const CACHED: ReadonlySet<FileType> = new Set(['index', 'snapshots']);

export interface CacheOptions {
  /** Folder for the copies of all places, a string without loss. */
  folder: string;
  /** Tells this place from others, such as its address. */
  key: string;
  /** Bytes of packs kept at most. */
  mostPackBytes?: number;
}

/** Packs with folders up to this many bytes are fetched whole at the first request for a part of them, */
const FETCHED_WHOLE = 2 * 1024 * 1024;
/** larger ones when so much of them has been asked for, */
const WORTH_WHOLE = 0.25;
/** and those beyond never. */
const LARGEST = 32 * 1024 * 1024;

/**
 * Keeps index and snapshot files, and packs that hold folders, on this machine's disk, so that a run fetches only new ones. The copies can be lost
 * without harm and prove nothing about the place: who checks it goes without them.
 */
export class CachedBackend extends WrappedBackend {
  readonly #files: CachedFiles;
  readonly #packs: CachedPacks;
  /** Of packs not kept so far: their size, and how much of them was asked for. */
  readonly #asked = new Map<string, { size: Promise<number>; bytes: number }>();
  readonly #fetching = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(inner: Backend, { folder, key, mostPackBytes }: CacheOptions) {
    super(inner);
    this.#files = new CachedFiles(join(folder, 'files', sha256(Buffer.from(key)).slice(0, 32)));
    this.#packs = new CachedPacks(this.#files, mostPackBytes);
  }

  override async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    await this.inner.save(handle, parts, signal);
    if (handle.holdsTrees) await this.#packs.put(handle, joined(parts));
    else if (CACHED.has(handle.type)) await this.#files.put(handle, joined(parts));
  }

  override async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    if (handle.holdsTrees && range !== undefined && signal?.aborted !== true) return await this.#loadFromPack(handle, range, signal);
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
    const before = CACHED.has(type) || type === 'data' ? await this.#files.names(type) : [];
    const listed = new Set<string>();
    for await (const file of this.inner.list(type, signal)) {
      if (before.length > 0) listed.add(file.name);
      yield file;
    }
    for (const name of before) if (!listed.has(name)) await this.#files.drop({ type, name });
  }

  override async remove(handle: Handle, signal?: AbortSignal): Promise<void> {
    await this.inner.remove(handle, signal);
    if (CACHED.has(handle.type) || handle.type === 'data') await this.#files.drop(handle);
  }

  async #loadFromPack(handle: Handle, range: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    assertHandle(handle);
    const copy = await this.#packs.get(handle, range);
    if (copy !== undefined) return copy;
    if (!(await this.#isWorthWhole(handle, range, signal))) return await this.inner.load(handle, range, signal);
    const whole = await this.#fetchWhole(handle, signal);
    const end = range.offset + range.length;
    // For what is damaged the place itself answers; and who fetched it for us may have broken off.
    return whole !== undefined && end <= whole.length ? whole.slice(range.offset, end) : await this.inner.load(handle, range, signal);
  }

  async #isWorthWhole(handle: Handle, range: Range, signal?: AbortSignal): Promise<boolean> {
    const asked = this.#asked.get(handle.name) ?? { size: this.inner.stat(handle, signal).then(({ size }) => size), bytes: 0 };
    this.#asked.set(handle.name, asked);
    asked.bytes += range.length;
    const size = await asked.size.catch((error: unknown) => {
      this.#asked.delete(handle.name);
      throw error;
    });
    return asked.bytes > 0 && (size <= FETCHED_WHOLE || (size <= LARGEST && asked.bytes >= size * WORTH_WHOLE));
  }

  /** Once for all who ask at the same time. */
  async #fetchWhole(handle: Handle, signal?: AbortSignal): Promise<Uint8Array | undefined> {
    const others = this.#fetching.get(handle.name);
    if (others !== undefined) return await others.catch(() => undefined);
    const fetching = this.#fetchAndKeep(handle, signal);
    this.#fetching.set(handle.name, fetching);
    try {
      return await fetching;
    } finally {
      this.#fetching.delete(handle.name);
      // Once is enough, also where it could not be kept.
      const asked = this.#asked.get(handle.name);
      if (asked !== undefined) asked.bytes = Number.NEGATIVE_INFINITY;
    }
  }

  async #fetchAndKeep(handle: Handle, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.inner.load(handle, undefined, signal);
    await this.#packs.put(handle, bytes);
    return bytes;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
}
