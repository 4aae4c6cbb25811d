import type { Coverage } from '../../../shared/model/protection.ts';

/**
 * The moment up to which everything that counts has a proven copy somewhere: the oldest of the sources' newest proven
 * points. Undefined: one of them has none, or there is nothing.
 */
export function lastProven(coverage: readonly Coverage[]): string | undefined {
  const critical = coverage.filter(({ tier }) => tier === 'critical');
  const bySource = Map.groupBy(critical.length > 0 ? critical : coverage, ({ source }) => source);
  const newest = [...bySource.values()].map((cells) => latest(cells.map(({ newestProven }) => newestProven)));
  if (newest.length === 0 || newest.includes(undefined)) return undefined;
  return (newest as string[]).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}

function latest(moments: readonly (string | undefined)[]): string | undefined {
  return moments.filter((at) => at !== undefined).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];
}
