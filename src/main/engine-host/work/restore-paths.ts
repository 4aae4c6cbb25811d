import { readdir } from 'node:fs/promises';
import nodePath, { basename, dirname, join } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { SingleSource } from '../../../shared/model/source.ts';
import { placeInSnapshot, type ReadingSession, restore, type RestoreRequest, type RestoreResult, undoRestore } from '../../engine/index.ts';
import type { HostHooks, HostRestoreRequest } from '../engine-host.ts';
import { escapePattern } from './bring-back.ts';
import { recordKept } from './kept-records.ts';
import type { PartNote } from './read-note.ts';

/** What is restored of one captured path, and where to. */
interface PathRestore {
  request: RestoreRequest;
  /** Where it is afterwards. */
  place: string;
}

interface PathsWork {
  request: HostRestoreRequest;
  part: SingleSource;
  note: PartNote;
}

/**
 * Brings files back to where the request says; everything written is read back and compared. Undefined if the request
 * asks for nothing of this part; `path-not-found` if the snapshot does not say which paths are its own.
 */
export async function restorePaths(
  session: ReadingSession,
  what: PathsWork,
  hooks: HostHooks,
  options: { dryRun: boolean } = { dryRun: false },
): Promise<{ files: RestoreResult; place: string; kept: string | undefined } | undefined> {
  const { part, note, request: wish } = what;
  if (note.paths.length === 0) throw new LifeboatError('path-not-found', { path: part.name, snapshot: wish.snapshot });
  const restores = planPaths(what, session.context.clock.now());
  const [first] = restores;
  if (first === undefined) return undefined;
  const results: RestoreResult[] = [];
  for (const { request } of restores) {
    results.push(await restore(session, { ...request, ...(options.dryRun ? { dryRun: true } : { verify: true }) }, hooks));
  }
  const kept = first.request.keepReplacedIn;
  return { files: results.reduce(addResults), place: first.place, kept: kept && dirname(kept) };
}

/** Undoes what a restore in place did to a part's paths, the last first. `value-invalid` if nothing was kept in `kept`. */
export async function undoPaths(kept: string): Promise<void> {
  const names = await readdir(kept).catch(() => []);
  const folders = names.filter((name) => /^\d+$/.test(name)).sort((a, b) => Number(b) - Number(a));
  // Of a restore that broke off, the last folder may not have been kept to its end: nothing of it was replaced then.
  const [last, ...before] = folders;
  if (last === undefined || before.length === 0) return void (await undoRestore(join(kept, last ?? '0')));
  await undoRestore(join(kept, last)).catch((error: unknown) => {
    if (!isLifeboatError(error, 'value-invalid')) throw error;
  });
  for (const folder of before) await undoRestore(join(kept, folder));
}

function planPaths(what: PathsWork, now: Date): PathRestore[] {
  const { request, part, note } = what;
  const places = placesFor(what, now);
  return note.paths.flatMap((path, at): PathRestore[] => {
    const inside = placeInSnapshot(path, nodePath);
    const wanted = wantedBelow(inside, request.include);
    if (wanted.length === 0) return [];
    const place = places[at] ?? path;
    const keeping = request.to.way === 'in-place' ? keepingIn(request.to.keepIn, part.id, { at, place: places[0] ?? place }) : {};
    return [{ request: { ...into(place, { snapshot: request.snapshot, inside, wanted }), overwrite: 'always', ...keeping }, place }];
  });
}

/** Each path keeps in a folder of its own; with the first the part is on record. */
function keepingIn(
  keepIn: string,
  part: string,
  { at, place }: { at: number; place: string },
): Pick<RestoreRequest, 'keepReplacedIn' | 'onKept'> {
  const kept = join(keepIn, part);
  return { keepReplacedIn: join(kept, String(at)), onKept: async () => await recordKept(keepIn, { part, place, kept }) };
}

/** What is asked for of a captured path, as paths in the snapshot: all of it, some of what lies in it, or nothing. */
function wantedBelow(inside: string, include: readonly string[] = []): string[] {
  const isAll = (chosen: string): boolean => chosen === '/' || chosen === inside || inside.startsWith(`${chosen}/`);
  if (include.length === 0 || include.some(isAll)) return [inside];
  return include.filter((chosen) => chosen.startsWith(inside === '/' ? inside : `${inside}/`));
}

/** The folder above is what is restored, so that a single file can be asked for too; what gets another name is restored from within. */
function into(
  place: string,
  { snapshot, inside, wanted }: { snapshot: string; inside: string; wanted: readonly string[] },
): Pick<RestoreRequest, 'snapshot' | 'target' | 'include'> {
  const keepsName = nodePath.posix.basename(inside) === basename(place);
  const from = keepsName ? nodePath.posix.dirname(inside) : inside;
  const include = wanted
    .filter((chosen) => chosen !== from)
    .map((chosen) => escapePattern(from === '/' ? chosen : chosen.slice(from.length)));
  return { snapshot: `${snapshot}:${from}`, target: keepsName ? dirname(place) : place, include };
}

/** Where each captured path will be. */
function placesFor({ request: { to }, part, note }: PathsWork, now: Date): string[] {
  const current = placesNow(part, note);
  if (to.way === 'in-place') return current;
  const names = note.paths.map((path) => nodePath.posix.basename(placeInSnapshot(path, nodePath)));
  if (to.way === 'folder') return names.map((name, at) => join(to.path, ...folderOfItsOwn(names, at), name));
  return names.map((name, at) => join(dirname(current[at] ?? ''), `${basename(current[at] ?? '') || name} (restored ${stamp(now)})`, name));
}

/** Paths of one name would be mixed up in one folder. */
function folderOfItsOwn(names: readonly string[], at: number): string[] {
  const same = (name = ''): string => name.toLowerCase();
  const before = names.slice(0, at).filter((name) => same(name) === same(names[at])).length;
  return before === 0 ? [] : [`${names[at]} (${before + 1})`];
}

/** Where the captured paths belong now: those the source still has where they were, the others where it was set up anew. */
function placesNow(part: SingleSource, { paths }: PartNote): string[] {
  if (part.kind === 'vendor-file') return paths.map((path) => join(part.folder, basename(path)));
  if (part.kind !== 'folder') return paths;
  const gone = paths.filter((path) => !part.paths.includes(path));
  const added = part.paths.filter((path) => !paths.includes(path));
  return paths.map((path) => (gone.length === added.length ? added[gone.indexOf(path)] : undefined) ?? path);
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
