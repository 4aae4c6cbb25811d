import { LifeboatError } from '../../shared/errors/index.ts';

/** What went wrong with a file that the command itself reads or writes, from what the operating system said. */
export function systemError(path: string, error: unknown): LifeboatError {
  const reason = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return new LifeboatError('no-space', { path }, { cause: error });
  if (reason === 'EROFS') return new LifeboatError('read-only', { path }, { cause: error });
  if (reason === 'EACCES' || reason === 'EPERM') return new LifeboatError('permission-denied', { path }, { cause: error });
  return new LifeboatError('io-failed', { path, reason }, { cause: error });
}
