import { FACT_FLAGS } from '../protection/index.ts';
import { endOfDay } from '../scheduler/index.ts';
import { keepPoints } from './kept-points.ts';
import type { JobSurroundings } from './surroundings.ts';
import type { BackupWish, StartedRun } from './wishes.ts';

export interface VendorUpdate {
  run: string;
  /** Restore points that stay, as a way back from before the update. */
  kept: string[];
  /** Until then a source with less in it raises no alarm; the first run after that does. */
  until: string;
}

/**
 * "The vendor is updating today": the newest restore points stay, and so do those of a backup that starts now. Until the end
 * of the day change is expected. All critical sources unless some are named.
 */
export async function expectVendorUpdate(
  s: JobSurroundings,
  backUp: (wish: BackupWish) => Promise<StartedRun>,
  { sources, person }: { sources?: readonly string[] | undefined; person: string | undefined },
): Promise<VendorUpdate> {
  const { store, clock } = s;
  const wanted = store.sources.list().filter(({ id, tier }) => sources?.includes(id) ?? tier === 'critical');
  const ids = wanted.map(({ id }) => id);
  const why = { reason: 'vendor-update', ...(person !== undefined && { by: person }) } as const;
  const newest = (): string[] => ids.flatMap((source) => store.points.list({ source, limit: 1 }).map(({ point }) => point));
  const kept = newest();
  keepPoints(s, kept, why);
  const until = endOfDay(clock.now(), store.pharmacy.get()?.timeZone ?? 'UTC').toISOString();
  for (const id of ids) store.notes.setFlag(FACT_FLAGS.changeExpectedUntil(id), until);
  const run = await backUp({ trigger: 'manual', person, sources: ids });
  void run.ended.then(() => keepPoints(s, newest(), why)).catch(() => undefined);
  return { run: run.id, kept, until };
}

/** Whether much less in a source is no surprise at a moment. */
export function isChangeExpected({ store }: Pick<JobSurroundings, 'store'>, source: string, time: string): boolean {
  const until = store.notes.flag(FACT_FLAGS.changeExpectedUntil(source));
  return until !== undefined && Date.parse(time) <= Date.parse(until);
}
