import { type ErrorCode, isLifeboatError, type LifeboatError } from '../../../../shared/errors/index.ts';
import type { Clock } from '../../../../shared/model/clock.ts';
import type { Waiting } from '../../../../shared/model/progress.ts';
import { pause, systemTimers, type Timers } from '../../timers.ts';
import type { Backend, FileInfo, FileType, Handle } from '../backend.ts';
import { WrappedBackend } from '../wrapped-backend.ts';
import { nextPause, type Patience, PATIENCE } from './patience.ts';

export interface RetryOptions {
  clock: Clock;
  timers?: Timers;
  patience?: Patience;
  /** A random number from 0 up to 1: requests that failed together must not come back together. */
  random?: () => number;
  /** Hears of each pause before a request is made again. */
  onWait?: ((waiting: Waiting) => void) | undefined;
}

/** Repeats what failed and may succeed next time, with growing pauses and within limits. Never what failed for good. */
export class RetryBackend extends WrappedBackend {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #patience: Patience;
  readonly #random: () => number;
  readonly #onWait: ((waiting: Waiting) => void) | undefined;
  /** Whether the place has ever answered: one that never did is given up soon, since somebody may be waiting for it. */
  #answered = false;

  constructor(inner: Backend, { clock, timers = systemTimers, patience = PATIENCE, random = Math.random, onWait }: RetryOptions) {
    super(inner);
    this.#clock = clock;
    this.#timers = timers;
    this.#patience = patience;
    this.#random = random;
    this.#onWait = onWait;
  }

  /** A save whose answer was lost may have arrived: then the file is there, and the place compares it. */
  override async save(handle: Handle, parts: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    let tries = 0;
    await this.handOn(async () => {
      tries += 1;
      try {
        await this.inner.save(handle, parts, signal);
      } catch (error) {
        // A config is refused whatever it holds, so whether it is ours shows only in its content.
        const mayBeOurs = tries > 1 && handle.type === 'config' && isLifeboatError(error, 'file-exists');
        if (!mayBeOurs || Buffer.compare(await this.inner.load(handle, undefined, signal), Buffer.concat(parts)) !== 0) throw error;
      }
    }, signal);
  }

  /** A listing that breaks off begins again and leaves out what it gave already. */
  override async *list(type: FileType, signal?: AbortSignal): AsyncGenerator<FileInfo> {
    const given = new Set<string>();
    let listing = this.inner.list(type, signal)[Symbol.asyncIterator]();
    const next = async (): Promise<IteratorResult<FileInfo>> => {
      try {
        return await listing.next();
      } catch (error) {
        listing = this.inner.list(type, signal)[Symbol.asyncIterator]();
        throw error;
      }
    };
    try {
      for (;;) {
        const result = await this.handOn(next, signal);
        if (result.done === true) return;
        if (given.has(result.value.name)) continue;
        given.add(result.value.name);
        yield result.value;
      }
    } finally {
      await listing.return?.();
    }
  }

  protected override async handOn<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const start = this.#clock.uptime();
    for (let tries = 1; ; tries++) {
      try {
        const result = await request();
        this.#answered = true;
        return result;
      } catch (error) {
        const wait = this.#waitAfter(error, tries, this.#clock.uptime() - start);
        if (wait === undefined) throw error;
        this.#onWait?.({ kind: 'waiting', code: wait.code, seconds: Math.ceil(wait.milliseconds / 1000) });
        await pause(this.#timers, wait.milliseconds, signal);
      }
    }
  }

  /** Why and how long to wait before the next try; undefined if there is none. */
  #waitAfter(error: unknown, tries: number, elapsed: number): { code: ErrorCode; milliseconds: number } | undefined {
    if (!isLifeboatError(error)) return undefined;
    const milliseconds = this.#pauseAfter(error, tries, elapsed);
    return milliseconds === undefined ? undefined : { code: error.code, milliseconds };
  }

  #pauseAfter(error: LifeboatError, tries: number, elapsed: number): number | undefined {
    this.#answered ||= !isSilence(error);
    if (!error.retryable) return undefined;
    const wait = Math.max(nextPause(this.#patience, tries, this.#random()), error.retryAfter ?? 0);
    if (!this.#answered) return elapsed + wait <= this.#patience.unanswered ? wait : undefined;
    if (wait > this.#patience.answered) return undefined;
    return tries < this.#patience.leastTries || elapsed + wait <= this.#patience.answered ? wait : undefined;
  }
}

/** Nobody was there to answer: no name, no connection. What the other side said has words instead of a system's short name. */
function isSilence(error: LifeboatError): boolean {
  return isLifeboatError(error, 'place-unreachable') && /^E[A-Z_]+$/.test(error.data.reason);
}
