import { z } from 'zod';
import { type Attack, attackSchema } from '../../shared/model/attack.ts';
import type { Store } from '../store/index.ts';

const FLAG = 'attacks';
const listSchema = z.array(attackSchema);
type Notes = Pick<Store, 'notes'>;

/** Every time somebody feared an attack, newest first. */
export function attacksOf({ notes }: Notes): Attack[] {
  const text = notes.flag(FLAG);
  return text === undefined ? [] : listSchema.parse(JSON.parse(text));
}

/** The one that is feared now. */
export function attackNow(store: Notes): Attack | undefined {
  return attacksOf(store).find(({ endedAt }) => endedAt === undefined);
}

/** On record; if one is feared already that one stays, with the earlier beginning. */
export function addAttack(store: Notes, attack: Attack): Attack {
  const now = attackNow(store);
  const since = now && Date.parse(now.since) < Date.parse(attack.since) ? now.since : attack.since;
  const noted: Attack = { ...(now ?? attack), since };
  write(store, [noted, ...attacksOf(store).filter((one) => one.endedAt !== undefined)]);
  return noted;
}

/** Ends the one that is feared now; undefined: none is. */
export function endAttack(store: Notes, end: Required<Pick<Attack, 'endedAt' | 'verdict'>> & Pick<Attack, 'endedBy'>): Attack | undefined {
  const now = attackNow(store);
  if (now === undefined) return undefined;
  const ended: Attack = { ...now, ...end };
  write(store, [ended, ...attacksOf(store).filter((one) => one.endedAt !== undefined)]);
  return ended;
}

function write({ notes }: Notes, attacks: readonly Attack[]): void {
  notes.setFlag(FLAG, JSON.stringify(attacks));
}
