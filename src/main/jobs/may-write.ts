import type { RepositoryRef } from '../../shared/model/destination.ts';
import { attackNow } from '../protection/index.ts';
import type { Store } from '../store/index.ts';

/**
 * Whether a place that is here may be written to: while somebody fears an attack, only where nobody at this PC can destroy
 * what lies there. What a test of the place found goes before what was set up; a disk that is plugged in protects nothing.
 */
export function mayWrite(store: Pick<Store, 'notes' | 'destinations'>, ref: RepositoryRef): boolean {
  if (attackNow(store) === undefined) return true;
  const destination = store.destinations.get(ref.destination);
  if (destination === undefined || destination.kind === 'usb-set' || destination.isolation === 'offline') return false;
  const [probe] = store.notes.probes(ref, 1);
  return probe === undefined ? destination.isolation === 'immutable' : !probe.canDestroy;
}
