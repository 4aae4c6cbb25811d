import { dirname } from 'node:path';
import type { SingleSource } from '../../../shared/model/source.ts';
import { compareWitness, type Witness } from '../../../shared/model/witness.ts';
import { freeSpace, type RestoreResult } from '../../engine/index.ts';
import { type SourceContext, sourceKind } from '../../sources/index.ts';
import type { HostHooks, HostRestorePlan, HostRestoreRequest } from '../engine-host.ts';
import { isPaths } from './bring-back.ts';
import { type Ground, within } from './ground.ts';
import { withPartContext } from './part-context.ts';
import { readForRestore } from './read-note.ts';
import { partsAskedFor } from './restore.ts';
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
        for (const part of partsAskedFor(request)) {
          const known = await readForRestore(session, request.snapshot, part, hooks.signal);
          const planned = isPaths(part)
            ? await restorePaths(session, { request, part, note: known.note }, hooks, { dryRun: true })
            : undefined;
          if (isPaths(part) && planned === undefined) continue;
          if (planned) files.push(planned.files);
          parts.push(await planPart(request, part, known.witness, await contextOf(part)));
        }
        const plan = files.length > 0 ? files.reduce(addResults).plan : undefined;
        const bytes = await snapshotSize(session, request.snapshot);
        const freeBytes = plan?.freeBytes ?? (await roomFor(request));
        return { files: plan, parts, bytes: plan && request.include?.length ? plan.bytes : bytes, freeBytes };
      }),
  );
}

async function planPart(
  request: HostRestoreRequest,
  part: SingleSource,
  witness: Witness | undefined,
  context: SourceContext,
): Promise<PlannedPart> {
  // Only a restore in place throws something away; looking at a live server for another costs time for nothing.
  const live = isPaths(part) ? undefined : await sourceKind(part).look(part, context);
  const thrownAway = witness && live?.witness ? compareWitness(witness, live.witness) : [];
  return { part: part.id, kind: part.kind, live, thrownAway: request.to.way === 'in-place' ? thrownAway : [], witness };
}

/** Room where a database will be put, as far as this PC can see it: the disk of a server it cannot. */
async function roomFor(request: HostRestoreRequest): Promise<number | undefined> {
  if (request.to.way === 'folder') return await freeSpace(request.to.path);
  const file = partsAskedFor(request).find((part) => part.kind === 'sqlite');
  return file && (await freeSpace(dirname(file.path)));
}
