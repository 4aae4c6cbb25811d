import { type ErrorCode, isLifeboatError, type LifeboatError } from '../../shared/errors/index.ts';

/** Failures of one object of the repository; the others may still be whole. */
const DAMAGE: ReadonlySet<ErrorCode> = new Set([
  'file-not-found',
  'file-damaged',
  'blob-damaged',
  'blob-not-found',
  'tree-damaged',
  'io-failed',
]);

/**
 * Whether a failure to read concerns one object only (a bad sector included), so that work on the others makes sense.
 * All other failures say that the repository cannot be reached or used now.
 */
export function isDamage(error: unknown): error is LifeboatError {
  return isLifeboatError(error) && DAMAGE.has(error.code);
}

/** The short word for a failure that a warning carries. */
export function damageDetail(error: LifeboatError): string {
  if ('detail' in error.data && typeof error.data.detail === 'string') return error.data.detail;
  return 'reason' in error.data && typeof error.data.reason === 'string' ? error.data.reason : error.code;
}
