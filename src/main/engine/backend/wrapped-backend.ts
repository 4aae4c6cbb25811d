import type { Backend, FileInfo, FileType, Handle, Range } from './backend.ts';

/**
 * A place that hands everything on to another; wrappers override what they care about. Only `pathOf` is not handed on: a thread
 * that reads by itself would pass a wrapper by.
 */
export class WrappedBackend implements Backend {
  protected readonly inner: Backend;
  readonly sweepTemporary?: (signal?: AbortSignal) => Promise<number>;
  readonly canRemove?: (signal?: AbortSignal) => Promise<boolean>;

  constructor(inner: Backend) {
    this.inner = inner;
    // Absent here where absent there: callers take absence for an answer.
    if (inner.sweepTemporary !== undefined) this.sweepTemporary = async (signal) => await this.handOn(() => sweep(inner, signal), signal);
    if (inner.canRemove !== undefined) this.canRemove = async (signal) => await this.handOn(() => mayRemove(inner, signal), signal);
  }

  get location(): string {
    return this.inner.location;
  }

  get concurrency(): number {
    return this.inner.concurrency;
  }

  async create(signal?: AbortSignal): Promise<void> {
    await this.handOn(() => this.inner.create(signal), signal);
  }

  async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    await this.handOn(() => this.inner.save(handle, parts, signal), signal);
  }

  async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return await this.handOn(() => this.inner.load(handle, range, signal), signal);
  }

  async stat(handle: Handle, signal?: AbortSignal): Promise<FileInfo> {
    return await this.handOn(() => this.inner.stat(handle, signal), signal);
  }

  list(type: FileType, signal?: AbortSignal): AsyncIterable<FileInfo> {
    return this.inner.list(type, signal);
  }

  async remove(handle: Handle, signal?: AbortSignal): Promise<void> {
    await this.handOn(() => this.inner.remove(handle, signal), signal);
  }

  async close(): Promise<void> {
    await this.inner.close();
  }

  /** Every request but a listing goes through here. */
  protected async handOn<T>(request: () => Promise<T>, _signal?: AbortSignal): Promise<T> {
    return await request();
  }
}

async function sweep(inner: Backend, signal: AbortSignal | undefined): Promise<number> {
  return (await inner.sweepTemporary?.(signal)) ?? 0;
}

async function mayRemove(inner: Backend, signal: AbortSignal | undefined): Promise<boolean> {
  return (await inner.canRemove?.(signal)) ?? true;
}
