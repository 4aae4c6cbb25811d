import { setImmediate as nextTurn } from 'node:timers/promises';
import { LifeboatError } from '../../../../shared/errors/index.ts';
import { throwIfAborted } from '../../abort.ts';
import type { Backend, FileInfo, FileType, Handle, Range } from '../backend.ts';
import { assertHandle } from '../handle.ts';

/** A place in this process's memory: for tests, and for the contract to have a second, simplest reading. */
export class MemoryBackend implements Backend {
  readonly location = 'memory';
  readonly concurrency = 4;
  readonly #files = new Map<string, Uint8Array>();

  async create(signal?: AbortSignal): Promise<void> {
    throwIfAborted(signal);
    if (this.#files.has('config/config')) throw new LifeboatError('repository-exists', { location: this.location });
  }

  async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    assertHandle(handle);
    throwIfAborted(signal);
    if (handle.type === 'config' && this.#files.has(keyOf(handle))) throw new LifeboatError('file-exists', { ...handle });
    this.#files.set(keyOf(handle), Buffer.concat(parts));
  }

  async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    await nextTurn(); // As with any real place, others get their turn meanwhile.
    throwIfAborted(signal);
    const bytes = this.#find(handle);
    if (range === undefined) return new Uint8Array(bytes);
    const end = range.offset + range.length;
    if (end > bytes.length) throw new LifeboatError('file-damaged', { ...handle, detail: 'truncated' });
    return new Uint8Array(bytes.subarray(range.offset, end));
  }

  async stat(handle: Handle, signal?: AbortSignal): Promise<FileInfo> {
    throwIfAborted(signal);
    return { name: handle.name, size: this.#find(handle).length };
  }

  async *list(type: FileType, signal?: AbortSignal): AsyncGenerator<FileInfo> {
    const present = Array.from(this.#files);
    for (const [key, bytes] of present) {
      throwIfAborted(signal);
      if (key.startsWith(`${type}/`)) yield { name: key.slice(type.length + 1), size: bytes.length };
    }
  }

  async remove(handle: Handle, signal?: AbortSignal): Promise<void> {
    assertHandle(handle);
    throwIfAborted(signal);
    this.#files.delete(keyOf(handle));
  }

  async close(): Promise<void> {}

  #find(handle: Handle): Uint8Array {
    assertHandle(handle);
    const bytes = this.#files.get(keyOf(handle));
    if (!bytes) throw new LifeboatError('file-not-found', { ...handle });
    return bytes;
  }
}

function keyOf({ type, name }: Handle): string {
  return `${type}/${name}`;
}
