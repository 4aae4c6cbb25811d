import { performance } from 'node:perf_hooks';

/** A result and the milliseconds it took. */
export interface Timed<T> {
  result: T;
  milliseconds: number;
}

/** Runs `work` and measures it. */
export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - start };
}

/** A short time in words, such as `0.42 s` or `12.3 s`. */
export function inSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}
