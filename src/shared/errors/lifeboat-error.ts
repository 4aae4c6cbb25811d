import type { ErrorCode, ErrorData } from './codes.ts';

/** How an error crosses a process border: plain data, no stack, no sentence. */
export interface ErrorReport<C extends ErrorCode = ErrorCode> {
  code: C;
  data: ErrorData[C];
  retryable: boolean;
}

/**
 * A failure that is part of normal life: a code from the closed list and the data its sentence needs.
 * Sentences live in `shared/text`; `message` is for developers only.
 */
export class LifeboatError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorData[C];
  /** Whether trying the same again later may succeed without anybody changing anything. */
  readonly retryable: boolean;
  /** Milliseconds the other side asked us to wait before the next try; undefined if it did not. */
  readonly retryAfter: number | undefined;

  constructor(code: C, data: ErrorData[C], options: { cause?: unknown; retryable?: boolean; retryAfter?: number } = {}) {
    super(`${code} ${JSON.stringify(data)}`, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'LifeboatError';
    this.code = code;
    this.data = data;
    this.retryable = options.retryable ?? false;
    this.retryAfter = options.retryAfter;
  }

  /** The same failure as plain data, for logs and for crossing a process border. */
  report(): ErrorReport<C> {
    return { code: this.code, data: this.data, retryable: this.retryable };
  }

  /** The error a report describes. */
  static from<C extends ErrorCode>(report: ErrorReport<C>): LifeboatError<C> {
    return new LifeboatError(report.code, report.data, { retryable: report.retryable });
  }
}

/** Whether `error` is a LifeboatError with this code (any code when none is given). */
export function isLifeboatError<C extends ErrorCode = ErrorCode>(error: unknown, code?: C): error is LifeboatError<C> {
  return error instanceof LifeboatError && (code === undefined || error.code === code);
}

/** Any thrown value as a LifeboatError: itself, an abort as `aborted`, everything else as `internal`. */
export function asLifeboatError(error: unknown): LifeboatError {
  if (isLifeboatError(error)) return error;
  if (error instanceof Error && error.name === 'AbortError') return new LifeboatError('aborted', {}, { cause: error });
  return new LifeboatError('internal', { detail: error instanceof Error ? error.message : String(error) }, { cause: error });
}
