import type { Backend, FileInfo, FileType, Handle, Range } from '../../src/main/engine/backend/index.ts';

/** A request to a place, as an interceptor sees it. */
export interface Request {
  readonly operation: 'create' | 'save' | 'load' | 'stat' | 'list' | 'remove' | 'sweep';
  /** For listings the name is empty. */
  readonly handle: Handle;
  /** What is to be saved. */
  readonly parts: readonly Uint8Array[];
  /** The part to be loaded; absent for the whole file. */
  readonly range?: Range;
}

/** Stands before every request; carries it out by `proceed`, or does something else. */
export type Interceptor = <T>(request: Request, proceed: () => Promise<T>) => Promise<T>;

const CONFIG: Handle = { type: 'config', name: 'config' };

/** A real place with somebody standing in the door. */
export class InterceptedBackend implements Backend {
  readonly #inner: Backend;
  readonly #intercept: Interceptor;

  constructor(inner: Backend, intercept: Interceptor) {
    this.#inner = inner;
    this.#intercept = intercept;
  }

  get location(): string {
    return this.#inner.location;
  }

  get concurrency(): number {
    return this.#inner.concurrency;
  }

  async create(signal?: AbortSignal): Promise<void> {
    await this.#intercept({ operation: 'create', handle: CONFIG, parts: [] }, () => this.#inner.create(signal));
  }

  async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    await this.#intercept({ operation: 'save', handle, parts }, () => this.#inner.save(handle, parts, signal));
  }

  async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return await this.#intercept({ operation: 'load', handle, parts: [], ...(range && { range }) }, () =>
      this.#inner.load(handle, range, signal),
    );
  }

  async stat(handle: Handle, signal?: AbortSignal): Promise<FileInfo> {
    return await this.#intercept({ operation: 'stat', handle, parts: [] }, () => this.#inner.stat(handle, signal));
  }

  async *list(type: FileType, signal?: AbortSignal): AsyncGenerator<FileInfo> {
    const request: Request = { operation: 'list', handle: { type, name: '' }, parts: [] };
    yield* await this.#intercept(request, () => Array.fromAsync(this.#inner.list(type, signal)));
  }

  async remove(handle: Handle, signal?: AbortSignal): Promise<void> {
    await this.#intercept({ operation: 'remove', handle, parts: [] }, () => this.#inner.remove(handle, signal));
  }

  async sweepTemporary(signal?: AbortSignal): Promise<number> {
    return await this.#intercept(
      { operation: 'sweep', handle: CONFIG, parts: [] },
      async () => (await this.#inner.sweepTemporary?.(signal)) ?? 0,
    );
  }

  async close(): Promise<void> {
    await this.#inner.close();
  }
}

/** Whether a request changes what is stored. */
export function isWrite({ operation }: Request): boolean {
  return operation === 'save' || operation === 'remove';
}
