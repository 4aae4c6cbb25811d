import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, LifeboatError } from '../../../shared/errors/index.ts';
import { returnLargeMemory } from '../filesystem/index.ts';
import type { CutRequest, CutResult, FromWorker, HashResult, PackRemainder, PackResult, Request, Results, ToWorker } from './protocol.ts';

/** Requests a thread has at a time: one it works on, one waiting, so that it never idles between two. */
const TASKS_PER_THREAD = 2;
/** More threads than this find nothing to do: the disk or the line is slower. */
const MOST_THREADS = 8;

/** A thread's objects live for a message; the memory that counts is outside of the heap. */
const YOUNG_MEGABYTES = 12;

/** A cut task's answers in their order. */
export interface CutTaskHandle {
  /** Cut points: the next piece of the same file may start. */
  cut: Promise<CutResult>;
  hashed: Promise<HashResult>;
  /** Must be called once after `hashed`: says which blobs are wanted, and gives the packs that these filled. */
  seal(wanted: Uint8Array<ArrayBuffer>): Promise<PackResult>;
}

/** The engine's fixed set of threads. They live as long as the pool; tasks wait for a free place. */
export interface WorkerPool {
  readonly threads: number;
  /** Lets threads start before there is work for them: all, or so many. */
  warmUp(threads?: number): void;
  run<K extends Exclude<Request['kind'], 'cut' | 'drain'>>(
    request: Extract<Request, { kind: K }>,
    transfer?: ArrayBuffer[],
  ): Promise<Results[K]>;
  /** Starts when a place is free; resolves then. */
  cut(request: CutRequest, transfer?: ArrayBuffer[]): Promise<CutTaskHandle>;
  /** Ends an upload in every thread: what stands in packs that are not full. Nothing of it may be under way. */
  drain(into: number): Promise<PackRemainder[]>;
  /** Gives the memory of a pack back when nobody reads it any more: fresh memory costs more than filling it. */
  recycle(memory: ArrayBuffer): void;
  close(): Promise<void>;
}

/** A pool with a thread a core. Threads start with the first task. */
export function createWorkerPool(threads: number = Math.min(availableParallelism(), MOST_THREADS)): WorkerPool {
  return new ThreadPool(threads);
}

/** A thread could not read the bytes it was to work on, and has done nothing. */
export class Unread extends Error {
  override name = 'Unread';
}

interface Pending {
  thread: Thread;
  cut: PromiseWithResolvers<CutResult>;
  hashed: PromiseWithResolvers<HashResult>;
  done: PromiseWithResolvers<Results[keyof Results]>;
}

interface Thread {
  worker: Worker;
  load: number;
}

class ThreadPool implements WorkerPool {
  readonly threads: number;
  private readonly running: Thread[] = [];
  private readonly queue: ((thread: Thread) => void)[] = [];
  private readonly pending = new Map<number, Pending>();
  private nextTask = 1;
  private nextSpare = 0;
  private failure: LifeboatError | undefined;

  constructor(threads: number) {
    this.threads = threads;
  }

  warmUp(threads: number = this.threads): void {
    if (this.failure || this.running.length >= threads) return;
    returnLargeMemory();
    while (this.running.length < threads) this.running.push(this.start());
  }

  async run<K extends Exclude<Request['kind'], 'cut' | 'drain'>>(
    request: Extract<Request, { kind: K }>,
    transfer: ArrayBuffer[] = [],
  ): Promise<Results[K]> {
    const { pending } = await this.submit(request, transfer);
    return (await pending.done.promise) as Results[K];
  }

  async cut(request: CutRequest, transfer: ArrayBuffer[] = []): Promise<CutTaskHandle> {
    const { task, pending } = await this.submit(request, transfer);
    return {
      cut: pending.cut.promise,
      hashed: pending.hashed.promise,
      seal: (wanted) => {
        this.post(pending.thread, { task, decision: { wanted } }, [wanted.buffer]);
        return pending.done.promise as Promise<PackResult>;
      },
    };
  }

  recycle(memory: ArrayBuffer): void {
    const thread = this.running[this.nextSpare++ % this.running.length];
    if (thread) this.post(thread, { spare: memory }, [memory]);
  }

  async drain(into: number): Promise<PackRemainder[]> {
    const drained = await Promise.all(
      this.running.map(async (thread) => {
        this.occupy(thread);
        return (await this.send(thread, { kind: 'drain', into }, []).pending.done.promise) as Results['drain'];
      }),
    );
    return drained.flatMap(({ remainder }) => remainder ?? []);
  }

