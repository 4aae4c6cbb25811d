import { join } from 'node:path';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { RestoreItem, RestoreReport } from '../../shared/model/restore.ts';
import type { HostHooks, HostRestorePlan, HostRestoreRequest, HostRestoreResult, RestoreWay } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo } from './places-now.ts';
import { recordBrokenRestores } from './record-broken-restores.ts';
import { sourceOf } from './source-of.ts';
import { removeUnfinishedOf } from './remove-unfinished.ts';
import type { JobSurroundings } from './surroundings.ts';

/** What a restore would do. Nothing is touched. */
export async function planItem(s: JobSurroundings, work: string, item: RestoreItem, hooks: HostHooks = {}): Promise<HostRestorePlan> {
  return await s.host.planRestore(await requestOf(s, work, item), hooks);
}

/** Brings one source back, and keeps a report of it. */
export async function runRestore(s: JobSurroundings, { job, item }: { job: string; item: RestoreItem }, hooks: HostHooks): Promise<JobEnd> {
  const request = await requestOf(s, job, item);
  const about = aboutOf(s, job, item, request.to);
  if (request.to.way === 'in-place') s.store.notes.putRestoreReport({ ...about, ...NOTHING_YET });
  const result = await restoreOrRecord(s, { job, request }, hooks);
  s.store.notes.putRestoreReport({ ...about, ...figuresOf(result) });
  const warnings = [
    ...result.warnings.map(({ code, path, detail }) => ({ code, path, ...(detail !== undefined && { detail }) })),
    ...result.parts.flatMap(({ notes }) =>
      notes.map(({ part, code, detail }) => ({ code, path: part, ...(detail !== undefined && { detail }) })),
    ),
    ...result.parts.flatMap(({ part, differences }) =>
      differences.map(({ subject }) => ({ code: 'witness-differs', path: part, detail: subject })),
    ),
  ];
  const status = warnings.length > 0 ? 'completed-with-warnings' : 'completed';
  return { status, warnings, snapshot: item.snapshot, figures: { bytes: result.bytes, files: result.files?.filesRestored ?? 0 } };
}

/** What breaks off is on record as that, so that it can be undone; what it made anew and did not finish is removed, or named. */
async function restoreOrRecord(
  s: JobSurroundings,
  { job, request }: { job: string; request: HostRestoreRequest },
  hooks: HostHooks,
): Promise<HostRestoreResult> {
  try {
    return await s.host.restore(request, hooks);
  } catch (error) {
    await removeUnfinishedOf(s, job);
    await recordBrokenRestores(s.store, request.to.way === 'in-place' ? request.to.keepIn : undefined);
    throw error;
  }
}

async function requestOf(s: JobSurroundings, work: string, item: RestoreItem): Promise<HostRestoreRequest> {
  const source = sourceOf(s, item.source);
  const { destination, disk, snapshot, include } = item;
  const ref: RepositoryRef = { destination, disk };
  const to: RestoreWay = item.to.way === 'in-place' ? { way: 'in-place', keepIn: s.keptFor(work) } : item.to;
  const secrets = await s.secrets.ofSource(source);
  const [scratch, making] = [s.scratchFor(work), join(s.unfinished, work)];
  return { at: await accessTo(s, ref), snapshot, source, secrets, to, scratch, making, ...(include.length > 0 && { include }) };
}

type About = Pick<RestoreReport, 'job' | 'source' | 'point' | 'pointTime' | 'at' | 'way' | 'keptIn'>;

function aboutOf(s: JobSurroundings, job: string, item: RestoreItem, to: RestoreWay): About {
  const point = s.store.points.list({ source: item.source }).find(({ snapshot }) => snapshot === item.snapshot);
  const at = s.clock.now().toISOString();
  return {
    job,
    source: item.source,
    point: point?.point ?? item.snapshot,
    pointTime: point?.time ?? at,
    at,
    way: item.to.way,
    ...(to.way === 'in-place' && { keptIn: to.keepIn }),
  };
}

/** Of a restore that is at work. */
const NOTHING_YET = { parts: [], filesRestored: 0, filesVerified: 0, bytes: 0, seconds: 0, isUnfinished: true };

function figuresOf(result: HostRestoreResult): Omit<RestoreReport, keyof About> {
  return {
    parts: result.parts.map(({ part, place, kept, compared, differences }) => ({
      part,
      place,
      ...(kept !== undefined && { kept }),
      compared,
      differences: differences.map(({ subject, expected, found }) => ({ subject, expected, ...(found !== undefined && { found }) })),
    })),
    filesRestored: result.files?.filesRestored ?? 0,
    filesVerified: result.files?.filesVerified ?? 0,
    bytes: result.bytes,
    seconds: result.seconds,
  };
}
