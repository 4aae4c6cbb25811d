import type { Clock } from '../../src/shared/model/clock.ts';
import type { Timers } from '../../src/main/engine/repository/lock/index.ts';

interface Timer {
  due: number;
  work: () => void;
  background: boolean;
}

/** A clock and timers that move only when a test says so. */
export class ManualTime implements Clock, Timers {
  #wall: number;
  #uptime: number;
  readonly #timers = new Set<Timer>();

  constructor({ wall = '2026-03-01T08:00:00Z', uptime = 3_600_000 }: { wall?: string; uptime?: number } = {}) {
    this.#wall = Date.parse(wall);
    this.#uptime = uptime;
  }

  now(): Date {
    return new Date(this.#wall);
  }

  uptime(): number {
    return this.#uptime;
  }

  after(milliseconds: number, work: () => void, { background = false }: { background?: boolean } = {}): () => void {
    const timer = { due: this.#uptime + milliseconds, work, background };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Timers that would still run. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets time pass; timers run when they are due, and what they start runs as far as it gets without more time. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#uptime + milliseconds;
    await settle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#pass(Math.max(0, next.due - this.#uptime));
      this.#timers.delete(next);
      next.work();
      await settle();
    }
    this.#pass(end - this.#uptime);
  }

  /** The machine sleeps: both clocks move on, nothing runs. */
  sleep(milliseconds: number): void {
    this.#pass(milliseconds);
  }

  /** Somebody sets the wall clock. */
  jump(milliseconds: number): void {
    this.#wall += milliseconds;
  }

  /** The machine starts again: timers are gone, uptime begins anew. */
  restart(milliseconds: number): void {
    this.#timers.clear();
    this.#wall += milliseconds;
    this.#uptime = 0;
  }

  /** Lets just as much time pass as `work` waits for. */
  async until<T>(work: Promise<T>): Promise<T> {
    let settled = false;
    const end = (): void => {
      settled = true;
    };
    work.then(end, end);
    for (await settle(); !settled; await settle()) {
      const next = this.#next(Number.POSITIVE_INFINITY);
      if (next) await this.advance(Math.max(0, next.due - this.#uptime));
    }
    return await work;
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }

  #pass(milliseconds: number): void {
    this.#wall += milliseconds;
    this.#uptime += milliseconds;
  }
}

/** Until everything that needs no time has happened. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
