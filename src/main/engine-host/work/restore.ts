import { join } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { partsOf, type SingleSource } from '../../../shared/model/source.ts';
import { compareWitness, type Witness } from '../../../shared/model/witness.ts';
import type { RestoreResult } from '../../engine/index.ts';
import { type PutBackWay, type Replaced, type SourceContext, sourceKind } from '../../sources/index.ts';
import type { HostHooks, HostRestoreRequest, HostRestoreResult, HostUndoRequest, RestoreWay } from '../engine-host.ts';
import { bringBack, isPaths } from './bring-back.ts';
import { type Ground, type ReadingSession, within } from './ground.ts';
import { recordKept } from './kept-records.ts';
import { endingLater, makingOf } from './made-records.ts';
import { withPartContext } from './part-context.ts';
import { type PartNote, readForRestore } from './read-note.ts';
import { addResults, restorePaths, undoPaths } from './restore-paths.ts';

type PartResult = HostRestoreResult['parts'][number] & { files?: RestoreResult; bytes: number };

/** Brings a snapshot of a source back: its parts in their order, each compared with its witness afterwards. */
export async function restoreSource(ground: Ground, request: HostRestoreRequest, hooks: HostHooks): Promise<HostRestoreResult> {
  const started = ground.clock.uptime();
  const { scratch, secrets } = request;
  const parts = await withPartContext(
    ground,
    { scratch, secrets, hooks },
    async (contextOf) =>
      await within(ground, request.at, 'reading', hooks, async (session) => {
        const results: PartResult[] = [];
        const whole: (() => Promise<void>)[] = [];
        for (const part of partsAskedFor(request)) {
          const making = endingLater(makingOf(request.making, part), whole);
          results.push(...(await restorePart(session, request, { part, context: { ...(await contextOf(part)), making } }, hooks)));
        }
        if (results.length === 0)
          throw new LifeboatError('path-not-found', { path: request.include?.[0] ?? '', snapshot: request.snapshot });
        for (const end of whole) await end();
        return results;
      }),
  );
  return {
    parts: parts.map(({ files: _files, bytes: _bytes, ...part }) => part),
    files: joinFiles(parts),
    bytes: parts.reduce((total, { bytes }) => total + bytes, 0),
    seconds: (ground.clock.uptime() - started) / 1000,
    warnings: parts.flatMap(({ files }) => files?.warnings ?? []),
  };
}

/** Who chooses files wants nothing of the databases beside them. */
export function partsAskedFor({ source, include = [] }: HostRestoreRequest): SingleSource[] {
  return partsOf(source).filter((part) => include.length === 0 || isPaths(part));
}

/** Nothing if the request asks for nothing of this part. */
async function restorePart(
  session: ReadingSession,
  request: HostRestoreRequest,
  { part, context }: { part: SingleSource; context: SourceContext },
  hooks: HostHooks,
): Promise<PartResult[]> {
  const { note, witness } = await readForRestore(session, request.snapshot, part, hooks.signal);
  const put = isPaths(part)
    ? await putFiles(session, request, { part, note, context }, hooks)
    : await putDatabase(session, request, { part, note, context }, hooks);
  if (put === undefined) return [];
  const { witness: found, ...result } = put;
  const differences = witness && found ? compareWitness(witness, found) : [];
  return [{ ...result, part: part.id, differences, compared: found && witness ? witness.facts.length : 0 }];
}

type Put = Omit<PartResult, 'part' | 'differences' | 'compared'> & { witness: Witness | undefined };
interface PartWork {
  part: SingleSource;
  note: PartNote;
  context: SourceContext;
}

async function putDatabase(
  session: ReadingSession,
  request: HostRestoreRequest,
  { part, note, context }: PartWork,
  hooks: HostHooks,
): Promise<Put> {
  const { restored, result } = await bringBack(session, { snapshot: request.snapshot, note, scratch: context.scratch }, hooks);
  hooks.onProgress?.({ kind: 'phase', phase: 'putting-back' });
  const put = await sourceKind(part).putBack(part, restored, wayOf(request.to, part), context);
  return {
    place: put.place,
    kept: put.kept,
    notes: put.warnings.map((warning) => ({ part: part.id, ...warning })),
    bytes: result.bytesRestored,
    witness: put.witness,
  };
}

/** What a group replaces is kept part by part. */
function wayOf(to: RestoreWay, part: SingleSource): PutBackWay {
  if (to.way !== 'in-place') return to;
  const beforeReplacing = async (replaced: Replaced): Promise<void> => await recordKept(to.keepIn, { part: part.id, ...replaced });
  return { way: 'in-place', keepIn: join(to.keepIn, part.id), beforeReplacing };
}

/** Files are compared byte for byte with the snapshot by the restorer itself: no witness is needed. */
async function putFiles(
  session: ReadingSession,
  request: HostRestoreRequest,
  { part, note }: PartWork,
  hooks: HostHooks,
): Promise<Put | undefined> {
  const put = await restorePaths(session, { request, part, note }, hooks);
  if (put === undefined) return undefined;
  const { files, place, kept } = put;
  return { place, kept, notes: [], files, bytes: files.bytesRestored, witness: undefined };
}

function joinFiles(parts: readonly PartResult[]): RestoreResult | undefined {
  const results = parts.flatMap(({ files }) => files ?? []);
  return results.length > 0 ? results.reduce(addResults) : undefined;
}

/** Undoes a restore in place. */
export async function undoPart(ground: Ground, request: HostUndoRequest, hooks: HostHooks): Promise<void> {
  const part = partsOf(request.source).find(({ id }) => id === request.part);
  if (part === undefined) return;
  if (isPaths(part)) {
    await undoPaths(request.kept);
    return;
  }
  const { scratch, secrets, kept, place } = request;
  const keepIn = join(request.keepIn, part.id);
  await withPartContext(
    ground,
    { scratch, secrets, hooks },
    async (contextOf) => await sourceKind(part).undo(part, { kept, place, keepIn }, await contextOf(part)),
  );
}
