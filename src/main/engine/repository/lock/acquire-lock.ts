import { randomInt } from 'node:crypto';
import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { Id } from '../../format/id.ts';
import { HeldLock, type Lock } from './held-lock.ts';
import { ignoreHangup } from './ignore-hangup.ts';
import type { LockContext } from './lock-context.ts';
import { type LockKind, removeLock, writeLock } from './lock-files.ts';
import { FIRST_WAIT, LONGEST_WAIT, SETTLE_TIME } from './lock-times.ts';
import { rememberAbandoned, type SurveyedLock, surveyLocks } from './survey.ts';
import { pause, systemTimers } from '../../timers.ts';

/** A few, since some locks of a place may be protected for now and others not. */
const REFUSALS_TRIED = 3;

export interface LockRequest extends LockContext {
  readonly kind: LockKind;
  /** Milliseconds to wait for others to finish; 0 or absent: not at all. restic's `--retry-lock`. */
  readonly wait?: number;
  readonly signal?: AbortSignal;
  /** Unless there is a wait: gives the lock before it is settled that nobody took one at the same moment, see `Lock.assertHeld`. */
  readonly eager?: boolean;
}

/**
 * Takes a lock and keeps it alive until it is released. Dead locks met on the way are removed. `repository-locked`, with
 * the holder's data, if somebody's lock excludes ours until the wait is over.
 */
export async function acquireLock(request: LockRequest): Promise<Lock> {
  const { clock, timers = systemTimers, wait = 0, signal, backend } = request;
  const start = clock.uptime();
  for (let step = FIRST_WAIT; ; step = Math.min(2 * step, LONGEST_WAIT)) {
    const result = await tryToLock(request);
    if (result instanceof HeldLock) return result;
    const left = wait - (clock.uptime() - start);
    if (left <= 0) throw lockedError(backend.location, result);
    // Rivals that met each other must not meet again.
    await pause(timers, Math.min(left, step + randomInt(step)), signal);
  }
}

/** Our lock, or the one that is in the way. */
async function tryToLock(request: LockRequest): Promise<HeldLock | SurveyedLock> {
  const heedHangup = ignoreHangup();
  try {
    return (await findRival(request, undefined)) ?? (await placeLock(request));
  } finally {
    heedHangup();
  }
}

/** Writes our lock, then looks again: of two that wrote at the same moment at least one sees the other and withdraws. */
async function placeLock(request: LockRequest): Promise<HeldLock | SurveyedLock> {
  const { kind, signal, eager = false, wait = 0 } = request;
  const id = await writeLock(request, kind, signal);
  if (eager && wait <= 0) return new HeldLock(request, kind, id, settle(request, id));
  try {
    const rival = await rivalAfterSettling(request, id);
    if (!rival) return new HeldLock(request, kind, id);
    await withdraw(request, id);
    return rival;
  } catch (error) {
    await withdraw(request, id).catch(() => undefined);
    throw error;
  }
}

/** `repository-locked` if somebody else took a lock at the same moment. Ours is given back by whoever holds it. */
async function settle(request: LockRequest, id: Id): Promise<void> {
  const rival = await rivalAfterSettling(request, id);
  if (rival) throw lockedError(request.backend.location, rival);
}

async function rivalAfterSettling(request: LockRequest, id: Id): Promise<SurveyedLock | undefined> {
  await pause(request.timers ?? systemTimers, SETTLE_TIME, request.signal);
  return await findRival(request, id);
}

/** A living lock that excludes ours. Removes the dead ones, where the place allows it. */
async function findRival(request: LockRequest, own: Id | undefined): Promise<SurveyedLock | undefined> {
  const locks = await surveyLocks(request, request.signal);
  if (own !== undefined && !locks.some(({ id }) => id === own))
    throw new LifeboatError('lock-lost', { location: request.backend.location });
  const others = locks.filter(({ id }) => id !== own);
  await sweep(request, others);
  return others.find((lock) => !lock.dead && excludes(lock, request.kind));
}

/** Removes dead locks. Where they may not be removed they pile up: after some refusals the rest is not asked for. */
async function sweep(request: LockRequest, locks: readonly SurveyedLock[]): Promise<void> {
  let refusals = 0;
  for (const { id, dead } of locks) {
    if (dead && !(await removeLock(request, id))) refusals += 1;
    if (refusals === REFUSALS_TRIED) return;
  }
}

/** An empty file is an upload that broke off before it locked anything. What cannot be read may be an exclusive lock. */
function excludes({ size, content }: SurveyedLock, kind: LockKind): boolean {
  return size > 0 && (kind === 'exclusive' || content?.exclusive !== false);
}

async function withdraw(request: LockRequest, id: Id): Promise<void> {
  if (!(await removeLock(request, id))) await rememberAbandoned(request, [id]);
}

function lockedError(location: string, { content, observation }: SurveyedLock): LifeboatError {
  const holder = {
    hostname: content?.hostname ?? '',
    username: content?.username ?? '',
    pid: content?.pid ?? 0,
    since: content?.time ?? observation.firstSeenAt,
    exclusive: content?.exclusive ?? true,
  };
  return new LifeboatError('repository-locked', { location, ...holder }, { retryable: true });
}
