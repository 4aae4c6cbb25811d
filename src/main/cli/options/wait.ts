import { invalid } from './invalid.ts';

const WHOLE = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/;
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g;
const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds from text such as `30s`, `10m` or `1h30m`; 0 stands alone. */
export function parseWait(value: string, name: string): number {
  if (value === '0') return 0;
  if (!WHOLE.test(value)) throw invalid(name, value, '30s, 10m, 1h30m');
  let total = 0;
  for (const [, number, unit = ''] of value.matchAll(PART)) total += Number(number) * (MILLISECONDS[unit] ?? 0);
  return total;
}
