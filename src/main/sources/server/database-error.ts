import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';

/** Which database is talked to, for people. */
export interface Endpoint {
  /** Host and port. */
  place: string;
  user: string;
  database: string;
}

/** What a server's or a client's own code means for us. */
export type Refusal = 'unreachable' | 'refused' | 'missing' | 'rights' | 'exists' | 'in-use' | 'passing';

/** Codes of the operating system and of the clients that say that nobody is there. */
const NOBODY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ETIMEOUT',
  'ESOCKET',
  'EINSTLOOKUP',
  'ECONNCLOSED',
  'ENOTOPEN',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
]);

/**
 * A client's failure as one of ours. `meaning` is the product's own table of codes; what it does not know is `database-failed`
 * with the code alone, since a server's sentence may quote data.
 */
export function databaseError(error: unknown, endpoint: Endpoint, meaning: (code: string) => Refusal | undefined): LifeboatError {
  if (isLifeboatError(error)) return error;
  if (error instanceof Error && error.name === 'AbortError') return new LifeboatError('aborted', {});
  const code = codeOf(error);
  return describe(NOBODY.has(code) ? 'unreachable' : meaning(code), code, endpoint);
}

function describe(refusal: Refusal | undefined, code: string, { place, user, database }: Endpoint): LifeboatError {
  switch (refusal) {
    case 'unreachable':
      return new LifeboatError('database-unreachable', { place, reason: code }, { retryable: true });
    case 'refused':
      return new LifeboatError('database-refused', { place, user });
    case 'missing':
      return new LifeboatError('database-missing', { place, name: database });
    case 'rights':
      return new LifeboatError('database-rights-missing', { place, user });
    case 'exists':
      return new LifeboatError('database-exists', { name: database });
    case 'in-use':
      return new LifeboatError('source-in-use', { path: database });
    case 'passing':
      return new LifeboatError('database-failed', { place, reason: code }, { retryable: true });
    default:
      return new LifeboatError('database-failed', { place, reason: code });
  }
}

/** The short code of a client's error: SQLSTATE, server number or system code; the error's name without one. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('number' in error && typeof error.number === 'number') return String(error.number);
  if ('errno' in error && typeof error.errno === 'number' && error.errno > 0) return String(error.errno);
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses of one name were tried.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && /terminated|closed|timeout/i.test(error.message) ? 'ECONNRESET' : 'unknown';
}
