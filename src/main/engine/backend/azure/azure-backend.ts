import { randomBytes } from 'node:crypto';
import type { ContainerClient } from '@azure/storage-blob';
import { isLifeboatError, LifeboatError } from '../../../../shared/errors/index.ts';
import type { Clock } from '../../../../shared/model/clock.ts';
import { throwIfAborted } from '../../abort.ts';
import { Gate } from '../../concurrency/index.ts';
import { systemTimers, type Timers } from '../../timers.ts';
import type { Backend, FileInfo, FileType, Handle, Range } from '../backend.ts';
import { CONFIG } from '../handle.ts';
import type { Bandwidth } from '../limiter/index.ts';
import { type AzureAccount, accountFor } from './account.ts';
import { type Attempt, attempt } from './attempt.ts';
import { BlobNames } from './blob-names.ts';
import type { AzureCredentials } from './connection-string.ts';
import { download } from './download.ts';
import { brokenOff, fromAzure } from './failures.ts';
import { listPage } from './list-page.ts';
import { Speed } from './speed.ts';
import { upload, uploadedFile } from './upload.ts';

export interface AzureOptions {
  container: string;
  /** Without a slash at either end; may be empty. */
  prefix: string;
  credentials: AzureCredentials | undefined;
  clock: Clock;
  timers?: Timers;
  /** Requests at a time for packs, and as many for everything else. */
  connections?: number;
  /** Files in one page of a listing. */
  pageSize?: number;
  /** Shared with other places of the same line. */
  bandwidth?: Bandwidth;
}

/** As restic has it. */
const CONNECTIONS = 5;
/** Files in one page of a listing; the most Azure gives. */
const PAGE = 5000;
interface Request {
  handle: Handle;
  signal: AbortSignal | undefined;
  /** Bytes that will travel, and which way; absent for small requests. */
  transfer?: { bytes: number; speed: Speed };
}

/**
 * A container of Azure Blob Storage, in restic's layout. Every file travels in a single request that either makes a whole
 * new blob or nothing, so that a credential which may only create, read and list is enough, and nothing is ever replaced.
 */
export class AzureBackend implements Backend {
  readonly location: string;
  readonly concurrency: number;
  readonly #names: BlobNames;
  readonly #account: AzureAccount;
  readonly #options: AzureOptions;
  readonly #timers: Timers;
  /** Lock files must not wait in line behind packs. */
  readonly #gates: Record<'packs' | 'others', Gate>;
  readonly #up = new Speed();
  readonly #down = new Speed();
  #client: Promise<ContainerClient> | undefined;

  /** `credential-missing`, `credential-refused` or `connection-insecure` if the account cannot be reached this way. */
  constructor(options: AzureOptions) {
    const { container, prefix, connections = CONNECTIONS } = options;
    this.location = `azure:${prefix === '' ? container : `${container}/${prefix}`}`;
    this.concurrency = connections;
    this.#options = options;
    this.#timers = options.timers ?? systemTimers;
    this.#names = new BlobNames(prefix);
    this.#account = accountFor(container, options.credentials, this.location);
    this.#gates = { packs: new Gate(connections), others: new Gate(connections) };
  }

  /** The address of the container and the prefix, without a credential: what tells this place from others. */
  get address(): string {
    return `${this.#account.url.href} ${this.location}`;
  }

