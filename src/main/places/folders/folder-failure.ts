import { LifeboatError } from '../../../shared/errors/index.ts';

/** Why a folder could not be listed, as one of the list's errors. */
export function folderFailure(path: string, cause: unknown): LifeboatError {
  const { code: reason = 'unknown' } = Object(cause) as { code?: string };
  if (reason === 'ENOENT') return new LifeboatError('folder-not-found', { path }, { cause });
  if (reason === 'ENOTDIR') return new LifeboatError('not-a-folder', { path }, { cause });
  if (reason === 'EACCES' || reason === 'EPERM') return new LifeboatError('permission-denied', { path }, { cause });
  return new LifeboatError('place-unreachable', { location: path, reason }, { cause, retryable: true });
}

/** A share that is gone keeps whoever asks it for minutes. */
export function slowFolder(path: string): LifeboatError {
  return new LifeboatError('place-unreachable', { location: path, reason: 'ETIMEDOUT' }, { retryable: true });
}

export function invalidPath(value: string): LifeboatError {
  return new LifeboatError('value-invalid', { name: 'path', value, expected: 'a whole path, from the drive or the top folder on' });
}
