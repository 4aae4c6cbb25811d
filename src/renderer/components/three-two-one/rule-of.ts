import { type Destination, type Probe, repositoriesOf } from '../../../shared/model/destination.ts';

/** A place and what its newest test found. */
export interface PlaceOfRule {
  destination: Destination;
  lastProbe?: Probe | undefined;
}

/** How much of the 3-2-1 rule the places fulfil, by what they are. Whether copies are there is another question. */
export interface Rule {
  copies: number;
  kinds: number;
  onSite: number;
  offSite: number;
  indestructible: number;
}

export function ruleOf(places: readonly PlaceOfRule[]): Rule {
  const repositories = places.flatMap(({ destination }) => repositoriesOf(destination));
  const at = (site: Destination['site']): number =>
    places.filter(({ destination }) => isUsable(destination) && destination.site === site).length;
  return {
    copies: 1 + repositories.length,
    // The PC's own disk is a kind as well; another disk of it is no other kind.
    kinds: new Set(['folder', ...places.filter(({ destination }) => isUsable(destination)).map(({ destination }) => destination.kind)])
      .size,
    onSite: at('on-site'),
    offSite: at('off-site'),
    indestructible: places.filter(isIndestructible).length,
  };
}

/** Whether this PC could not destroy what is there: unplugged, or by an access that cannot delete. */
export function isIndestructible({ destination, lastProbe }: PlaceOfRule): boolean {
  if (!isUsable(destination)) return false;
  return destination.isolation !== 'online' || lastProbe?.canDestroy === false;
}

/** A set without a drive keeps nothing. */
function isUsable(destination: Destination): boolean {
  return repositoriesOf(destination).length > 0;
}
