import { isLifeboatError } from '../../../shared/errors/index.ts';
import { anySignal } from '../abort.ts';
import type { FileInfo } from '../backend/backend.ts';
import { loadSnapshots } from '../tree-walk/index.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { removeUnlessLocked } from '../locked-until.ts';
import { type Mended, TreeMender, unnamedPacks } from '../repair/index.ts';
import type { BlobIndex, ReadingRepository } from '../repository/index.ts';
import type { AppendingSession, ExclusiveSession, Hooks } from '../session.ts';
import { chooseSnapshots } from './choose-snapshots.ts';
import type { RepairedSnapshot, RepairSnapshotsRequest, RepairSnapshotsResult, SnapshotEntry } from './contract.ts';

/** Marks snapshots that lack something; restic's word. */
const REPAIRED_TAG = 'repaired';

/**
 * For each broken snapshot stores one without the broken parts: files whose content is not all there and folders that cannot
 * be read are left out and named. The broken ones stay. Content is looked up in the index, not read: `check` with all data finds
 * what the index cannot know. Packs that no index names, as an interrupted run or a lost index file leaves them, are taken into
 * it first. `io-failed` while the place cannot be read.
 */
export async function repairSnapshots(
  session: AppendingSession,
  request: RepairSnapshotsRequest = {},
  hooks: Hooks = {},
): Promise<RepairSnapshotsResult> {
  const { repository } = session;
  const work = { ...hooks, signal: anySignal(session.signal, hooks.signal) };
  const { snapshots, unreadable } = await chooseSnapshots(session, request, work);
  const { entries } = await loadSnapshots(repository, work.signal);
  const stored = await lookAtPacks(repository, work);
  const mended = await mendAll(session, snapshots, stored, { ...work, dryRun: request.dryRun ?? false });
  const broken: RepairedSnapshot[] = [];
  for (const { entry, result } of mended) {
    if (result.kind === 'sound') continue;
    const facts = { id: entry.id, isHopeless: result.kind === 'hopeless', lost: result.lost, lostTruncated: result.truncated };
    const repaired = result.kind === 'mended' ? await replacement(session, entry, result.tree, entries, request) : undefined;
    broken.push({ ...facts, repaired });
  }
  const outcome = broken.length + unreadable.length === 0 ? 'completed' : 'completed-with-warnings';
  return { outcome, packsIndexed: stored.unnamed.length, snapshots: snapshots.length, broken, unreadable, forgotten: [], locked: [] };
}

/**
 * The same, and removes the broken snapshots once the repaired ones are stored; also those of which nothing is left, and
 * snapshot files whose bytes are not what was stored. Then prune can run again.
 */
export async function repairAndForgetSnapshots(
  session: ExclusiveSession,
  request: RepairSnapshotsRequest = {},
  hooks: Hooks = {},
): Promise<RepairSnapshotsResult> {
  const { repository } = session;
  const signal = anySignal(session.signal, hooks.signal);
  const result = await repairSnapshots(session, request, hooks);
  if (request.dryRun) return result;
  const chosen: Id[] = result.broken.filter(({ repaired, isHopeless }) => repaired !== undefined || isHopeless).map(({ id }) => id);
  for (const id of result.unreadable) if (await isRotten(repository, id, signal)) chosen.push(id);
  if (chosen.length > 0) hooks.onProgress?.({ kind: 'phase', phase: 'deleting' });
  const [forgotten, locked]: [Id[], Id[]] = [[], []];
  for (const id of chosen) ((await removeUnlessLocked(repository, 'snapshots', id)) ? forgotten : locked).push(id);
  return { ...result, forgotten, locked };
}

/** The packs that are there, and what those hold that the index does not name. */
interface StoredPacks {
  packs: FileInfo[];
  unnamed: IndexedPack[];
}

/** Loads the index and finds out what it lacks. Whatever index files that cannot be read named is among that. */
async function lookAtPacks(repository: ReadingRepository, { signal, onProgress }: Hooks & { signal: AbortSignal }): Promise<StoredPacks> {
  onProgress?.({ kind: 'phase', phase: 'loading-index' });
  await repository.loadIndex({ signal });
  const packs = await repository.list('data', signal);
  onProgress?.({ kind: 'phase', phase: 'reading-packs' });
  return { packs, unnamed: await unnamedPacks(repository, packs, signal) };
}

/** Content counts as there if a pack that is long enough holds it, whatever the index still says of packs that are gone. */
function contentsOf(index: Pick<BlobIndex, 'findAll'>, packs: readonly FileInfo[]): { has(blob: Id): boolean } {
  const sizes = new Map(packs.map(({ name, size }) => [name, size]));
  const has = (blob: Id): boolean =>
    index.findAll('data', blob).some(({ pack, offset, length }) => offset + length <= (sizes.get(pack) ?? 0));
  return { has };
}

async function mendAll(
  { repository }: AppendingSession,
  snapshots: readonly SnapshotEntry[],
  { packs, unnamed }: StoredPacks,
  { signal, onProgress, dryRun }: Hooks & { signal: AbortSignal; dryRun: boolean },
): Promise<{ entry: SnapshotEntry; result: Mended }[]> {
  onProgress?.({ kind: 'phase', phase: 'repairing' });
  onProgress?.({ kind: 'total', files: snapshots.length, bytes: 0 });
  const mended: { entry: SnapshotEntry; result: Mended }[] = [];
  await repository.withUploader(
    async (uploader) => {
      uploader.adopt(unnamed);
      const mender = new TreeMender(repository, contentsOf(repository.index, packs), uploader, signal);
      for (const entry of snapshots) {
        mended.push({ entry, result: await mender.mend(entry.snapshot.tree) });
        onProgress?.({ kind: 'done', files: mended.length, bytes: 0 });
      }
    },
    { signal, dryRun },
  );
  return mended;
}

/** Stores the repaired snapshot, unless an earlier repair did; its id, undefined if a dry run keeps it from being stored. */
async function replacement(
  { repository }: AppendingSession,
  { id, snapshot }: SnapshotEntry,
  tree: Id,
  all: readonly SnapshotEntry[],
  { dryRun }: RepairSnapshotsRequest,
): Promise<Id | undefined> {
  const existing = all.find((other) => other.snapshot.original === id && other.snapshot.tree === tree);
  if (existing !== undefined || dryRun) return existing?.id;
  const tags = [...new Set([...(snapshot.tags ?? []), REPAIRED_TAG])];
  return await repository.saveSnapshot({ ...snapshot, tree, tags, original: id });
}

/** Whether a snapshot file's bytes are not those its name stands for. Any other reason not to read it may pass. */
async function isRotten(repository: Pick<ReadingRepository, 'loadSnapshot'>, id: Id, signal: AbortSignal): Promise<boolean> {
  try {
    await repository.loadSnapshot(id, signal);
    return false;
  } catch (error) {
    if (isLifeboatError(error, 'file-damaged')) return error.data.detail === 'wrong-hash';
    if (isLifeboatError(error, 'file-not-found') || isLifeboatError(error, 'io-failed')) return false;
    throw error;
  }
}
