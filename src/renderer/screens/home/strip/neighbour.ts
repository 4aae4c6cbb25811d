import type { Strip, StripBar } from './strip-of.ts';

/** The bar that a key leads to from another one. Undefined: none does, or the key is for something else. */
export function neighbour({ lanes, days, bars }: Strip, from: StripBar, key: string): StripBar | undefined {
  const day = days.indexOf(from.day);
  const inLane = bars.filter(({ lane }) => lane === from.lane);
  if (key === 'ArrowRight') return inLane.find((bar) => days.indexOf(bar.day) > day);
  if (key === 'ArrowLeft') return inLane.findLast((bar) => days.indexOf(bar.day) < day);
  if (key === 'Home') return inLane[0];
  if (key === 'End') return inLane.at(-1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const lane = lanes[lanes.indexOf(from.lane) + (key === 'ArrowDown' ? 1 : -1)];
  const distance = (bar: StripBar): number => Math.abs(days.indexOf(bar.day) - day);
  return bars.filter((bar) => bar.lane === lane).toSorted((a, b) => distance(a) - distance(b))[0];
}
