import { invalid } from './invalid.ts';

/** How many snapshots to keep: a whole number; `unlimited` and -1 mean all and give -1. */
export function parseKeepCount(value: string, name: string): number {
  if (value === 'unlimited' || value === '-1') return -1;
  return parseCount(value, name, '7, 30, unlimited');
}

/** A whole number from 0. */
export function parseCount(value: string, name: string, expected = '1, 2, 3'): number {
  const count = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(count)) throw invalid(name, value, expected);
  return count;
}
