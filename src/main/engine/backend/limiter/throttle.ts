import type { Clock } from '../../../../shared/model/clock.ts';
import { throwIfAborted } from '../../abort.ts';
import type { Timers } from '../../timers.ts';

/** Bytes asked for at a time: small, so that requests share the line evenly and an abort is noticed soon. */
export const SLICE = 16 * 1024;
/** What an idle line may catch up with, in seconds of its limit. */
const BURST = 0.25;

interface Waiting {
  bytes: number;
  proceed: () => void;
}

/** Lets bytes pass at a limited pace, in the order they were asked for. */
export class Throttle {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #line: Waiting[] = [];
  #limit: number | undefined;
  /** Bytes that may pass now; below zero while what passed is not yet paid for. */
  #credit = 0;
  #countedAt: number;
  #cancelTimer: () => void = () => undefined;

  constructor(clock: Clock, timers: Timers) {
    this.#clock = clock;
    this.#timers = timers;
    this.#countedAt = clock.uptime();
  }

  /** Bytes per second; undefined for no limit. */
  get limit(): number | undefined {
    return this.#limit;
  }

  set limit(bytesPerSecond: number | undefined) {
    this.#count();
    this.#limit = bytesPerSecond === undefined ? undefined : Math.max(1, bytesPerSecond);
    this.#letPass();
  }

  /** Resolves when so many bytes may pass; ask for no more than a {@link SLICE} at a time. `aborted` as soon as the signal says so. */
  async take(bytes: number, signal?: AbortSignal): Promise<void> {
    throwIfAborted(signal);
    if (this.#limit === undefined) return;
    await new Promise<void>((resolve) => {
      const waiting: Waiting = { bytes, proceed: () => (signal?.removeEventListener('abort', leave), resolve()) };
      const leave = (): void => {
        const at = this.#line.indexOf(waiting);
        if (at >= 0) this.#line.splice(at, 1);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#line.push(waiting);
      this.#letPass();
    });
    throwIfAborted(signal);
  }

  #letPass(): void {
    this.#cancelTimer();
    this.#count();
    while (this.#line.length > 0 && (this.#limit === undefined || this.#credit > 0)) {
      const next = this.#line.shift() as Waiting;
      if (this.#limit !== undefined) this.#credit -= next.bytes;
      next.proceed();
    }
    if (this.#line.length === 0 || this.#limit === undefined) return;
    const wait = Math.ceil((-this.#credit / this.#limit) * 1000) + 1;
    this.#cancelTimer = this.#timers.after(wait, () => this.#letPass());
  }

  #count(): void {
    const now = this.#clock.uptime();
    const elapsed = Math.max(0, now - this.#countedAt) / 1000;
    this.#countedAt = now;
    if (this.#limit === undefined) this.#credit = 0;
    else this.#credit = Math.min(this.#limit * BURST, this.#credit + elapsed * this.#limit);
  }
}
