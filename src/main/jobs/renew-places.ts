import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { SkipReason } from '../../shared/model/run.ts';
import { waitingPlaces } from '../protection/index.ts';
import { refOfRetired, retiredFor } from '../setup/index.ts';
import { mayWrite } from './may-write.ts';
import { lookSafely } from './places-now.ts';
import type { Runs } from './runs.ts';
import type { JobSurroundings } from './surroundings.ts';
import type { RunWish, StartedRun } from './wishes.ts';

interface Waiting {
  ref: RepositoryRef;
  /** Why it cannot have its new repository now. */
  reason?: SkipReason;
}

/** Begins the new repository of every place that waits for one; those that cannot have it now are on record with the reason. Undefined: none waits. */
export async function renewPlaces(s: JobSurroundings, runs: Runs, wish: RunWish): Promise<StartedRun | undefined> {
  const waiting = await lookAtWaiting(s);
  if (waiting.length === 0) return undefined;
  const left = waiting.flatMap(({ ref, reason }) => (reason === undefined ? [] : [{ ref, reason }]));
  return runs.renew(wish, possible(waiting), left);
}

/** As {@link renewPlaces}, by itself: only where that is possible now. */
export async function renewPlacesHere(s: JobSurroundings, runs: Runs): Promise<StartedRun | undefined> {
  const refs = possible(await lookAtWaiting(s));
  return refs.length === 0 ? undefined : runs.renew({ trigger: 'follow-up' }, refs, []);
}

function possible(waiting: readonly Waiting[]): RepositoryRef[] {
  return waiting.filter(({ reason }) => reason === undefined).map(({ ref }) => ref);
}

/** A disk of a set last: the first place that has its new repository gives its keys to the others, and should stay. */
async function lookAtWaiting(s: JobSurroundings): Promise<Waiting[]> {
  const isDisk = ({ disk }: RepositoryRef): number => Number(disk !== undefined);
  const refs = waitingPlaces(s.store).toSorted((a, b) => isDisk(a) - isDisk(b));
  return await Promise.all(refs.map(async (ref) => await lookAt(s, ref)));
}

async function lookAt(s: JobSurroundings, ref: RepositoryRef): Promise<Waiting> {
  const old = retiredFor(s, ref);
  const state = old === undefined ? 'away' : (await lookSafely(refOfRetired(old), s.places)).state;
  if (state === 'here') return mayWrite(s.store, ref) ? { ref } : { ref, reason: 'attack-suspected' };
  if (state === 'credential-missing' || state === 'credential-expired') return { ref, reason: 'credential-expired' };
  return { ref, reason: state === 'unreachable' ? 'destination-unreachable' : 'destination-away' };
}
