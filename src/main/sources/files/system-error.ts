import { LifeboatError } from '../../../shared/errors/index.ts';

/** The operating system's short name of a failure, such as `ENOENT`; undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A failure to read a source as an error of ours; what is none of the operating system's stays as it is. */
export function sourceError(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error;
  const options = { cause: error };
  if (code === 'ENOENT' || code === 'ENOTDIR') return new LifeboatError('source-not-found', { path }, options);
  if (code === 'EBUSY') return new LifeboatError('source-busy', { path }, { ...options, retryable: true });
  if (code === 'EACCES' || code === 'EPERM') return new LifeboatError('permission-denied', { path }, options);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new LifeboatError('no-space', { path }, options);
  if (code === 'EROFS') return new LifeboatError('read-only', { path }, options);
  return new LifeboatError('io-failed', { path, reason: code }, options);
}

/** Runs `work`; a failure of the operating system in it is about `path`. */
export async function about<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw sourceError(error, path);
  }
}
