import { repositoriesOf, type RepositoryRef } from '../../../shared/model/destination.ts';
import type { RenewalFacts } from '../../../shared/model/renewal.ts';
import { isWaiting } from '../../protection/index.ts';
import type { SetupNeeds } from '../needs.ts';
import { refOf, retiredFor } from './retired.ts';

/** What it would mean and cost if every place began anew now. Nothing is changed. */
export async function renewalFacts(needs: Pick<SetupNeeds, 'store' | 'places'>): Promise<RenewalFacts> {
  const { store } = needs;
  const refs = store.destinations.list().flatMap(repositoriesOf);
  const states = await Promise.all(refs.map(async (ref) => ({ ref, isHere: await isHere(needs, ref) })));
  const newest = store.sources.list().map(({ id }) => store.points.list({ source: id, limit: 1 })[0]?.bytes ?? 0);
  const bytes = newest.reduce((sum, one) => sum + one, 0);
  const tight = refs.flatMap((ref) => {
    const freeBytes = store.notes.probes(ref, 1)[0]?.freeBytes;
    return freeBytes !== undefined && freeBytes < bytes ? [{ ...ref, freeBytes }] : [];
  });
  const where = (wanted: boolean): RepositoryRef[] => states.filter((one) => one.isHere === wanted).map(({ ref }) => ref);
  return { here: where(true), away: where(false), bytes, isDisksOnly: areDisksOnly(needs), tight };
}

/** Whether there are disks and no other places: what takes its master keys from another one then needs two that are plugged in. */
export function areDisksOnly({ store }: Pick<SetupNeeds, 'store'>): boolean {
  const refs = store.destinations.list().flatMap(repositoriesOf);
  return refs.length > 1 && refs.every(({ disk }) => disk !== undefined);
}

/** A vault that does not give one place's credential says nothing of the others. */
async function isHere(needs: Pick<SetupNeeds, 'store' | 'places'>, ref: RepositoryRef): Promise<boolean> {
  const old = isWaiting(needs.store, ref) ? retiredFor(needs, ref) : undefined;
  try {
    return (await needs.places.look(old === undefined ? ref : refOf(old))).state === 'here';
  } catch {
    return false;
  }
}
