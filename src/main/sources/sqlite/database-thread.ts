import { Worker } from 'node:worker_threads';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { FromThread, OpenMode, Verb, Verbs } from './protocol.ts';

/** A database open in a thread of its own. `aborted` when the signal aborts, whatever SQLite is busy with. */
export interface DatabaseThread {
  do<V extends Verb>(verb: V, ask: Verbs[V]['ask']): Promise<Verbs[V]['answer']>;
  /** Closes the database and ends the thread. May be repeated. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: never): void;
  reject(error: unknown): void;
}

/** Milliseconds to wait for others to let go of the database. */
const PATIENCE = 15_000;

/** Opens a database. `source-busy`, `source-not-a-database`, `source-damaged`, `permission-denied`. */
export async function openDatabase(path: string, mode: OpenMode, signal: AbortSignal, patience = PATIENCE): Promise<DatabaseThread> {
  signal.throwIfAborted();
  const thread = new Thread(signal);
  try {
    await thread.do('open', { path, mode, patience });
    return thread;
  } catch (error) {
    await thread.close();
    throw error;
  }
}

/** Opens, uses and closes. */
export async function withDatabase<T>(
  path: string,
  mode: OpenMode,
  signal: AbortSignal,
  use: (database: DatabaseThread) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(path, mode, signal);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

class Thread implements DatabaseThread {
  readonly #worker: Worker;
  readonly #signal: AbortSignal;
  readonly #waiting = new Map<number, Waiting>();
  readonly #stop = (): void => this.#fail(this.#signal.reason);
  readonly #ended = Promise.withResolvers<void>();
  #next = 1;
  #failure: { error: unknown } | undefined;
  #closing: Promise<void> | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
    this.#worker = new Worker(new URL(file, import.meta.url));
    this.#worker.on('message', (message: FromThread) => this.#receive(message));
    this.#worker.on('error', (error: Error) => this.#fail(new LifeboatError('engine-died', { detail: error.message }, { cause: error })));
    this.#worker.on('exit', () => this.#ended.resolve());
    this.#worker.on('exit', () => this.#fail(new LifeboatError('engine-died', { detail: 'the thread of a database ended' })));
    signal.addEventListener('abort', this.#stop, { once: true });
  }

  async do<V extends Verb>(verb: V, ask: Verbs[V]['ask']): Promise<Verbs[V]['answer']> {
    if (this.#failure !== undefined) throw this.#failure.error;
    const id = this.#next;
    this.#next += 1;
    return await new Promise<Verbs[V]['answer']>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, verb, ask });
    });
  }

  async close(): Promise<void> {
    this.#closing ??= this.#end();
    await this.#closing;
  }

  async #end(): Promise<void> {
    if (this.#failure === undefined) await this.do('close', null).catch(() => undefined);
    this.#signal.removeEventListener('abort', this.#stop);
    // A thread that SQLite keeps busy ends when SQLite lets it: nobody waits for that.
    if (this.#failure === undefined) await this.#ended.promise;
  }

  #receive(message: FromThread): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('error' in message) waiting?.reject(LifeboatError.from(message.error));
    else waiting?.resolve(message.answer as never);
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
    this.#worker.unref();
    // It ends by itself as soon as SQLite lets it: V8 does not always survive threads that are ended from outside.
    this.#worker.postMessage({ id: 0, verb: 'close', ask: null });
  }
}
