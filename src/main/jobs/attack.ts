import type { Attack } from '../../shared/model/attack.ts';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import { addAttack, endAttack, holdDeletions, suspectPoints } from '../protection/index.ts';
import { releaseDisk } from '../setup/index.ts';
import type { Store } from '../store/index.ts';
import { keepPoints, keptPoint, unkeepPoints } from './kept-points.ts';
import { mayWrite } from './may-write.ts';
import type { Runs } from './runs.ts';
import type { JobSurroundings } from './surroundings.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Nothing is deleted for so long after an attack: time enough to see that everything is there. */
const HELD_DAYS = 30;

/** What was done when somebody said that there may be an attack. */
export interface AttackSuspected {
  attack: Attack;
  /** Restore points that stay: of each source the newest proven one from before. */
  kept: string[];
  /** Disks that are plugged in, and whether each may be pulled out now. */
  disks: { destination: string; disk: string; label: string; safe: boolean }[];
}

/**
 * Somebody thinks that the pharmacy is being attacked: nothing is deleted any more, what is known to be good stays, writing
 * stops wherever it could be destroyed, and disks are released. `since`: from when on copies are not to be trusted.
 */
export async function suspectAttack(
  s: JobSurroundings,
  runs: Runs,
  { since, person }: { since?: string | undefined; person: string | undefined },
): Promise<AttackSuspected> {
  const { store, clock } = s;
  const saidAt = clock.now().toISOString();
  const by = person === undefined ? {} : { by: person };
  const attack = addAttack(store, { since: since ?? saidAt, saidAt, ...by });
  const kept = store.sources.list().flatMap(({ id }) => newestProvenClean(store, id) ?? []);
  keepPoints(s, kept, { reason: 'attack-suspected', ...by });
  await runs.stopWriting((ref) => mayWrite(store, ref));
  return { attack, kept, disks: await releaseDisks(s, person) };
}

/** The fear is over. After a false alarm everything is as before; else nothing is deleted for another while. */
export function attackIsOver(
  { store, clock }: Pick<JobSurroundings, 'store' | 'clock'>,
  { verdict, person }: { verdict: NonNullable<Attack['verdict']>; person: string | undefined },
): Attack | undefined {
  const now = clock.now();
  const ended = endAttack(store, { endedAt: now.toISOString(), verdict, ...(person !== undefined && { endedBy: person }) });
  if (ended === undefined) return undefined;
  if (verdict === 'over') holdDeletions(store, new Date(now.getTime() + HELD_DAYS * DAY));
  else unkeepPoints({ store }, keptForAttack(store));
  return ended;
}

/** Undefined: no restore point of it was proven before. */
function newestProvenClean(store: Store, source: string): string | undefined {
  const proven = new Set(store.points.proofs({ source, passed: true, limit: 1000 }).map(({ point }) => point));
  const suspicions = suspectPoints(store, source);
  return store.points.list({ source }).find(({ point }) => proven.has(point) && (suspicions.get(point) ?? []).length === 0)?.point;
}

function keptForAttack(store: Store): string[] {
  const points = new Set(store.points.list().map(({ point }) => point));
  return [...points].filter((point) => keptPoint(store, point)?.reason === 'attack-suspected');
}

async function releaseDisks(s: JobSurroundings, person: string | undefined): Promise<AttackSuspected['disks']> {
  const disks = s.store.destinations
    .list()
    .flatMap((destination) => (destination.kind === 'usb-set' ? destination.disks.map((disk) => ({ destination, disk })) : []));
  const found = await Promise.all(
    disks.map(async ({ destination: { id }, disk }) => {
      const ref: RepositoryRef = { destination: id, disk: disk.id };
      if ((await s.places.look(ref)).state !== 'here') return [];
      return [{ destination: id, disk: disk.id, label: disk.label, safe: releaseDisk(s, { ...ref, person }) }];
    }),
  );
  return found.flat();
}
