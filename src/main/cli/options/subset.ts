import type { CheckRequest } from '../../engine/index.ts';
import { invalid } from './invalid.ts';
import { sizeOrUndefined } from './size.ts';

type Subset = Exclude<NonNullable<CheckRequest['readData']>, string>;

/** Which part of the data to read: `2/7`, `10%`, `2.5%` or a size such as `500M`. */
export function parseSubset(value: string, name: string): Subset {
  const subset = partOf(value) ?? percentOf(value) ?? bytesOf(value);
  if (subset === undefined) throw invalid(name, value, '1/7, 10%, 500M');
  return subset;
}

function partOf(value: string): Subset | undefined {
  const match = /^(\d+)\/(\d+)$/.exec(value);
  if (!match) return undefined;
  const [part, of] = [Number(match[1]), Number(match[2])];
  return part >= 1 && part <= of ? { part, of } : undefined;
}

function percentOf(value: string): Subset | undefined {
  const match = /^(\d+(?:\.\d+)?)%$/.exec(value);
  const percent = match ? Number(match[1]) : 0;
  return percent > 0 && percent <= 100 ? { percent } : undefined;
}

function bytesOf(value: string): Subset | undefined {
  const bytes = sizeOrUndefined(value);
  return bytes !== undefined && bytes > 0 ? { bytes } : undefined;
}
