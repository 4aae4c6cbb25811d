import { retiredPlaces } from '../../protection/index.ts';
import { listRepository } from '../list-repository.ts';
import type { SetupNeeds } from '../needs.ts';
import { passwordOf } from '../repositories.ts';
import { refOf } from './retired.ts';

/**
 * Looks what is in the old repositories of which that is not known, as after the store was lost and rebuilt. One that is away, or fails,
 * is looked at the next time.
 */
export async function listRetired(needs: SetupNeeds): Promise<void> {
  const { store, places } = needs;
  for (const retired of retiredPlaces(store)) {
    const ref = refOf(retired);
    const isKnown = store.points.listedAt(ref) !== undefined || store.points.list({ at: ref, limit: 1 }).length > 0;
    if (isKnown || retired.isShut === true) continue;
    try {
      const found = await places.look(ref);
      if (found.state === 'here') await listRepository(needs, ref, { ...found.place, password: await passwordOf(needs, ref) });
    } catch {
      // The others may be all right.
    }
  }
}
