import { forget, type ForgetResult, type Pin, prune, type RetentionPolicy } from '../../engine/index.ts';
import type { HostHooks, HostMaintenanceRequest, HostMaintenanceResult } from '../engine-host.ts';
import { type ExclusiveSession, type Ground, within } from './ground.ts';
import { SEAL, sourceTag } from './tags.ts';

/** Removes what no policy keeps, then the data that no snapshot needs. Pinned snapshots stay whatever the policy says. */
export async function maintain(ground: Ground, request: HostMaintenanceRequest, hooks: HostHooks): Promise<HostMaintenanceResult> {
  return await within(ground, request.at, 'exclusive', hooks, async (session) => {
    const results: ForgetResult[] = [];
    for (const policy of request.policies) results.push(await forgetOne(session, policy, request, hooks));
    const pruned = await prune(session, { dryRun: request.dryRun ?? false, repackSmall: true }, hooks);
    return {
      forgotten: results.flatMap(({ forgotten }) => forgotten),
      kept: results.flatMap(({ groups }) => groups.flatMap(({ keep }) => keep.map(({ id, reasons }) => ({ snapshot: id, reasons })))),
      locked: results.flatMap(({ locked }) => locked),
      prune: pruned,
    };
  });
}

async function forgetOne(
  session: ExclusiveSession,
  { source, retention, keepWithinDays }: HostMaintenanceRequest['policies'][number],
  { pins, dryRun = false }: { pins: readonly Pin[]; dryRun?: boolean },
  hooks: HostHooks,
): Promise<ForgetResult> {
  const policy: RetentionPolicy = { ...retention, ...(keepWithinDays !== undefined && { withinMonthly: `${keepWithinDays}d` }) };
  const tag = source === SEAL ? SEAL : sourceTag(source);
  return await forget(session, { policy, pins: [...pins], filter: { tags: [[tag]] }, groupBy: [], dryRun }, hooks);
}
