import { LifeboatError } from '../../../shared/errors/index.ts';
import { anySignal } from '../abort.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { applyPolicy, groupSnapshots, pinReasons } from '../retention/index.ts';
import { removeUnlessLocked } from '../locked-until.ts';
import type { ExclusiveSession, Hooks } from '../session.ts';
import type { Id } from '../format/id.ts';
import type { ForgetGroup, ForgetRequest, ForgetResult } from './contract.ts';
import { listSnapshots, resolveSnapshot } from './snapshots.ts';

/** Snapshot files removed at a time. */
const LANES = 4;

/**
 * Removes snapshots that a policy does not keep, or that are named. Everything is decided before the first is removed.
 * Pinned snapshots stay in either case and are listed under `keep`. The data stays until prune.
 * `latest-uncertain` if `latest` is named and snapshot files cannot be read; `policy-empty` if the policy has no rule or would leave a group with no snapshot at all.
 */
export async function forget(session: ExclusiveSession, request: ForgetRequest, hooks: Hooks = {}): Promise<ForgetResult> {
  const { groups, unreadable } = request.snapshots?.length
    ? await decideNamed(session, request, hooks)
    : await decideByPolicy(session, request, hooks);
  const chosen = groups.flatMap((group) => group.forget.map((entry) => entry.id));
  const locked = request.dryRun || chosen.length === 0 ? [] : await remove(session, chosen, hooks);
  const forgotten = request.dryRun ? [] : chosen.filter((id) => !locked.includes(id));
  return { groups, forgotten, locked, unreadable };
}

type Decision = Omit<ForgetResult, 'forgotten' | 'locked'>;

async function decideByPolicy(session: ExclusiveSession, request: ForgetRequest, hooks: Hooks): Promise<Decision> {
  const { policy = {}, pins = [], groupBy = ['host', 'paths'] } = request;
  const now = session.context.clock.now();
  // Without snapshots no group would find an empty policy.
  applyPolicy([], policy, pins, now);
  const { snapshots, unreadable } = await listSnapshots(session, request.filter, hooks);
  const groups = groupSnapshots(snapshots, groupBy).map(({ snapshots: members, ...key }): ForgetGroup => {
    const verdict = applyPolicy(members, policy, pins, now);
    if (verdict.keep.length === 0) throw new LifeboatError('policy-empty', {});
    return { ...key, ...verdict };
  });
  return { groups, unreadable };
}

async function decideNamed(session: ExclusiveSession, request: ForgetRequest, hooks: Hooks): Promise<Decision> {
  const group: ForgetGroup = { host: undefined, paths: undefined, tags: undefined, keep: [], forget: [] };
  const seen = new Set<Id>();
  for (const name of request.snapshots ?? []) {
    if (name === 'latest') await assertLatestKnown(session, hooks);
    const entry = await resolveSnapshot(session, name, request.filter, hooks);
    if (seen.has(entry.id)) continue;
    seen.add(entry.id);
    const reasons = pinReasons(entry, request.pins ?? []);
    if (reasons.length > 0) group.keep.push({ ...entry, reasons });
    else group.forget.push(entry);
  }
  return { groups: [group], unreadable: [] };
}

/** A snapshot file that cannot be read may be the latest: then another would go in its stead. */
async function assertLatestKnown(session: ExclusiveSession, hooks: Hooks): Promise<void> {
  const { unreadable } = await listSnapshots(session, {}, hooks);
  if (unreadable.length > 0) throw new LifeboatError('latest-uncertain', { files: unreadable.length });
}

/** Those that stay because the place protects them for now. */
async function remove(session: ExclusiveSession, ids: readonly Id[], hooks: Hooks): Promise<Id[]> {
  hooks.onProgress?.({ kind: 'phase', phase: 'deleting' });
  hooks.onProgress?.({ kind: 'total', files: ids.length, bytes: 0 });
  let files = 0;
  const locked: Id[] = [];
  const removeOne = async (id: Id): Promise<void> => {
    if (!(await removeUnlessLocked(session.repository, 'snapshots', id))) locked.push(id);
    hooks.onProgress?.({ kind: 'done', files: ++files, bytes: 0 });
  };
  await forEachConcurrently(ids, LANES, removeOne, anySignal(session.signal, hooks.signal));
  return locked;
}
