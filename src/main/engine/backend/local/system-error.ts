import { LifeboatError } from '../../../../shared/errors/index.ts';

const NO_SPACE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const PERMISSION = new Set(['EACCES', 'EPERM']);
/** The device or the server behind the path does not answer; it may come back. */
const UNREACHABLE = new Set([
  'ENODEV',
  'ENXIO',
  'ENOTCONN',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENETRESET',
  'ESTALE',
  'ETIMEDOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ESHUTDOWN',
  'EPIPE',
  'EREMOTEIO',
  'ENONET',
  'ENOMEDIUM',
]);
/** May go by without anybody doing anything; UNKNOWN is what libuv makes of most Windows network errors. */
const PASSING = new Set(['EIO', 'EBUSY', 'EAGAIN', 'EINTR', 'EMFILE', 'ENFILE', 'ENOMEM', 'ETXTBSY', 'EDEADLK', 'UNKNOWN']);

/** The operating system's short name of a failure, or undefined for an error that is not its. */
export function systemReason(error: unknown): string | undefined {
  // Not by `instanceof`: errors of Node's own modules may come from another realm.
  if (typeof error !== 'object' || error === null || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether nothing is at the path. */
export function isMissing(error: unknown): boolean {
  const reason = systemReason(error);
  return reason === 'ENOENT' || reason === 'ENOTDIR';
}

/** A failure of the operating system at `path` as a typed error; `location` names the place as a whole. Anything else as it is. */
export function fromSystemError(error: unknown, path: string, location: string): unknown {
  const reason = systemReason(error);
  if (reason === undefined) return error;
  const cause = { cause: error };
  if (NO_SPACE.has(reason)) return new LifeboatError('no-space', { path: location }, cause);
  if (reason === 'EROFS') return new LifeboatError('read-only', { path: location }, cause);
  if (PERMISSION.has(reason)) return new LifeboatError('permission-denied', { path }, cause);
  if (UNREACHABLE.has(reason)) return unreachable(location, reason, error);
  return new LifeboatError('io-failed', { path, reason }, { ...cause, retryable: PASSING.has(reason) });
}

/** The place as a whole is gone: a pulled disk, a network that is down. It may come back. */
export function unreachable(location: string, reason: string, cause: unknown): LifeboatError {
  return new LifeboatError('place-unreachable', { location, reason }, { cause, retryable: true });
}
