import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { Place } from '../engine/index.ts';

/** Whether a repository can be reached now. Away is normal life: a disk is at home, as it should be. */
export type PlaceState =
  | { state: 'here'; place: Place }
  /** A disk that is not plugged in. */
  | { state: 'away' }
  /** A folder, share or service that should be there and is not. */
  | { state: 'unreachable' }
  /** A key leaked, and there is no new repository yet. */
  | { state: 'waiting' }
  | { state: 'credential-missing' }
  | { state: 'credential-expired'; since: string };

/** Where the repositories of the destinations are at this moment. */
export interface Places {
  /** Looks now; quick, and never waits long for a place that does not answer. */
  look(ref: RepositoryRef): Promise<PlaceState>;
  /** Tells of each disk of a set whether it is plugged in, and whenever that changes; the result ends that. */
  watch(onChange: (change: { ref: RepositoryRef; event: 'attached' | 'detached' }) => void): () => void;
}
