import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RunProgressFacts } from '../../../shared/contract/index.ts';
import { useApi } from '../../api/index.ts';
import { useClock } from '../../time/index.ts';
import { follow, type Track } from './track.ts';

/** A job at work, with what was learned from watching it. */
export type WatchedJob = RunProgressFacts['atWork'][number] & { track: Track };

/** How far a run has come, and what was learned from the answers before. */
export interface WatchedRun extends Omit<RunProgressFacts, 'atWork'> {
  atWork: readonly WatchedJob[];
}

/** Follows a run for as long as it is shown. */
export function useRunProgress(run: string) {
  const { progress } = useApi().runs;
  const queries = useQueryClient();
  const clock = useClock();
  const queryKey = [...progress.queryKey({ input: { id: run } }), 'watched'];
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const facts = await progress.call({ id: run }, { signal });
      return watch(queries.getQueryData<WatchedRun>(queryKey), facts, clock.uptime());
    },
  });
}

/** Takes in an answer. What is not at work any more is forgotten. */
function watch(before: WatchedRun | undefined, facts: RunProgressFacts, at: number): WatchedRun {
  const tracks = new Map(before?.atWork.map(({ job, track }) => [job.id, track]));
  const atWork = facts.atWork.map((fact) => {
    const one = measured(fact);
    return { ...one, track: follow(tracks.get(one.job.id), { at, done: one.done, total: one.total }) };
  });
  return { ...facts, atWork };
}

/** A step that nobody can measure has nothing to show of the one before it. */
function measured(one: RunProgressFacts['atWork'][number]): RunProgressFacts['atWork'][number] {
  return one.phase === 'putting-back' ? { ...one, done: undefined, total: undefined, current: undefined } : one;
}
