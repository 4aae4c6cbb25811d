import { LifeboatError } from '../../../shared/errors/index.ts';
import { anySignal } from '../abort.ts';
import type { Id } from '../format/id.ts';
import { executePrune, findUsedBlobs, planPrune, type PrunePlan } from '../prune/index.ts';
import { type ExclusiveRepository, indexedPacks } from '../repository/index.ts';
import type { ExclusiveSession, Hooks } from '../session.ts';
import { loadSnapshots } from '../tree-walk/index.ts';
import type { PruneRequest, PruneResult } from './contract.ts';

/**
 * Removes stored data that no snapshot needs. Refuses as long as a snapshot, an index file or a tree cannot be read
 * (`file-damaged`, `prune-unsafe`): what it needs would seem unused. A dry run only plans.
 */
export async function prune(session: ExclusiveSession, request: PruneRequest = {}, hooks: Hooks = {}): Promise<PruneResult> {
  const { repository } = session;
  const work = { ...hooks, signal: anySignal(session.signal, hooks.signal) };
  const plan = await planFor(repository, request, work);
  if (request.dryRun) {
    return { plan: plan.summary, executed: false, packsLocked: 0, indexFilesLocked: 0, temporaryFilesRemoved: 0 };
  }
  const temporaryFilesRemoved = await repository.sweepTemporary(work.signal);
  const remains = await executePrune(repository, plan, work);
  return { plan: plan.summary, executed: true, ...remains, temporaryFilesRemoved };
}

async function planFor(
  repository: ExclusiveRepository,
  request: PruneRequest,
  { signal, onProgress }: Hooks & { signal: AbortSignal },
): Promise<PrunePlan> {
  onProgress?.({ kind: 'phase', phase: 'loading-snapshots' });
  const roots = await rootTrees(repository, signal);
  onProgress?.({ kind: 'phase', phase: 'loading-index' });
  await loadWholeIndex(repository, signal);
  onProgress?.({ kind: 'phase', phase: 'planning' });
  const used = await findUsedBlobs(repository, roots, signal);
  const files = await repository.list('data', signal);
  return planPrune({ packs: indexedPacks(repository.index), used, files }, request);
}

/** The trees of all snapshots; here a snapshot that cannot be read is an error, told by reading it again. */
async function rootTrees(repository: ExclusiveRepository, signal: AbortSignal): Promise<Id[]> {
  const { entries, unreadable } = await loadSnapshots(repository, signal);
  const [first] = unreadable;
  if (first === undefined) return entries.map(({ snapshot }) => snapshot.tree);
  await repository.loadSnapshot(first, signal);
  throw new LifeboatError('prune-unsafe', { missingBlobs: 0 });
}

/** The same for index files: what a damaged one names would seem to be nowhere. */
async function loadWholeIndex(repository: ExclusiveRepository, signal: AbortSignal): Promise<void> {
  const { unreadable } = await repository.loadIndex({ signal });
  const [first] = unreadable;
  if (first === undefined) return;
  await repository.loadIndexFile(first, signal);
  throw new LifeboatError('prune-unsafe', { missingBlobs: 0 });
}
