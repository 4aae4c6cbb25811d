import { isSameRepository, type RepositoryRef } from '../../shared/model/destination.ts';
import type { RestorePoint } from '../../shared/model/restore-point.ts';
import type { JobEnd, JobHooks } from './perform-job.ts';
import { accessTo, reachDestinations } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Brings a source's restore points to a repository that lacks them, from one that has them. */
export async function runCopy(
  s: JobSurroundings,
  { source, ref }: { source: string; ref: RepositoryRef },
  hooks: JobHooks,
): Promise<JobEnd> {
  const missing = await missingPoints(s, source, ref);
  if (missing === undefined) return { status: 'skipped', reason: 'nothing-new' };
  await hooks.enter(missing.from);
  const from = await accessTo(s, missing.from);
  const to = await accessTo(s, ref);
  const snapshots = missing.points.map(({ snapshot }) => snapshot);
  const result = await s.host.copy({ from, to, snapshots, installation: s.installation }, hooks);
  const bySnapshot = new Map(missing.points.map((point) => [point.snapshot, point]));
  const copies = result.copied.flatMap(({ source: original, copy }) => copyOf(bySnapshot.get(original), copy, ref));
  s.store.points.add(copies);
  const figures = { bytesAdded: result.bytesCopied, bytesStored: result.bytesStored, snapshots: copies.length };
  const warnings = result.damaged.map((path) => ({ code: 'damaged', path }));
  if (copies.length === 0) return { status: 'failed', figures, warnings, error: damageFound(result.damaged.length) };
  const snapshot = copies.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time)).at(-1)?.snapshot;
  return {
    status: warnings.length > 0 ? 'completed-with-warnings' : 'completed',
    figures,
    warnings,
    ...(snapshot !== undefined && { snapshot }),
  };
}

function damageFound(damaged: number): NonNullable<JobEnd['error']> {
  return { code: 'damage-found', data: { damaged }, retryable: false };
}

function copyOf(point: RestorePoint | undefined, snapshot: string, { destination, disk }: RepositoryRef): RestorePoint[] {
  if (point === undefined) return [];
  const { disk: _disk, ...rest } = point;
  return [{ ...rest, snapshot, destination, ...(disk !== undefined && { disk }) }];
}

/**
 * What the repository lacks of a source, at the reachable repository that has the newest of it, near ones first. Only what
 * is newer than everything it has: what is older and missing was forgotten there. Undefined: nothing.
 */
async function missingPoints(
  s: JobSurroundings,
  source: string,
  ref: RepositoryRef,
): Promise<{ from: RepositoryRef; points: readonly RestorePoint[] } | undefined> {
  const known = s.store.points.list({ source, at: ref });
  const newest = known.length > 0 ? momentOf(known[0]) : Number.NEGATIVE_INFINITY;
  const ids = new Set(known.map(({ point }) => point));
  const offers = (await reachDestinations(s)).flatMap((reach) => {
    if (!('ref' in reach) || isSameRepository(reach.ref, ref)) return [];
    const points = s.store.points.list({ source, at: reach.ref });
    return [{ from: reach.ref, points: points.filter((point) => momentOf(point) >= newest && !ids.has(point.point)) }];
  });
  const [best] = offers.filter(({ points }) => points.length > 0).toSorted((a, b) => momentOf(b.points[0]) - momentOf(a.points[0]));
  return best;
}

function momentOf(point: RestorePoint | undefined): number {
  return Date.parse(point?.time ?? '');
}
