import type { Backend, Handle, Range } from '../backend.ts';
import { WrappedBackend } from '../wrapped-backend.ts';
import type { Bandwidth } from './bandwidth.ts';

/**
 * A place within a bandwidth, for places that do not pace their own transfers: a save waits until its bytes may go, a
 * range until its bytes may come; a whole file, whose length shows only when it is there, makes the next ones wait.
 */
export class LimitedBackend extends WrappedBackend {
  readonly #bandwidth: Bandwidth;

  constructor(inner: Backend, bandwidth: Bandwidth) {
    super(inner);
    this.#bandwidth = bandwidth;
  }

  override async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    await this.#bandwidth.send(
      parts.reduce((sum, part) => sum + part.byteLength, 0),
      signal,
    );
    await this.inner.save(handle, parts, signal);
  }

  override async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    // A damaged index may claim any length: what is longer than any request of ours is paid for when it has come.
    const known = range !== undefined && range.length <= LONGEST_RANGE;
    if (known) await this.#bandwidth.receive(range.length, signal);
    const bytes = await this.inner.load(handle, range, signal);
    if (!known) await this.#bandwidth.receive(bytes.byteLength, signal);
    return bytes;
  }

  /** What the threads read themselves nobody could count. */
  pathOf(handle: Handle): ReturnType<NonNullable<Backend['pathOf']>> {
    return this.#bandwidth.receivesFreely ? this.inner.pathOf?.(handle) : undefined;
  }
}

const LONGEST_RANGE = 64 * 1024 * 1024;
