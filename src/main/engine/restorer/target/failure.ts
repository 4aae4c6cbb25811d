import { isLifeboatError, LifeboatError } from '../../../../shared/errors/index.ts';

/** The operating system's short name of a failure, such as `EACCES`; else the error's message. */
export function failureReason(error: unknown): string {
  // Not `instanceof`: an error can come from another realm.
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return typeof message === 'string' ? message : 'unknown';
}

/** The error that ends the whole restore if a failure at the target concerns more than one entry, else undefined. */
export function fatalFailure(error: unknown, path: string): LifeboatError | undefined {
  if (isLifeboatError(error)) return error.code === 'io-failed' ? undefined : error;
  const reason = failureReason(error);
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return new LifeboatError('no-space', { path }, { cause: error });
  if (reason === 'EROFS') return new LifeboatError('read-only', { path }, { cause: error });
  return undefined;
}

/** A failure to write at the target as an error of ours. */
export function targetError(error: unknown, path: string): LifeboatError {
  const known = isLifeboatError(error) ? error : fatalFailure(error, path);
  if (known) return known;
  const reason = failureReason(error);
  if (reason === 'EACCES' || reason === 'EPERM') return new LifeboatError('permission-denied', { path }, { cause: error });
  return new LifeboatError('io-failed', { path, reason }, { cause: error });
}
