import type { z } from 'zod';
import type { restorePlanSchema } from '../../../shared/contract/restore.ts';
import type { RestoreItem } from '../../../shared/model/restore.ts';

/** What a restore would do, as the owner found out. */
export type RestorePlan = z.infer<typeof restorePlanSchema>;

/** One source that is to come back, and what is known of the restore point it comes from. */
export interface PlannedItem {
  item: RestoreItem;
  /** The moment of the restore point, RFC 3339. */
  time: string;
  isProven: boolean;
}

/** What a person must know before a restore. */
export interface PlanFacts {
  hasDatabase: boolean;
  /** Something is at the old place, which a restore in place would replace. */
  replaces: boolean;
  /** A live database opens and is healthy. */
  isHealthy: boolean;
  isDamaged: boolean;
  isInUse: boolean;
  /** Facts that are not the same now as in the copy; known only for a restore in place. */
  thrownAway: RestorePlan['parts'][number]['thrownAway'];
  lacksRoom: boolean;
}

export function planFacts({ parts, filesReplaced, bytes, freeBytes }: RestorePlan): PlanFacts {
  const lives = parts.flatMap(({ live }) => live ?? []);
  return {
    hasDatabase: parts.some(({ kind }) => kind !== 'folder' && kind !== 'vendor-file'),
    replaces: lives.length > 0 || filesReplaced > 0,
    isHealthy: lives.some((live) => live.isHealthy),
    isDamaged: lives.some((live) => !live.isHealthy),
    isInUse: lives.some((live) => live.isInUse),
    thrownAway: parts.flatMap((part) => part.thrownAway),
    lacksRoom: freeBytes !== undefined && bytes > freeBytes,
  };
}

/** Where a source goes by itself: back in its place where nothing would be lost by it, else beside what is there. */
export function safestWay(plan: RestorePlan): 'in-place' | 'beside' {
  const { isHealthy } = planFacts(plan);
  return isHealthy || plan.filesReplaced > 0 ? 'beside' : 'in-place';
}
