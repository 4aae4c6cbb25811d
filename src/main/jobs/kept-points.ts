import type { Clock } from '../../shared/model/clock.ts';
import { type KeptPoint, keptPointSchema } from '../../shared/model/timeline.ts';
import type { Store } from '../store/index.ts';

const PREFIX = 'kept:';
type Notes = Pick<Store, 'notes'>;

/** Whether somebody keeps a restore point, whatever retention says. */
export function isKept({ notes }: Notes, point: string): boolean {
  return notes.flag(PREFIX + point) !== undefined;
}

/** Who keeps it and why; undefined where nobody does, or that is not known any more. */
export function keptPoint({ notes }: Notes, point: string): KeptPoint | undefined {
  try {
    return keptPointSchema.safeParse(JSON.parse(notes.flag(PREFIX + point) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

/** Keeps restore points at every place that has them. One that is kept already stays kept for its first reason. */
export function keepPoints({ store, clock }: { store: Store; clock: Clock }, points: readonly string[], why: Omit<KeptPoint, 'at'>): void {
  const kept: KeptPoint = { at: clock.now().toISOString(), ...why };
  store.transaction(() => {
    for (const point of points) if (!isKept(store, point)) store.notes.setFlag(PREFIX + point, JSON.stringify(kept));
  });
}

/** Retention decides again. */
export function unkeepPoints({ store }: { store: Store }, points: readonly string[]): void {
  for (const point of points) store.notes.setFlag(PREFIX + point, undefined);
}
