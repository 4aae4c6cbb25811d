import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { Clock } from '../../../../shared/model/clock.ts';
import type { Handle } from '../backend.ts';

/** What a failure is about. */
export interface Subject {
  location: string;
  clock: Clock;
  /** Absent for the place as a whole. */
  handle?: Handle;
}

/** What is known of a failed request, read from the SDK's error without keeping it: it carries the credential. */
interface Answer {
  /** HTTP status; undefined if there was no answer. */
  status: number | undefined;
  /** Azure's code, or the system's if there was no answer. */
  code: string | undefined;
  retryAfter: string | undefined;
  cause: Error;
}

const REFUSED = new Set(['AuthenticationFailed', 'AuthorizationFailure', 'InvalidAuthenticationInfo', 'NoAuthenticationInformation']);
const PROTECTED = /^(?:BlobImmutable|BlobHasLegalHold|LeaseIdMissing|SnapshotsPresent|ContainerImmutab)/;
const PASSING = new Set([408, 429, 500, 502, 503, 504]);
/** The line failed, not the machines at its ends: trying again may help. Failures of certificates stay. */
const LINE = /^(?:E[A-Z_]+|REQUEST_SEND_ERROR|PARSE_ERROR|ERR_STREAM_PREMATURE_CLOSE)$/;

/** A failed request as a typed error. */
export function fromAzure(error: unknown, subject: Subject): unknown {
  if (error instanceof LifeboatError || !(error instanceof Error)) return error;
  const answer = read(error);
  if (answer.status === undefined) return withoutAnswer(answer, subject);
  return ofFile(answer, subject) ?? ofPlace(answer, subject);
}

/** Azure's code of a failed request; undefined if the answer did not come from Azure. */
export function azureCode(error: unknown): string | undefined {
  return error instanceof Error ? read(error).code : undefined;
}

/** The same failure for every way a request can break off. */
export function brokenOff(location: string, reason: string, cause?: unknown): LifeboatError {
  return new LifeboatError('place-unreachable', { location, reason }, { cause, retryable: true });
}

function ofFile({ status, code, cause }: Answer, { handle, location }: Subject): LifeboatError | undefined {
  if (handle === undefined) return undefined;
  const { type, name } = handle;
  if (code === 'BlobNotFound') return new LifeboatError('file-not-found', { type, name }, { cause });
  if (code === 'InvalidRange' || status === 416) return new LifeboatError('file-damaged', { type, name, detail: 'truncated' }, { cause });
  if (code !== undefined && PROTECTED.test(code)) return new LifeboatError('locked-until', { type, name }, { cause });
  // Without its container there is no repository; whoever asks for another file than the config has seen one before.
  if (code === 'ContainerNotFound' && type === 'config') return new LifeboatError('repository-not-found', { location }, { cause });
  return undefined;
}

function ofPlace(answer: Answer, { location, clock }: Subject): LifeboatError {
  const { status = 0, code, cause } = answer;
  if (code === 'ContainerNotFound') return new LifeboatError('place-unreachable', { location, reason: 'ENOENT' }, { cause });
  if (code === 'Md5Mismatch' || code === 'InvalidMd5') return brokenOff(location, 'damaged-on-its-way', cause);
  if (code !== undefined && REFUSED.has(code)) return new LifeboatError('credential-refused', { location }, { cause });
  // Only Azure's own word counts: a guest network's sign-in page answers 403 and 404 too.
  if (status === 403 && code !== undefined) return new LifeboatError('permission-denied', { path: location }, { cause });
  const retryAfter = milliseconds(answer.retryAfter, clock);
  const isPassing = PASSING.has(status) || code === 'ContainerBeingDeleted' || code === 'OperationTimedOut';
  const reason = code === undefined ? `HTTP ${status}` : `HTTP ${status} ${code}`;
  const options = { cause, retryable: isPassing, ...(retryAfter !== undefined && { retryAfter }) };
  if (isPassing || code === undefined) return new LifeboatError('place-unreachable', { location, reason }, options);
  return new LifeboatError('io-failed', { path: location, reason }, { cause });
}

function withoutAnswer({ code = 'ECONNRESET', cause }: Answer, { location }: Subject): LifeboatError {
  const reason = code.startsWith('E') && !code.startsWith('ERR_') ? code : LINE.test(code) ? 'ECONNRESET' : code;
  return new LifeboatError('place-unreachable', { location, reason }, { cause, retryable: LINE.test(code) });
}

function read(error: Error): Answer {
  const { statusCode, code, details, response } = error as Error & {
    statusCode?: number;
    code?: string;
    details?: { errorCode?: string };
    response?: { headers?: { get(name: string): string | undefined } };
  };
  const header = (name: string): string | undefined => response?.headers?.get(name);
  const azure = header('x-ms-error-code') ?? details?.errorCode;
  const known = statusCode === undefined ? code : azure;
  const cause = new Error([statusCode, known, header('x-ms-request-id')].filter((part) => part !== undefined).join(' '));
  return { status: statusCode, code: known, retryAfter: header('retry-after'), cause };
}

/** Seconds or a date, as HTTP has it. */
function milliseconds(value: string | undefined, clock: Clock): number | undefined {
  if (value === undefined) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - clock.now().getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
