import { isSameRepository, type RepositoryRef } from '../../shared/model/destination.ts';
import type { RestorePoint } from '../../shared/model/restore-point.ts';
import type { HostHooks } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo, reachDestinations } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Brings a source's restore points to a repository that lacks them, from one that has them. */
export async function runCopy(
  s: JobSurroundings,
  { source, ref }: { source: string; ref: RepositoryRef },
  hooks: HostHooks,
): Promise<JobEnd> {
  const missing = await missingPoints(s, source, ref);
  if (missing === undefined) return { status: 'skipped', reason: 'nothing-new' };
  const from = await accessTo(s, missing.from);
  const to = await accessTo(s, ref);
  const result = await s.host.copy({ from, to, snapshots: missing.points.map(({ snapshot }) => snapshot) }, hooks);
  const bySnapshot = new Map(missing.points.map((point) => [point.snapshot, point]));
  const copies = result.copied.flatMap(({ source: original, copy }) => copyOf(bySnapshot.get(original), copy, ref));
  s.store.points.add(copies);
  const figures = { bytesAdded: result.bytesCopied, bytesStored: result.bytesStored, snapshots: copies.length };
  const warnings = result.damaged.map((path) => ({ code: 'damaged', path }));
  const snapshot = copies.toSorted((a, b) => a.time.localeCompare(b.time)).at(-1)?.snapshot;
  return {
    status: warnings.length > 0 ? 'completed-with-warnings' : 'completed',
    figures,
    warnings,
    ...(snapshot !== undefined && { snapshot }),
  };
}

function copyOf(point: RestorePoint | undefined, snapshot: string, { destination, disk }: RepositoryRef): RestorePoint[] {
  if (point === undefined) return [];
  const { disk: _disk, ...rest } = point;
  return [{ ...rest, snapshot, destination, ...(disk !== undefined && { disk }) }];
}

/** What the repository lacks, at the reachable repository that has most of it. Undefined: nothing. */
async function missingPoints(
  s: JobSurroundings,
  source: string,
  ref: RepositoryRef,
): Promise<{ from: RepositoryRef; points: RestorePoint[] } | undefined> {
  const known = new Set(s.store.points.list({ source, at: ref }).map(({ point }) => point));
  const reachable = (await reachDestinations(s)).flatMap((reach) =>
    'ref' in reach && !isSameRepository(reach.ref, ref) ? [reach.ref] : [],
  );
  const offers = reachable.map((from) => ({
    from,
    points: s.store.points.list({ source, at: from }).filter(({ point }) => !known.has(point)),
  }));
  const [best] = offers.toSorted((a, b) => b.points.length - a.points.length);
  return best !== undefined && best.points.length > 0 ? best : undefined;
}
