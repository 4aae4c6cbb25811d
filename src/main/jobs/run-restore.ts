import { LifeboatError } from '../../shared/errors/index.ts';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { RestoreItem, RestoreReport } from '../../shared/model/restore.ts';
import type { Source } from '../../shared/model/source.ts';
import type { HostHooks, HostRestorePlan, HostRestoreRequest, HostRestoreResult, RestoreWay } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/** What a restore would do. Nothing is touched. */
export async function planItem(s: JobSurroundings, work: string, item: RestoreItem, hooks: HostHooks = {}): Promise<HostRestorePlan> {
  return await s.host.planRestore(await requestOf(s, work, item), hooks);
}

/** Brings one source back, and keeps a report of it. */
export async function runRestore(s: JobSurroundings, { job, item }: { job: string; item: RestoreItem }, hooks: HostHooks): Promise<JobEnd> {
  const result = await s.host.restore(await requestOf(s, job, item), hooks);
  s.store.notes.putRestoreReport(reportOf(s, job, item, result));
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

/** Undoes a restore in place, part by part. `value-invalid` if there is nothing to undo. */
export async function undoRestoreOf(s: JobSurroundings, job: string, hooks: HostHooks = {}): Promise<void> {
  const report = s.store.notes.restoreReport(job);
  const kept = report?.parts.filter((part) => part.kept !== undefined) ?? [];
  if (report === undefined || kept.length === 0 || report.undoneAt !== undefined) {
    throw new LifeboatError('value-invalid', { name: 'restore', value: job, expected: 'one that replaced something and was not undone' });
  }
  const source = sourceOf(s, report.source);
  const secrets = await s.secrets.ofSource(source);
  for (const { part, place, kept: folder = '' } of kept.toReversed()) {
    await s.host.undoRestore({ source, secrets, part, place, kept: folder, scratch: s.scratchFor(`${job}-undo`) }, hooks);
  }
  s.store.notes.putRestoreReport({ ...report, undoneAt: s.clock.now().toISOString() });
}

async function requestOf(s: JobSurroundings, work: string, item: RestoreItem): Promise<HostRestoreRequest> {
  const source = sourceOf(s, item.source);
  const { destination, disk, snapshot, include } = item;
  const ref: RepositoryRef = { destination, disk };
  const to: RestoreWay = item.to.way === 'in-place' ? { way: 'in-place', keepIn: s.keptFor(work) } : item.to;
  const secrets = await s.secrets.ofSource(source);
  return { at: await accessTo(s, ref), snapshot, source, secrets, to, scratch: s.scratchFor(work), ...(include.length > 0 && { include }) };
}

function sourceOf({ store }: JobSurroundings, id: string): Source {
  const source = store.sources.get(id);
  if (source === undefined) throw new LifeboatError('value-invalid', { name: 'source', value: id, expected: 'one that is set up' });
  return source;
}

function reportOf(s: JobSurroundings, job: string, item: RestoreItem, result: HostRestoreResult): RestoreReport {
  const point = s.store.points.list({ source: item.source }).find(({ snapshot }) => snapshot === item.snapshot);
  const at = s.clock.now().toISOString();
  return {
    job,
    source: item.source,
    point: point?.point ?? item.snapshot,
    pointTime: point?.time ?? at,
    at,
    way: item.to.way,
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
