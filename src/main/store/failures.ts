import { LifeboatError } from '../../shared/errors/index.ts';

/** What better-sqlite3 throws. Known by its name: its native part is loaded once for all copies of the class. */
type SqliteError = Error & { code: string };

function isSqliteError(error: unknown): error is SqliteError {
  return typeof error === 'object' && (error as Error | null)?.name === 'SqliteError' && typeof (error as SqliteError).code === 'string';
}

/** Whether SQLite says that the file is no database or that its inside is broken. */
export function isDamage(error: unknown): boolean {
  return isSqliteError(error) && /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(error.code);
}

/** Another connection holds a lock that excludes ours. */
export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}

/** Does something with the database of `path`; what SQLite throws comes out with a code of ours. */
export function withDatabase<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isSqliteError(error) ? failureOf(path, error) : error;
  }
}

function failureOf(path: string, error: SqliteError): LifeboatError {
  const { code } = error;
  if (isDamage(error)) return new LifeboatError('store-damaged', { path, detail: code }, { cause: error });
  if (code === 'SQLITE_FULL') return new LifeboatError('no-space', { path }, { cause: error });
  if (code.startsWith('SQLITE_READONLY')) return new LifeboatError('read-only', { path }, { cause: error });
  if (code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_AUTH'))
    return new LifeboatError('permission-denied', { path }, { cause: error });
  if (/^SQLITE_(IOERR|CANTOPEN|BUSY|LOCKED)/.test(code)) {
    return new LifeboatError('io-failed', { path, reason: code }, { cause: error, retryable: isBusy(error) });
  }
  // Everything else is a statement of ours that is wrong; its words may quote a value.
  return new LifeboatError('internal', { detail: `store: ${code}` }, { cause: error });
}
