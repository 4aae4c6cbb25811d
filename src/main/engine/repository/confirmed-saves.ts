import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Handle } from '../backend/backend.ts';
import { WrappedBackend } from '../backend/wrapped-backend.ts';
import { forEachConcurrently } from '../concurrency/index.ts';

/** A file that the place said it has taken. */
interface Taken {
  handle: Handle;
  /** In bytes. */
  size: number;
}

/**
 * Takes no place's word for it: what was saved is asked for again before anything names it, one small request a file. Index
 * files wait for that by themselves; `confirm` does it for whoever says that work is done.
 *
 * `save-lost` if something is not there as it was sent. From then on nothing is saved any more: what this session believes
 * to be stored cannot be relied on.
 */
export class ConfirmedSaves extends WrappedBackend {
  readonly #taken = new Map<string, Taken>();
  #failure: LifeboatError | undefined;

  override async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (handle.type === 'index') await this.confirm(signal);
    await super.save(handle, parts, signal);
    const size = parts.reduce((sum, part) => sum + part.byteLength, 0);
    this.#taken.set(`${handle.type}/${handle.name}`, { handle, size });
  }

  /** Asks for everything saved since it was last asked for. */
  async confirm(signal?: AbortSignal): Promise<void> {
    if (this.#failure) throw this.#failure;
    const ask = async ([key, taken]: [string, Taken]): Promise<void> => {
      await this.#assertThere(taken, signal);
      this.#taken.delete(key);
    };
    await forEachConcurrently([...this.#taken], this.concurrency, ask, signal);
  }

  async #assertThere({ handle, size }: Taken, signal: AbortSignal | undefined): Promise<void> {
    const found = await this.#sizeOf(handle, signal);
    if (found === size) return;
    this.#failure = new LifeboatError('save-lost', { location: this.location, ...handle });
    throw this.#failure;
  }

  async #sizeOf(handle: Handle, signal: AbortSignal | undefined): Promise<number | undefined> {
    try {
      return (await this.inner.stat(handle, signal)).size;
    } catch (error) {
      if (isLifeboatError(error, 'file-not-found')) return undefined;
      throw error;
    }
  }
}
