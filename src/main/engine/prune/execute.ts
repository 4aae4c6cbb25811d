import { LifeboatError } from '../../../shared/errors/index.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { type ExclusiveRepository, indexedPacks, type Uploader } from '../repository/index.ts';
import { removeUnlessLocked } from '../locked-until.ts';
import type { Hooks } from '../session.ts';
import type { PruneSteps } from './plan.ts';
import { packsWithout, replaceIndexFiles } from './replace-index.ts';

/** Packs read at a time while repacking, and removed at a time. */
const LANES = { repack: 2, remove: 4 } as const;

/** What was to be removed and stays, because the place protects it for now. Another prune removes it later. */
export interface PruneRemains {
  packsLocked: number;
  indexFilesLocked: number;
}

/**
 * Does what a plan says, in an order that leaves the repository sound wherever it is cut off: needed blobs are written
 * anew and indexed, then a new index without the old packs replaces the old one, and only then are the packs removed.
 * Packs no index names can go at any time; they go first, to make room. What the place protects for now stays and is told.
 */
export async function executePrune(repository: ExclusiveRepository, plan: PruneSteps, hooks: Hooks = {}): Promise<PruneRemains> {
  const { signal } = hooks;
  const goneFromIndex = new Set([...plan.repack, ...plan.remove, ...plan.missing]);
  const lockedBefore = await removePacks(repository, plan.unreferenced, hooks);
  if (plan.repack.size > 0) await repack(repository, plan, hooks);
  if (goneFromIndex.size === 0) return { packsLocked: lockedBefore, indexFilesLocked: 0 };
  assertAllCopied(repository, plan, goneFromIndex);
  hooks.onProgress?.({ kind: 'phase', phase: 'writing-index' });
  const stays = packsWithout(repository, goneFromIndex);
  const { locked } = await replaceIndexFiles(repository, stays, signal);
  const gone = [...plan.repack, ...plan.remove];
  // An index file that stays may name any of them, and would be damaged without.
  if (locked.length > 0) return { packsLocked: lockedBefore + gone.length, indexFilesLocked: locked.length };
  repository.resetIndex(stays);
  return { packsLocked: lockedBefore + (await removePacks(repository, gone, hooks)), indexFilesLocked: 0 };
}

async function repack(repository: ExclusiveRepository, plan: PruneSteps, hooks: Hooks): Promise<void> {
  const { signal, onProgress } = hooks;
  onProgress?.({ kind: 'phase', phase: 'repacking' });
  onProgress?.({ kind: 'total', files: plan.repack.size, bytes: plan.bytesRepacked });
  const done = { files: 0, bytes: 0 };
  const work = async (uploader: Uploader): Promise<void> => {
    const copy = async (pack: IndexedPack): Promise<void> => {
      await copyBlobs(repository, uploader, pack, wantedOf(plan, pack), signal);
      done.files += 1;
      done.bytes += pack.blobs.reduce((sum, blob) => sum + blob.length, 0);
      onProgress?.({ kind: 'done', ...done });
    };
    await forEachConcurrently(packsToRepack(repository, plan), LANES.repack, copy, signal);
  };
  await repository.withUploader(work, signal === undefined ? {} : { signal });
}

function* packsToRepack(repository: ExclusiveRepository, plan: PruneSteps): Iterable<IndexedPack> {
  for (const pack of indexedPacks(repository.index)) if (plan.repack.has(pack.id)) yield pack;
}

function wantedOf(plan: PruneSteps, pack: IndexedPack): PackedBlob[] {
  return pack.blobs.filter((blob) => plan.keeps(blob, pack.id));
}

/** Copies verified blobs. Of one that is damaged here another copy is taken; without one prune ends before anything is removed. */
async function copyBlobs(
  repository: ExclusiveRepository,
  uploader: Uploader,
  pack: IndexedPack,
  blobs: readonly PackedBlob[],
  signal?: AbortSignal,
): Promise<void> {
  for await (const carried of repository.resealBlobs(pack.id, blobs, uploader.sealing, signal)) {
    const { type, id } = carried.blob;
    if (!('sealed' in carried)) await uploader.saveBlob(type, await repository.loadBlob(type, id, signal), { force: true });
    else if (uploader.claim(type, id, { force: true })) await uploader.saveClaimed(carried.sealed);
  }
}

/** The last look before anything is removed: each blob to keep must stand in a pack that stays. */
function assertAllCopied(repository: ExclusiveRepository, plan: PruneSteps, gone: ReadonlySet<Id>): void {
  for (const pack of packsToRepack(repository, plan)) {
    for (const { type, id } of wantedOf(plan, pack)) {
      const isSafe = repository.index.findAll(type, id).some((copy) => !gone.has(copy.pack));
      if (!isSafe) throw new LifeboatError('internal', { detail: `blob ${id} was not copied` });
    }
  }
}

/** How many packs stay because they are protected for now. */
async function removePacks(repository: ExclusiveRepository, packs: readonly Id[], hooks: Hooks): Promise<number> {
  if (packs.length === 0) return 0;
  hooks.onProgress?.({ kind: 'phase', phase: 'deleting' });
  hooks.onProgress?.({ kind: 'total', files: packs.length, bytes: 0 });
  let files = 0;
  let locked = 0;
  const remove = async (pack: Id): Promise<void> => {
    if (!(await removeUnlessLocked(repository, 'data', pack))) locked += 1;
    hooks.onProgress?.({ kind: 'done', files: ++files, bytes: 0 });
  };
  await forEachConcurrently(packs, LANES.remove, remove, hooks.signal);
  return locked;
}
