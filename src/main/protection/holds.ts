import type { Store } from '../store/index.ts';
import { attackNow } from './attacks.ts';

/** The flag with the moment until which nothing is deleted anywhere. */
const HELD_UNTIL = 'deletions-held-until';

/** Whether nothing may be deleted now: this PC took over from another lately, or somebody fears an attack, or did lately. */
export function areDeletionsHeld(store: Pick<Store, 'notes'>, now: Date): boolean {
  const until = store.notes.flag(HELD_UNTIL);
  return attackNow(store) !== undefined || (until !== undefined && Date.parse(until) > now.getTime());
}

/** Holds deletions until a moment; a longer hold stays. */
export function holdDeletions({ notes }: Pick<Store, 'notes'>, until: Date): void {
  const before = notes.flag(HELD_UNTIL);
  if (before === undefined || Date.parse(before) < until.getTime()) notes.setFlag(HELD_UNTIL, until.toISOString());
}
