import { LifeboatError } from '../../shared/errors/index.ts';

/** Throws what the signal was aborted with, as `aborted` if that is no error of ours. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw signal.reason instanceof LifeboatError ? signal.reason : new LifeboatError('aborted', {}, { cause: signal.reason });
}

/** One signal out of several; undefined ones never abort. */
export function anySignal(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
