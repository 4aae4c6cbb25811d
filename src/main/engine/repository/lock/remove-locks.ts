import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { Id } from '../../format/id.ts';
import { isStaleByOwnWord } from './dead-lock.ts';
import type { LockContext } from './lock-context.ts';
import { removeLock } from './lock-files.ts';
import { type SurveyedLock, surveyLocks } from './survey.ts';

/** What an unlock did. */
export interface RemovedLocks {
  removed: Id[];
  /** Locks that stay because somebody seems to be at work, or because they cannot be read. */
  kept: Id[];
}

/**
 * Removes locks because a person says so: those nobody stands behind and those that are stale by restic's rule; `all`
 * of them if that is asked for. `permission-denied` if the place refuses.
 */
export async function removeLocks(context: LockContext, options: { all?: boolean; signal?: AbortSignal } = {}): Promise<RemovedLocks> {
  const locks = await surveyLocks(context, options.signal);
  const { doomed = [], kept = [] } = Object.groupBy(locks, (lock) => (options.all === true || isDoomed(lock, context) ? 'doomed' : 'kept'));
  for (const { id } of doomed) {
    if (!(await removeLock(context, id))) throw new LifeboatError('permission-denied', { path: context.backend.location });
  }
  return { removed: doomed.map(({ id }) => id), kept: kept.map(({ id }) => id) };
}

function isDoomed({ dead, content }: SurveyedLock, { clock }: LockContext): boolean {
  return dead || (content !== undefined && isStaleByOwnWord(content, clock));
}
