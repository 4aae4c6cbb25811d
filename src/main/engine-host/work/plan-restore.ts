import { partsOf, type SingleSource } from '../../../shared/model/source.ts';
import { compareWitness } from '../../../shared/model/witness.ts';
import type { RestoreResult } from '../../engine/index.ts';
import { type SourceContext, sourceKind } from '../../sources/index.ts';
import type { HostHooks, HostRestorePlan, HostRestoreRequest } from '../engine-host.ts';
import { isPaths } from './bring-back.ts';
import { type Ground, type ReadingSession, within } from './ground.ts';
import { withPartContext } from './part-context.ts';
import { readPart, readWitness } from './read-note.ts';
import { addResults, restorePaths } from './restore-paths.ts';
import { snapshotSize } from './snapshot-size.ts';

type PlannedPart = HostRestorePlan['parts'][number];

/** What a restore would do, replace and throw away. Nothing is touched. */
export async function planSourceRestore(ground: Ground, request: HostRestoreRequest, hooks: HostHooks): Promise<HostRestorePlan> {
  const { scratch, secrets } = request;
  return await withPartContext(
    ground,
    { scratch, secrets, hooks },
    async (contextOf) =>
      await within(ground, request.at, 'reading', hooks, async (session) => {
        const parts: PlannedPart[] = [];
        const files: RestoreResult[] = [];
        for (const part of partsOf(request.source)) {
          parts.push(await planPart(session, request, part, await contextOf(part)));
          if (isPaths(part)) files.push(await planFiles(session, request, part, hooks));
        }
        const plan = files.length > 0 ? files.reduce(addResults).plan : undefined;
        const bytes = await snapshotSize(session, request.snapshot);
        return { files: plan, parts, bytes: plan && request.include?.length ? plan.bytes : bytes, freeBytes: plan?.freeBytes };
      }),
  );
}

async function planPart(
  session: ReadingSession,
  request: HostRestoreRequest,
  part: SingleSource,
  context: SourceContext,
): Promise<PlannedPart> {
  const witness = await readWitness(session, request.snapshot, part.id, context.signal);
  // Only a restore in place throws something away; looking at a live server for another costs time for nothing.
  const live = isPaths(part) ? undefined : await sourceKind(part).look(part, context);
  const thrownAway = witness && live?.witness ? compareWitness(witness, live.witness) : [];
  return { part: part.id, kind: part.kind, live, thrownAway: request.to.way === 'in-place' ? thrownAway : [], witness };
}

async function planFiles(
  session: ReadingSession,
  request: HostRestoreRequest,
  part: SingleSource,
  hooks: HostHooks,
): Promise<RestoreResult> {
  const note = (await readPart(session, request.snapshot, part.id, hooks.signal)) ?? { part, paths: [] };
  return (await restorePaths(session, { request, part, note }, hooks, { dryRun: true })).files;
}
