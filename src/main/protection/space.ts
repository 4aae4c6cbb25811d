import type { Probe } from '../../shared/model/destination.ts';
import type { Space } from '../../shared/model/protection.ts';
import type { PlaceFacts } from './facts.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Fewer or closer looks say more about one large file than about growth. */
const ENOUGH_PROBES = 3;
const ENOUGH_DAYS = 7;

/** How full a place is and, by the straight line through what was measured, when it will be full. Undefined: it does not say. */
export function spaceOf({ destination, disk, probes }: Pick<PlaceFacts, 'destination' | 'disk' | 'probes'>): Space | undefined {
  const looks = probes.flatMap((probe) => (probe.freeBytes === undefined ? [] : [{ ...probe, freeBytes: probe.freeBytes }]));
  const newest = looks.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  if (!newest) return undefined;
  const perDay = slope(looks);
  return {
    destination,
    ...(disk !== undefined && { disk }),
    freeBytes: newest.freeBytes,
    ...(perDay !== undefined && perDay < 0 && { fullInDays: newest.freeBytes / -perDay }),
  };
}

/** Bytes a day by least squares; undefined: too little is known. */
function slope(looks: readonly (Probe & { freeBytes: number })[]): number | undefined {
  const days = looks.map(({ at }) => Date.parse(at) / DAY);
  if (looks.length < ENOUGH_PROBES || Math.max(...days) - Math.min(...days) < ENOUGH_DAYS) return undefined;
  const meanDay = mean(days);
  const meanFree = mean(looks.map(({ freeBytes }) => freeBytes));
  const products = looks.map(({ freeBytes }, at) => ((days[at] ?? 0) - meanDay) * (freeBytes - meanFree));
  return sum(products) / sum(days.map((day) => (day - meanDay) ** 2));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
