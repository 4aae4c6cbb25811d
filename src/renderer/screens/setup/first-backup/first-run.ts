import { isSameRepository } from '../../../../shared/model/destination.ts';
import type { Proof } from '../../../../shared/model/restore-point.ts';
import type { Run } from '../../../../shared/model/run.ts';

/** The first backup: the first that a person started. */
export function firstRunOf(runs: readonly Run[]): Run | undefined {
  return runs.filter(({ trigger }) => trigger === 'manual').toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}

/** What Lifeboat does by itself after the backup, as long as it is at work. */
export function followUpOf(runs: readonly Run[]): Run | undefined {
  return runs.find(({ trigger, status }) => trigger === 'follow-up' && status === 'running');
}

/** What the trial restores of one source came to. */
export interface Standing {
  source: string;
  /** The one that is told of: the newest of a copy that failed, else the first that passed; undefined: none yet. */
  proof: Proof | undefined;
}

/** How each of these sources stands: one copy that did not pass the last time counts more than all that did. */
export function standingsOf(sources: readonly string[], proofs: readonly Proof[]): Standing[] {
  const byTime = proofs.toSorted((a, b) => a.at.localeCompare(b.at));
  return sources.map((source) => {
    const own = byTime.filter((proof) => proof.source === source);
    const newest = own.filter((proof, at) => !own.slice(at + 1).some((later) => isSameRepository(later, proof)));
    return { source, proof: newest.find(({ passed }) => !passed) ?? own.find(({ passed }) => passed) };
  });
}

/** `proven`: everything that is protected came back once and nothing failed. `open`: all that was to come is over, and it did not. */
export type FirstOutcome = 'waiting' | 'proven' | 'open';

export function firstOutcome(standings: readonly Standing[], runs: readonly Run[]): FirstOutcome {
  const run = firstRunOf(runs);
  if (run?.endedAt === undefined || standings.length === 0) return 'waiting';
  const isWhole = run.status === 'completed' || run.status === 'completed-with-warnings';
  if (isWhole && standings.every(({ proof }) => proof?.passed === true)) return 'proven';
  const isOver = runs.some(({ trigger, endedAt }) => trigger === 'follow-up' && endedAt !== undefined);
  return isOver && followUpOf(runs) === undefined ? 'open' : 'waiting';
}