  async create(signal?: AbortSignal): Promise<void> {
    try {
      await this.stat(CONFIG, signal);
    } catch (error) {
      if (isLifeboatError(error, 'file-not-found')) return;
      if (!isLifeboatError(error, 'repository-not-found')) throw error;
      await this.#ask({ handle: CONFIG, signal }, async (client, { signal: abortSignal }) => {
        await client.createIfNotExists({ abortSignal });
      });
      return;
    }
    throw new LifeboatError('repository-exists', { location: this.location });
  }

  async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    const name = this.#names.of(handle);
    throwIfAborted(signal);
    const file = uploadedFile(handle, name, parts);
    const { bandwidth } = this.#options;
    await this.#ask({ handle, signal, transfer: { bytes: file.length, speed: this.#up } }, async (client, tried) => {
      await upload(client, file, tried, async (bytes) => {
        if (bandwidth === undefined) tried.moved();
        else await tried.excuse(bandwidth.send(bytes, tried.signal));
      });
    });
  }

  async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const name = this.#names.of(handle);
    if (range !== undefined && range.length === 0) return await this.#loadNothing(handle, range, signal);
    const transfer = { bytes: range?.length ?? 0, speed: this.#down };
    return await this.#ask({ handle, signal, transfer }, async (client, tried) => {
      const request = { blob: client.getBlobClient(name), handle, range, location: this.location };
      return await download(request, tried, async (bytes) => {
        tried.moved();
        await this.#options.bandwidth?.receive(bytes, tried.signal);
      });
    });
  }

  async stat(handle: Handle, signal?: AbortSignal): Promise<FileInfo> {
    const name = this.#names.of(handle);
    return await this.#ask({ handle, signal }, async (client, { signal: abortSignal }) => {
      const { contentLength } = await client.getBlobClient(name).getProperties({ abortSignal });
      return { name: handle.name, size: contentLength ?? 0 };
    });
  }

  async *list(type: FileType, signal?: AbortSignal): AsyncGenerator<FileInfo> {
    if (type === 'config') {
      yield* this.#listConfig(signal);
      return;
    }
    const pages = { type, names: this.#names, pageSize: this.#options.pageSize ?? PAGE };
    let continuation: string | undefined;
    do {
      const request = { ...pages, continuation };
      const page = await this.#ask({ handle: { type, name: '' }, signal }, async (client, tried) =>
        listPage(client, request, tried.signal),
      );
      for (const file of page.files) {
        throwIfAborted(signal);
        yield file;
      }
      ({ continuation } = page);
    } while (continuation);
  }

  async remove(handle: Handle, signal?: AbortSignal): Promise<void> {
    const name = this.#names.of(handle);
    await this.#ask({ handle, signal }, async (client, { signal: abortSignal }) => {
      await client.getBlobClient(name).deleteIfExists({ abortSignal });
    });
  }

  /** Asks to remove a file that never was: who may remove is told that it is not there. */
  async canRemove(signal?: AbortSignal): Promise<boolean> {
    try {
      await this.remove({ type: 'locks', name: randomBytes(32).toString('hex') }, signal);
      return true;
    } catch (error) {
      if (isLifeboatError(error, 'permission-denied')) return false;
      throw error;
    }
  }

  async close(): Promise<void> {}

  async #loadNothing(handle: Handle, range: Range, signal: AbortSignal | undefined): Promise<Uint8Array<ArrayBuffer>> {
    const { size } = await this.stat(handle, signal);
    if (range.offset > size) throw new LifeboatError('file-damaged', { ...handle, detail: 'truncated' });
    return new Uint8Array(0);
  }

  async *#listConfig(signal: AbortSignal | undefined): AsyncGenerator<FileInfo> {
    try {
      yield await this.stat(CONFIG, signal);
    } catch (error) {
      if (!isLifeboatError(error, 'file-not-found')) throw error;
    }
  }

  /** One try of one request, in its turn and within its time. */
  async #ask<T>({ handle, signal, transfer }: Request, run: (client: ContainerClient, tried: Attempt) => Promise<T>): Promise<T> {
    throwIfAborted(signal);
    const { clock } = this.#options;
    const { bytes, speed } = transfer ?? { bytes: 0, speed: this.#down };
    const onTimeout = (): LifeboatError => brokenOff(this.location, 'ETIMEDOUT');
    return await this.#gates[handle.type === 'data' ? 'packs' : 'others'].run(async () => {
      try {
        const client = await this.#connected();
        return await attempt({ clock, timers: this.#timers, speed, bytes, signal, onTimeout }, (tried) => run(client, tried));
      } catch (error) {
        throw fromAzure(error, { location: this.location, clock, handle });
      }
    });
  }

  async #connected(): Promise<ContainerClient> {
    this.#client ??= import('./client.ts').then(({ connect }) => connect(this.#account));
    return await this.#client;
  }
}
