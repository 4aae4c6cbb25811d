import nodePath, { basename, dirname, join } from 'node:path';
import type { SingleSource } from '../../../shared/model/source.ts';
import { placeInSnapshot, type ReadingSession, restore, type RestoreRequest, type RestoreResult } from '../../engine/index.ts';
import type { HostHooks, HostRestoreRequest } from '../engine-host.ts';
import { escapePattern } from './bring-back.ts';
import type { PartNote } from './read-note.ts';

/** What is restored of one captured path, and where to. */
interface PathRestore {
  request: RestoreRequest;
  /** Where it is afterwards. */
  place: string;
}

/** Brings files back to where the request says; everything written is read back and compared. */
export async function restorePaths(
  session: ReadingSession,
  what: { request: HostRestoreRequest; part: SingleSource; note: PartNote },
  hooks: HostHooks,
  options: { dryRun: boolean } = { dryRun: false },
): Promise<{ files: RestoreResult; place: string; kept: string | undefined }> {
  const restores = planPaths(what, session.context.clock.now());
  const results: RestoreResult[] = [];
  for (const { request } of restores) {
    results.push(await restore(session, { ...request, ...(options.dryRun ? { dryRun: true } : { verify: true }) }, hooks));
  }
  const kept = restores.map(({ request }) => request.keepReplacedIn).find((folder) => folder !== undefined);
  return { files: results.reduce(addResults), place: restores[0]?.place ?? '', kept: kept && dirname(kept) };
}

function planPaths({ request, part, note }: { request: HostRestoreRequest; part: SingleSource; note: PartNote }, now: Date): PathRestore[] {
  return note.paths.map((path, at) => {
    const target = targetOf(path, at, { request, part, note }, now);
    const inside = placeInSnapshot(path, nodePath);
    // The folder above it is what is restored, so that a single file can be asked for by name too.
    const above = `${request.snapshot}:${nodePath.posix.dirname(inside)}`;
    const wanted = request.include?.filter((chosen) => chosen === inside || chosen.startsWith(`${inside}/`));
    const include = (wanted?.length ? wanted : [inside]).map((chosen) =>
      escapePattern(chosen.slice(nodePath.posix.dirname(inside).replace(/\/$/, '').length)),
    );
    const keepReplacedIn = request.to.way === 'in-place' ? { keepReplacedIn: join(request.to.keepIn, part.id, String(at)) } : {};
    return { request: { snapshot: above, target, include, overwrite: 'always', ...keepReplacedIn }, place: join(target, basename(path)) };
  });
}

/** The folder that will hold what `path` names. */
function targetOf(
  path: string,
  at: number,
  { request, part, note }: { request: HostRestoreRequest; part: SingleSource; note: PartNote },
  now: Date,
): string {
  const { to } = request;
  if (to.way === 'folder') return to.path;
  if (to.way === 'in-place') return dirname(placeNow(path, at, part, note));
  return join(dirname(placeNow(path, at, part, note)), `${basename(path)} (restored ${stamp(now)})`);
}

/** Where a captured path belongs now: on another PC the source may have been set up elsewhere. */
function placeNow(path: string, at: number, part: SingleSource, note: PartNote): string {
  if (part.kind === 'vendor-file') return join(part.folder, basename(path));
  if (part.kind !== 'folder' || part.paths.length !== note.paths.length) return path;
  return part.paths[at] ?? path;
}

/** A moment as part of a name every file system takes. */
function stamp(now: Date): string {
  return now.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
}

/** Two results as one. */
export function addResults(a: RestoreResult, b: RestoreResult): RestoreResult {
  const { plan } = a;
  return {
    outcome: a.outcome === 'completed' ? b.outcome : a.outcome,
    plan: {
      ...plan,
      filesNew: plan.filesNew + b.plan.filesNew,
      filesReplaced: plan.filesReplaced + b.plan.filesReplaced,
      filesUnchanged: plan.filesUnchanged + b.plan.filesUnchanged,
      filesKept: plan.filesKept + b.plan.filesKept,
      dirs: plan.dirs + b.plan.dirs,
      others: plan.others + b.plan.others,
      bytes: plan.bytes + b.plan.bytes,
      packBytes: plan.packBytes + b.plan.packBytes,
    },
    filesRestored: a.filesRestored + b.filesRestored,
    bytesRestored: a.bytesRestored + b.bytesRestored,
    filesVerified: a.filesVerified + b.filesVerified,
    warnings: [...a.warnings, ...b.warnings],
  };
}
