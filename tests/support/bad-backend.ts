import { setTimeout as pause } from 'node:timers/promises';
import { LifeboatError } from '../../src/shared/errors/index.ts';
import type { Backend, FileInfo } from '../../src/main/engine/backend/index.ts';
import { InterceptedBackend, type Request } from './intercepted-backend.ts';

/** A kind of request, such as `save index`. */
export type RequestKind = `${Request['operation']} ${Request['handle']['type']}`;

/** What goes wrong with a request. */
export type Misdeed =
  /** It fails, and may be tried again. */
  | 'error'
  /** It is done, and its answer is an error that may be tried again. */
  | 'lost answer'
  /** It takes its time. */
  | 'delay'
  /** A read gives half of the bytes, or one bit wrong. */
  | 'truncated read'
  | 'wrong read'
  /** A save that is acknowledged stores nothing, half of the bytes, or one bit wrong. */
  | 'lost write'
  | 'truncated write'
  | 'wrong write'
  /** A listing leaves everything out that is new since it was asked for first. */
  | 'late listing'
  /** A listing has a file that was removed before. */
  | 'stale listing';

/** The n-th request of a kind goes wrong, counted from 1; listings go wrong from there on, late ones know what was there at the n-th. */
export interface PlannedMisdeed {
  misdeed: Misdeed;
  kind: RequestKind;
  nth: number;
}

/** What a stale listing still has. */
const REMOVED: FileInfo = { name: 'de'.repeat(32), size: 1000 };

/** A place that does one thing wrong, and whether it has come to that. */
export function badBackend(inner: Backend, { misdeed, kind, nth }: PlannedMisdeed): { backend: Backend; met: () => boolean } {
  let requests = 0;
  let met = false;
  const listed = new Map<string, FileInfo>();
  const backend = new InterceptedBackend(inner, async (request, proceed) => {
    if (kindOf(request) !== kind || ++requests < nth) return await proceed();
    if (misdeed === 'late listing' || misdeed === 'stale listing') {
      const files = (await proceed()) as FileInfo[];
      if (requests === nth) for (const file of files) listed.set(file.name, file);
      const told = misdeed === 'late listing' ? files.filter(({ name }) => listed.has(name)) : [...files, REMOVED];
      met ||= told.length !== files.length;
      return told as never;
    }
    if (requests > nth) return await proceed();
    met = true;
    return await misdo(misdeed, inner, request, proceed);
  });
  return { backend, met: () => met };
}

export function kindOf({ operation, handle }: Request): RequestKind {
  return `${operation} ${handle.type}`;
}

/** Notes every request on its way, to plan misdeeds by. */
export function watchedBackend(inner: Backend): { backend: Backend; counts: Map<RequestKind, number> } {
  const counts = new Map<RequestKind, number>();
  const backend = new InterceptedBackend(inner, async (request, proceed) => {
    counts.set(kindOf(request), (counts.get(kindOf(request)) ?? 0) + 1);
    return await proceed();
  });
  return { backend, counts };
}

async function misdo<T>(misdeed: Misdeed, inner: Backend, { handle, parts }: Request, proceed: () => Promise<T>): Promise<T> {
  const failure = new LifeboatError('io-failed', { path: 'place', reason: 'EIO' }, { retryable: true });
  if (misdeed === 'error') throw failure;
  if (misdeed === 'delay') await pause(300);
  if (misdeed === 'lost write') return undefined as T;
  if (misdeed === 'truncated write' || misdeed === 'wrong write') {
    const bytes = Buffer.concat(parts);
    await inner.save(handle, [misdeed === 'wrong write' ? flipped(bytes) : halved(bytes)]);
    return undefined as T;
  }
  const answer = await proceed();
  if (misdeed === 'lost answer') throw failure;
  if (misdeed === 'truncated read') return halved(answer as Uint8Array) as T;
  return misdeed === 'wrong read' ? (flipped(answer as Uint8Array) as T) : answer;
}

function halved(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, bytes.length >> 1);
}

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] as number) ^ 1;
  return copy;
}
