import type { Id } from '../../format/id.ts';
import { isDead } from './dead-lock.ts';
import type { LockContext } from './lock-context.ts';
import { type FoundLock, readLocks } from './lock-files.ts';
import { memoryKey, type Observation } from './lock-memory.ts';
import { begin, observe, sameObservations } from './observation.ts';

/** A lock file and what we make of it. */
export interface SurveyedLock extends FoundLock {
  observation: Observation;
  /** Nobody stands behind it any more. */
  dead: boolean;
}

/** Looks at every lock file and keeps in mind what was seen. */
export async function surveyLocks(context: LockContext, signal?: AbortSignal): Promise<SurveyedLock[]> {
  const { memory, identity, clock } = context;
  const key = keyOf(context);
  const locks = await readLocks(context, signal);
  const known = await memory.load(key);
  const observations = observe(
    known,
    locks.map(({ id }) => id),
    clock,
  );
  if (!sameObservations(known, observations)) await memory.save(key, observations);
  const byId = new Map(observations.map((observation) => [observation.lockId, observation]));
  return locks.map((lock) => {
    const observation = byId.get(lock.id) ?? begin(lock.id, clock);
    return { ...lock, observation, dead: isDead(lock.content, observation, identity, clock) };
  });
}

/** Keeps in mind that lock files of ours which could not be removed hold nothing any more. */
export async function rememberAbandoned(context: LockContext, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  const { memory, clock } = context;
  const key = keyOf(context);
  const others = (await memory.load(key)).filter(({ lockId }) => !ids.includes(lockId));
  await memory.save(key, [...others, ...ids.map((id) => ({ ...begin(id, clock), abandoned: true }))]);
}

function keyOf({ repositoryId, backend }: LockContext): Id {
  return memoryKey(repositoryId, backend.location);
}
