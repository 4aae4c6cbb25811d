import { USUAL_ZONES } from '../../../shared/text/index.ts';

/** Time zones as the page knows them but for the usual ones, in the order of the alphabet. `own` is among them, whatever it is. */
export function otherZones(own: string): string[] {
  const all = new Set([...Intl.supportedValuesOf('timeZone'), own]);
  for (const zone of USUAL_ZONES) all.delete(zone);
  return [...all].toSorted();
}

/** `Europe/Madrid` as `Madrid (Europe)`. */
export function zoneWords(zone: string): string {
  const [region, ...place] = zone.replaceAll('_', ' ').split('/');
  return place.length === 0 ? zone : `${place.join(', ')} (${region})`;
}
