import { invalid } from './invalid.ts';

const PATTERN = /^(\d+(?:\.\d+)?)\s*([kmgtp]?)(?:i?b)?$/i;
const STEP = 1024;
const UNITS = ['', 'k', 'm', 'g', 't', 'p'];

/** Bytes from text such as `500M`, `1.5G`, `10 KiB` or `4096`; units are powers of 1024, as in restic. */
export function parseSize(value: string, name: string): number {
  const bytes = sizeOrUndefined(value);
  if (bytes === undefined) throw invalid(name, value, '4096, 500K, 100M, 1.5G');
  return bytes;
}

/** The same, or undefined if it is no size. */
export function sizeOrUndefined(value: string): number | undefined {
  const match = PATTERN.exec(value.trim());
  if (!match) return undefined;
  const [, number = '', unit = ''] = match;
  const bytes = Math.round(Number(number) * STEP ** UNITS.indexOf(unit.toLowerCase()));
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
