import { LifeboatError } from '../../../shared/errors/index.ts';
import { sourceError, systemCode } from '../files/index.ts';

/** Beginnings of SQLite's codes (`SQLITE_IOERR_SHORT_READ` begins with `SQLITE_IOERR`) and what they mean for a source. */
const MEANINGS: readonly (readonly [string, (path: string, message: string) => LifeboatError])[] = [
  ['SQLITE_BUSY', (path) => new LifeboatError('source-busy', { path }, { retryable: true })],
  ['SQLITE_LOCKED', (path) => new LifeboatError('source-busy', { path }, { retryable: true })],
  ['SQLITE_PROTOCOL', (path) => new LifeboatError('source-busy', { path }, { retryable: true })],
  ['SQLITE_NOTADB', (path) => new LifeboatError('source-not-a-database', { path })],
  ['SQLITE_CORRUPT', (path, detail) => new LifeboatError('source-damaged', { path, detail })],
  ['SQLITE_IOERR_SHORT_READ', (path, detail) => new LifeboatError('source-damaged', { path, detail })],
  ['SQLITE_FULL', (path) => new LifeboatError('no-space', { path })],
  ['SQLITE_PERM', (path) => new LifeboatError('permission-denied', { path })],
  ['SQLITE_AUTH', (path) => new LifeboatError('permission-denied', { path })],
  ['SQLITE_CANTOPEN', (path) => new LifeboatError('source-unreadable', { path, reason: 'EACCES' })],
  ['SQLITE_READONLY', (path) => new LifeboatError('read-only', { path })],
  ['SQLITE_IOERR', (path) => new LifeboatError('io-failed', { path, reason: 'EIO' })],
];

/** A failure of SQLite or of the operating system about this file, as an error of ours. */
export function databaseError(error: unknown, path: string): unknown {
  const code = systemCode(error) ?? '';
  const meaning = MEANINGS.find(([start]) => code.startsWith(start))?.[1];
  if (meaning === undefined) return sourceError(error, path);
  const known = meaning(path, error instanceof Error ? error.message : code);
  known.cause = error;
  return known;
}
