import { type Destination, repositoriesOf, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { Places, PlaceState } from './places.ts';

export interface DiskWatchNeeds {
  destinations: () => readonly Destination[];
  look: (ref: RepositoryRef) => Promise<PlaceState>;
  every: (milliseconds: number, work: () => void) => () => void;
}

/** Looks for the disks of every set again and again and tells what came and went. The first look only learns what is there. */
export function watchDisks(
  { destinations, look, every }: DiskWatchNeeds,
  interval: number,
  onChange: Parameters<Places['watch']>[0],
): () => void {
  let known: Map<string, boolean> | undefined;
  let looking = false;
  const lookAgain = async (): Promise<void> => {
    // A look that takes long is not joined by another.
    if (looking) return;
    looking = true;
    try {
      const refs = destinations().flatMap((destination) => (destination.kind === 'usb-set' ? repositoriesOf(destination) : []));
      const states = await Promise.all(refs.map(async (ref) => ({ ref, isHere: (await look(ref)).state === 'here' })));
      const before = known;
      known = new Map(states.map(({ ref, isHere }) => [repositoryKey(ref), isHere]));
      for (const { ref, isHere } of states) {
        if (before !== undefined && (before.get(repositoryKey(ref)) ?? false) !== isHere)
          onChange({ ref, event: isHere ? 'attached' : 'detached' });
      }
    } finally {
      looking = false;
    }
  };
  void lookAgain();
  return every(interval, () => void lookAgain());
}
