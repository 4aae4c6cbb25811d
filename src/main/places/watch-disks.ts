import { type Destination, repositoriesOf, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { Places, PlaceState } from './places.ts';

export interface DiskWatchNeeds {
  destinations: () => readonly Destination[];
  look: (ref: RepositoryRef) => Promise<PlaceState>;
  every: (milliseconds: number, work: () => void) => () => void;
}

/** Looks for the disks of every set again and again and tells what came and went. The first look tells of each where it is. */
export function watchDisks(
  { destinations, look, every }: DiskWatchNeeds,
  interval: number,
  onChange: Parameters<Places['watch']>[0],
): () => void {
  const told = new Map<string, boolean>();
  let looking = false;
  let stopped = false;
  const lookAgain = async (): Promise<void> => {
    // A look that takes long is not joined by another.
    if (looking) return;
    looking = true;
    try {
      const refs = destinations().flatMap((destination) => (destination.kind === 'usb-set' ? repositoriesOf(destination) : []));
      const states = await Promise.all(refs.map(async (ref) => ({ ref, isHere: (await look(ref)).state === 'here' })));
      for (const { ref, isHere } of states) {
        if (stopped || told.get(repositoryKey(ref)) === isHere) continue;
        onChange({ ref, event: isHere ? 'attached' : 'detached' });
        told.set(repositoryKey(ref), isHere);
      }
    } catch {
      // What could not be seen or told now is told at a later look.
    } finally {
      looking = false;
    }
  };
  void lookAgain();
  const stop = every(interval, () => void lookAgain());
  return () => {
    stopped = true;
    stop();
  };
}
