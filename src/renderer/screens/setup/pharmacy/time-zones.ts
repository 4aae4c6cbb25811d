/** Where most pharmacies are; the rest comes in the order of the alphabet. */
const USUAL = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
] as const;

/** Time zones as the page knows them, the usual ones apart. `own` is among them, whatever it is. */
export function timeZones(own: string): { usual: readonly string[]; others: readonly string[] } {
  const all = new Set([...Intl.supportedValuesOf('timeZone'), own]);
  for (const zone of USUAL) all.delete(zone);
  return { usual: USUAL, others: [...all].toSorted() };
}

/** `America/New_York` as `New York (America)`. */
export function zoneWords(zone: string): string {
  const [region, ...place] = zone.replaceAll('_', ' ').split('/');
  return place.length === 0 ? zone : `${place.join(', ')} (${region})`;
}
