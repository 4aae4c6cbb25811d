import { LifeboatError } from '../../../shared/errors/index.ts';
import { anySignal } from '../abort.ts';
import type { FileInfo } from '../backend/backend.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { executePrune } from '../prune/index.ts';
import { type Salvage, salvagePack } from '../repair/index.ts';
import { type BlobLocation, type ExclusiveRepository, indexedPacks } from '../repository/index.ts';
import type { ExclusiveSession, Hooks } from '../session.ts';
import type { RepairPacksRequest, RepairPacksResult } from './contract.ts';

/** Packs read at a time: one is fetched while the other is verified. */
const LANES = 2;

/**
 * Reads packs and verifies every byte. What still verifies in a damaged one is stored anew, then the index forgets the pack
 * and it is removed: a later backup stores what was lost again instead of relying on it. `index-incomplete` while index files
 * cannot be read, `io-failed` while the place cannot, `file-not-found` and `id-ambiguous` for packs that are named.
 */
export async function repairPacks(
  session: ExclusiveSession,
  request: RepairPacksRequest = {},
  hooks: Hooks = {},
): Promise<RepairPacksResult> {
  const { repository } = session;
  const work = { ...hooks, signal: anySignal(session.signal, hooks.signal) };
  hooks.onProgress?.({ kind: 'phase', phase: 'loading-index' });
  const { unreadable } = await repository.loadIndex({ signal: work.signal });
  if (unreadable.length > 0) throw new LifeboatError('index-incomplete', { files: unreadable.length });
  const files = await repository.list('data', work.signal);
  const chosen = choosePacks(repository, files, request.packs ?? []);
  const salvages = await readPacks(repository, chosen, work);
  const lost = countLost(repository, files, salvages);
  const remains = request.dryRun || salvages.size === 0 ? { packsLocked: 0 } : await replace(repository, salvages, work);
  return {
    outcome: salvages.size === 0 ? 'completed' : 'completed-with-warnings',
    packsRead: chosen.size,
    packsDamaged: [...salvages.keys()].sort(),
    blobsSaved: [...salvages.values()].reduce((sum, { good }) => sum + good.size, 0),
    blobsLost: lost,
    packsLocked: remains.packsLocked,
  };
}

/** The packs that are there and indexed, with their bytes; those whose id begins as asked for, if something was asked for. */
function choosePacks(repository: ExclusiveRepository, files: readonly FileInfo[], prefixes: readonly string[]): Map<Id, number> {
  const named = new Set(repository.index.packs());
  const packs = files.filter(({ name }) => named.has(name));
  for (const prefix of prefixes) {
    const fitting = packs.filter(({ name }) => name.startsWith(prefix));
    if (fitting.length === 0) throw new LifeboatError('file-not-found', { type: 'data', name: prefix });
    if (fitting.length > 1) throw new LifeboatError('id-ambiguous', { prefix, type: 'data' });
  }
  const isChosen = (name: Id): boolean => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix));
  return new Map(packs.filter(({ name }) => isChosen(name)).map(({ name, size }) => [name, size]));
}

/** Blobs of damaged packs of which there is no copy elsewhere. */
function countLost({ index }: ExclusiveRepository, files: readonly FileInfo[], salvages: ReadonlyMap<Id, Salvage>): number {
  const there = new Set(files.map(({ name }) => name));
  const lost = new Map([...salvages.values()].flatMap((salvage) => salvage.lost.map((blob) => [`${blob.type}/${blob.id}`, blob])));
  const isElsewhere = ({ pack, offset }: BlobLocation): boolean => salvages.get(pack)?.good.has(offset) ?? there.has(pack);
  return [...lost.values()].filter(({ type, id }) => !index.findAll(type, id).some(isElsewhere)).length;
}

/** What can be had of each damaged pack. */
async function readPacks(
  repository: ExclusiveRepository,
  chosen: ReadonlyMap<Id, number>,
  { signal, onProgress }: Hooks & { signal: AbortSignal },
): Promise<Map<Id, Salvage>> {
  const salvages = new Map<Id, Salvage>();
  const done = { files: 0, bytes: 0 };
  onProgress?.({ kind: 'phase', phase: 'checking-data' });
  onProgress?.({ kind: 'total', files: chosen.size, bytes: [...chosen.values()].reduce((sum, size) => sum + size, 0) });
  const read = async (pack: IndexedPack): Promise<void> => {
    const salvage = await salvagePack(repository, pack, signal);
    if (salvage !== undefined) salvages.set(pack.id, salvage);
    done.files += 1;
    done.bytes += chosen.get(pack.id) ?? 0;
    onProgress?.({ kind: 'done', ...done });
  };
  await forEachConcurrently(only(repository, chosen), LANES, read, signal);
  return salvages;
}

function* only(repository: ExclusiveRepository, chosen: ReadonlyMap<Id, number>): Iterable<IndexedPack> {
  for (const pack of indexedPacks(repository.index)) if (chosen.has(pack.id)) yield pack;
}

/** As prune does it: anew, then the index, then away. */
async function replace(
  repository: ExclusiveRepository,
  salvages: ReadonlyMap<Id, Salvage>,
  hooks: Hooks,
): Promise<{ packsLocked: number }> {
  const none = new Set<Id>();
  const plan = {
    repack: new Set(salvages.keys()),
    remove: none,
    missing: none,
    unreferenced: [],
    bytesRepacked: 0,
    keeps: ({ offset }: { offset: number }, pack: Id) => salvages.get(pack)?.good.has(offset) ?? false,
  };
  return await executePrune(repository, plan, hooks);
}
