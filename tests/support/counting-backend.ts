import type { FileInfo, FileType, Handle, Range } from '../../src/main/engine/backend/index.ts';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import { WrappedBackend } from '../../src/main/engine/backend/wrapped-backend.ts';
import { LifeboatError } from '../../src/shared/errors/index.ts';

/** A place that keeps everything but packs: of those only name and length, so that it takes any amount of data. */
export class CountingBackend extends WrappedBackend {
  readonly #packs = new Map<string, number>();
  /** Bytes of packs taken. */
  bytes = 0;

  constructor() {
    super(new MemoryBackend());
  }

  get packs(): number {
    return this.#packs.size;
  }

  override async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    if (handle.type !== 'data') return await super.save(handle, parts, signal);
    const size = parts.reduce((sum, part) => sum + part.byteLength, 0);
    this.#packs.set(handle.name, size);
    this.bytes += size;
  }

  override async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    if (handle.type === 'data') throw new LifeboatError('file-not-found', { ...handle });
    return await super.load(handle, range, signal);
  }

  override async stat(handle: Handle, signal?: AbortSignal): Promise<FileInfo> {
    const size = this.#packs.get(handle.name);
    return handle.type === 'data' && size !== undefined ? { name: handle.name, size } : await super.stat(handle, signal);
  }

  override async *list(type: FileType, signal?: AbortSignal): AsyncGenerator<FileInfo> {
    if (type !== 'data') yield* super.list(type, signal);
    else for (const [name, size] of this.#packs) yield { name, size };
  }
}
