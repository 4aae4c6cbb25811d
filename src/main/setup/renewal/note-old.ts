import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { Destination, RepositoryRef } from '../../../shared/model/destination.ts';
import type { RepositoryAccess } from '../../engine-host/index.ts';
import type { Place } from '../../engine/index.ts';
import { lastRenewal, retiredPlaces } from '../../protection/index.ts';
import { listRepository } from '../list-repository.ts';
import { credentialName, type SetupNeeds } from '../needs.ts';
import { putRetired, refOf } from './retired.ts';
import { whereOf } from './where-of.ts';

/** A repository where it lies: the destination it is of, of a set with the one disk, and how it is reached. */
export interface LyingRepository {
  destination: Destination;
  place: Place;
}

/**
 * Whether what lies at a place that is to be the `of` one is an old repository of this pharmacy, from before a key leaked: one that is on
 * record as such, or opens with a key that this PC had then. It is on record afterwards, with what is in it.
 */
export async function noteOld(needs: SetupNeeds, of: RepositoryRef, { destination, place }: LyingRepository): Promise<boolean> {
  const { store, clock } = needs;
  if (retiredPlaces(store).some((one) => whereOf(one.destination) === whereOf(destination))) return true;
  const then = await keyThatOpens(needs, place);
  if (then === undefined) return false;
  const last = lastRenewal(store);
  const since = last?.id === then.renewal ? last.at : clock.now().toISOString();
  const retired = putRetired({ store }, { destination, of, since, renewal: then.renewal });
  // Whatever is wrong with it, the new one can begin; what is in it is looked for again.
  await listRepository(needs, refOf(retired), then.at).catch(() => undefined);
  return true;
}

/** The key of this PC that opens it, of those that it had before a key leaked. */
async function keyThatOpens({ host, vault }: SetupNeeds, place: Place): Promise<{ renewal: string; at: RepositoryAccess } | undefined> {
  for (const renewal of credentialName.renewalsIn(vault.names())) {
    const password = await vault.get(credentialName.ofRetired(renewal));
    if (password === undefined) continue;
    const at = { ...place, password };
    try {
      await host.listKeys({ at });
      return { renewal, at };
    } catch (error) {
      if (!isLifeboatError(error, 'wrong-password')) throw error;
    }
  }
  return undefined;
}
