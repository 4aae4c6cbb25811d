import { repositoriesOf, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { JobSurroundings } from '../jobs/index.ts';
import type { Surroundings } from '../protection/index.ts';

type States = Surroundings['states'];

/** Milliseconds a look counts for a question from a screen: a dead share answers after seconds, and a screen asks often. */
const FRESH_FOR = 60_000;

/** Where repositories were when somebody last looked. */
export class PlaceLooks {
  private readonly jobs: Pick<JobSurroundings, 'store' | 'places' | 'clock'>;
  private last: { at: number; states: States } | undefined;

  constructor(jobs: Pick<JobSurroundings, 'store' | 'places' | 'clock'>) {
    this.jobs = jobs;
  }

  /** Looks at every place now. */
  async look(): Promise<States> {
    const { store, places, clock } = this.jobs;
    const refs = store.destinations.list().flatMap(repositoriesOf);
    const states = new Map(await Promise.all(refs.map(async (ref) => [repositoryKey(ref), await stateOf(places, ref)] as const)));
    this.last = { at: clock.uptime(), states };
    return states;
  }

  /** As it was at the last look, if that was a moment ago and about the same places. */
  async recent(): Promise<States> {
    const { store, clock } = this.jobs;
    const keys = store.destinations.list().flatMap(repositoriesOf).map(repositoryKey);
    const { last } = this;
    const isRecent = last !== undefined && clock.uptime() - last.at < FRESH_FOR && keys.every((key) => last.states.has(key));
    return isRecent ? last.states : await this.look();
  }

  /** Something came or went. */
  forget(): void {
    this.last = undefined;
  }
}

/** A vault that is shut keeps a place from being looked at; that is the vault's fault, not the place's. */
async function stateOf(places: JobSurroundings['places'], ref: RepositoryRef) {
  try {
    return (await places.look(ref)).state;
  } catch {
    return 'unknown' as const;
  }
}
