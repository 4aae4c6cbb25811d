import { parseDuration } from '../../engine/index.ts';

/** A duration such as `1y5m7d2h`, checked but kept as text, for the engine reads it itself. */
export function checkedDuration(value: string, name: string): string {
  parseDuration(value, name);
  return value;
}
