import type { Settings } from '../../../shared/model/installation.ts';

/** Limits as they are typed, in megabits per second; empty: none. */
export interface TypedBandwidth {
  whileOpen: string;
  whileClosed: string;
}

const BYTES_PER_MEGABIT = 125_000;

export function isRate(text: string): boolean {
  return text.trim() === '' || rateOf(text) !== undefined;
}

/** The limits that were typed. What is no number counts as none; `isRate` tells. */
export function bandwidthOf({ whileOpen, whileClosed }: TypedBandwidth): Settings['bandwidth'] {
  const [open, closed] = [rateOf(whileOpen), rateOf(whileClosed)];
  return { ...(open !== undefined && { whileOpen: open }), ...(closed !== undefined && { whileClosed: closed }) };
}

export function typedBandwidth({ whileOpen, whileClosed }: Settings['bandwidth']): TypedBandwidth {
  const text = (rate: number | undefined): string => (rate === undefined ? '' : String(Math.round((rate / BYTES_PER_MEGABIT) * 10) / 10));
  return { whileOpen: text(whileOpen), whileClosed: text(whileClosed) };
}

function rateOf(text: string): number | undefined {
  const megabits = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && megabits > 0 && Number.isFinite(megabits) ? Math.round(megabits * BYTES_PER_MEGABIT) : undefined;
}
