import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';

/** What the operating system said of `path`, with a code of ours. */
export function systemFailure(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (isLifeboatError(error) || typeof code !== 'string') return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new LifeboatError('no-space', { path }, { cause: error });
  if (code === 'EROFS') return new LifeboatError('read-only', { path }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM') return new LifeboatError('permission-denied', { path }, { cause: error });
  return new LifeboatError('io-failed', { path, reason: code }, { cause: error });
}
