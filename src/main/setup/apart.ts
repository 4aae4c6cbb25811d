import { LifeboatError } from '../../shared/errors/index.ts';
import { repositoriesOf } from '../../shared/model/destination.ts';
import { partsOf, type Source } from '../../shared/model/source.ts';
import { createPatternSet } from '../engine/index.ts';
import { isInside, realPath } from '../places/index.ts';
import type { SetupNeeds } from './needs.ts';

/**
 * `place-in-source` if a folder for copies lies in a folder that is to be backed up and is not left out there: each copy would hold all
 * those before it, and a restore into the old place would move them away under itself.
 */
export function keepApart(sources: readonly Source[], locations: readonly string[]): void {
  const places = locations.map((location) => ({ location, at: realPath(location) }));
  for (const { name, paths, exclude } of sources.flatMap(foldersOf)) {
    const leftOut = createPatternSet({ patterns: exclude });
    for (const folder of paths) {
      const root = realPath(folder);
      const within = places.find(
        ({ location, at }) => isInside(at, root) && !leftOut.match(location).matches && !leftOut.match(at).matches,
      );
      if (within) throw new LifeboatError('place-in-source', { location: within.location, source: name, folder });
    }
  }
}

/** The folders in which copies lie: those that are set up, and on the disks that are plugged in. */
export async function copyFolders({ store, places }: Pick<SetupNeeds, 'store' | 'places'>): Promise<string[]> {
  const folders = store.destinations.list().map(async (destination) => {
    if (destination.kind === 'folder' || destination.kind === 'network-folder') return [destination.path];
    if (destination.kind === 'azure') return [];
    const found = await Promise.all(repositoriesOf(destination).map(async (ref) => await places.look(ref)));
    return found.flatMap((one) => (one.state === 'here' ? [one.place.location] : []));
  });
  return (await Promise.all(folders)).flat();
}

function foldersOf(source: Source): { name: string; paths: readonly string[]; exclude: readonly string[] }[] {
  return partsOf(source).flatMap((part) =>
    part.kind === 'folder' ? [{ name: source.name, paths: part.paths, exclude: part.exclude }] : [],
  );
}
