import { parseCount } from './count.ts';
import { invalid } from './invalid.ts';

const MOST_CONNECTIONS = 100;

/** Requests at a time: from 1 to 100. */
export function parseConnections(value: string, name: string): number {
  const count = parseCount(value, name, '1 to 100');
  if (count < 1 || count > MOST_CONNECTIONS) throw invalid(name, value, '1 to 100');
  return count;
}

/** KiB per second, as in restic; 0 is no limit. */
export function parseRate(value: string, name: string): number {
  return parseCount(value, name, '512, 2048');
}
