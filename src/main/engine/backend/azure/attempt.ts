import type { Clock } from '../../../../shared/model/clock.ts';
import { anySignal, throwIfAborted } from '../../abort.ts';
import type { Timers } from '../../timers.ts';
import type { Speed } from './speed.ts';

/** Milliseconds without a byte moving after which a transfer that is late counts as dead. */
const STALLED = 60_000;

export interface AttemptOptions {
  clock: Clock;
  timers: Timers;
  speed: Speed;
  /** Bytes it is about; 0 for small requests. */
  bytes: number;
  signal: AbortSignal | undefined;
  /** What is thrown when time is up. */
  onTimeout: () => Error;
}

/** One try of one request, as the request sees it. */
export interface Attempt {
  /** Aborts when the caller gives up or time is up. */
  readonly signal: AbortSignal;
  /** Says that bytes moved. */
  moved(): void;
  /** Waits for something that is not the line's fault, such as our own bandwidth limit. */
  excuse(wait: Promise<void>): Promise<void>;
}

/**
 * Runs one try within a time measured by the line's speed. A try that is late but still moves bytes goes on: a slow line
 * is no reason to send the same bytes again.
 */
export async function attempt<T>(options: AttemptOptions, run: (attempt: Attempt) => Promise<T>): Promise<T> {
  const { signal, speed, bytes, clock } = options;
  throwIfAborted(signal);
  const watch = new Watch(options);
  try {
    const result = await run(watch);
    speed.measured(bytes, clock.uptime() - watch.startedAt - watch.excused);
    return result;
  } catch (error) {
    throwIfAborted(signal);
    if (watch.timedOut) speed.tooSlow();
    throw watch.timedOut ? options.onTimeout() : error;
  } finally {
    watch.end();
  }
}

class Watch implements Attempt {
  readonly signal: AbortSignal;
  readonly startedAt: number;
  excused = 0;
  #movedAt: number;
  #waits = 0;
  #cancel: () => void = () => undefined;
  readonly #own = new AbortController();
  readonly #options: AttemptOptions;

  constructor(options: AttemptOptions) {
    this.#options = options;
    this.signal = anySignal(options.signal, this.#own.signal);
    this.startedAt = options.clock.uptime();
    this.#movedAt = this.startedAt;
    this.#lookIn(this.#left());
  }

  get timedOut(): boolean {
    return this.#own.signal.aborted;
  }

  moved(): void {
    this.#movedAt = this.#options.clock.uptime();
  }

  async excuse(wait: Promise<void>): Promise<void> {
    const from = this.#options.clock.uptime();
    this.#waits += 1;
    try {
      await wait;
    } finally {
      this.#waits -= 1;
      this.moved();
      this.excused += this.#movedAt - from;
    }
  }

  end(): void {
    this.#cancel();
  }

  /** Milliseconds until this try is late and stands still. */
  #left(): number {
    const { clock, speed, bytes } = this.#options;
    const late = this.startedAt + this.excused + speed.patience(bytes);
    const still = this.#movedAt === this.startedAt ? this.startedAt : this.#movedAt + STALLED;
    return Math.max(late, still) - clock.uptime();
  }

  #lookIn(milliseconds: number): void {
    // Looking in once too often does no harm; no timer runs as long as a damaged index may ask for.
    const soon = Math.min(STALLED, Math.max(1, Math.ceil(milliseconds)));
    this.#cancel = this.#options.timers.after(soon, () => this.#look(), { background: true });
  }

  #look(): void {
    const left = this.#left();
    if (left > 0 || this.#waits > 0) this.#lookIn(this.#waits > 0 ? STALLED : left);
    else this.#own.abort();
  }
}