  async close(): Promise<void> {
    this.fail(new LifeboatError('aborted', {}));
    await Promise.all(this.running.splice(0).map(async ({ worker }) => await endWorker(worker)));
  }

  private async submit(request: Request, transfer: ArrayBuffer[]): Promise<{ task: number; pending: Pending }> {
    const thread = await this.freeThread();
    return this.send(thread, request, transfer);
  }

  private send(thread: Thread, request: Request, transfer: ArrayBuffer[]): { task: number; pending: Pending } {
    if (this.failure) throw this.failure; // The pool may have been closed meanwhile.
    const task = this.nextTask++;
    const pending: Pending = { thread, cut: quietPromise(), hashed: quietPromise(), done: quietPromise() };
    this.pending.set(task, pending);
    this.post(thread, { task, request }, transfer);
    return { task, pending };
  }

  private post(thread: Thread, message: ToWorker, transfer: ArrayBuffer[]): void {
    thread.worker.postMessage(message, transfer);
  }

  /** The least busy thread with a free place; a place is taken with it. */
  private async freeThread(): Promise<Thread> {
    if (this.failure) throw this.failure;
    this.warmUp();
    const free = this.running.reduce((best, thread) => (thread.load < best.load ? thread : best));
    if (free.load < TASKS_PER_THREAD && this.queue.length === 0) {
      this.occupy(free);
      return free;
    }
    return await new Promise((resolve, reject) => {
      this.queue.push((thread) => (this.failure ? reject(this.failure) : resolve(thread)));
    });
  }

  private start(): Thread {
    const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
    const worker = new Worker(new URL(file, import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
    const thread: Thread = { worker, load: 0 };
    worker.on('message', (message: FromWorker) => this.receive(thread, message));
    worker.on('error', (error: Error) => this.fail(new LifeboatError('engine-died', { detail: error.message }, { cause: error })));
    worker.on('exit', (code) => {
      const at = this.running.indexOf(thread);
      if (at >= 0) this.running.splice(at, 1);
      this.fail(new LifeboatError('engine-died', { detail: `thread ended with ${code}` }));
    });
    worker.unref();
    return thread;
  }

  private receive(thread: Thread, message: FromWorker): void {
    const pending = this.pending.get(message.task);
    if (!pending) return;
    if (message.step === 'cut') return pending.cut.resolve(message.result);
    if (message.step === 'hashed') return pending.hashed.resolve(message.result);
    this.pending.delete(message.task);
    this.release(thread);
    if (message.step === 'done') return pending.done.resolve(message.result);
    if (message.step === 'unread') return pending.done.reject(new Unread());
    rejectAll(pending, errorOf(message));
  }

  /** The event loop stays alive while a thread works, and only then. */
  private occupy(thread: Thread): void {
    if (thread.load++ === 0) thread.worker.ref();
  }

  private release(thread: Thread): void {
    const next = this.queue.shift();
    if (next) return next(thread);
    if (--thread.load === 0) thread.worker.unref();
  }

  /** A dead thread cannot be trusted to have left the others intact: everything that waits is told. */
  private fail(error: LifeboatError): void {
    if (this.failure) return;
    this.failure = error;
    for (const pending of this.pending.values()) rejectAll(pending, error);
    this.pending.clear();
    for (const next of this.queue.splice(0)) next(this.running[0] as Thread);
    for (const thread of this.running) thread.worker.unref();
  }
}

function rejectAll(pending: Pending, error: Error): void {
  pending.cut.reject(error);
  pending.hashed.reject(error);
  pending.done.reject(error);
}

/** A promise whose rejection is no unhandled one when nobody waits for this step. */
function quietPromise<T>(): PromiseWithResolvers<T> {
  const deferred = Promise.withResolvers<T>();
  deferred.promise.catch(() => undefined);
  return deferred;
}

function errorOf(message: Extract<FromWorker, { step: 'failed' }>): LifeboatError {
  if (message.code === undefined) return new LifeboatError('internal', { detail: message.message });
  return LifeboatError.from({ code: message.code as ErrorCode, data: message.data as never, retryable: false });
}

/** Milliseconds a thread gets to end by itself; only one that hangs in a call of the operating system needs longer. */
const TIME_TO_END = 10_000;

/**
 * Lets a thread finish what it is at and end by itself. Ending it from outside in the middle of a native call, or while it
 * still starts, can take the whole process down.
 */
async function endWorker(worker: Worker): Promise<void> {
  worker.ref();
  const ended = once(worker, 'exit');
  worker.postMessage({ close: true } satisfies ToWorker);
  const giveUp = setTimeout(() => void worker.terminate(), TIME_TO_END);
  await ended;
  clearTimeout(giveUp);
}
