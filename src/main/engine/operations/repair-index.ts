import { anySignal } from '../abort.ts';
import type { FileInfo } from '../backend/backend.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { isDamage } from '../damage.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { decodePackHeader, encodePackHeader } from '../format/pack-header.ts';
import { packFileSize } from '../format/pack-size.ts';
import { replaceIndexFiles } from '../prune/index.ts';
import { verifyEntries } from '../repair/index.ts';
import { type ExclusiveRepository, indexedPacks } from '../repository/index.ts';
import type { ExclusiveSession, Hooks } from '../session.ts';
import type { RepairIndexRequest, RepairIndexResult } from './contract.ts';

/** Pack headers read at a time. */
const LANES = 8;

/**
 * Makes the index anew so that it names exactly what the pack files hold: entries of packs that are gone are dropped,
 * packs that no index names or whose size disagrees are read. Of a pack that cannot say what it holds, the entries that
 * still verify stay. Index files that cannot be read are replaced.
 * Nothing but index files is removed.
 */
export async function repairIndex(
  session: ExclusiveSession,
  request: RepairIndexRequest = {},
  hooks: Hooks = {},
): Promise<RepairIndexResult> {
  const { repository } = session;
  const signal = anySignal(session.signal, hooks.signal);
  hooks.onProgress?.({ kind: 'phase', phase: 'loading-index' });
  await repository.loadIndex({ signal });
  const files = new Map((await repository.list('data', signal)).map((file) => [file.name, file]));
  const trusted = request.readAllPacks ? new Set<Id>() : trustedPacks(repository, files);
  const packsMissing = [...new Set(repository.index.packs())].filter((pack) => !files.has(pack));
  const toRead = [...files.values()].filter((file) => !trusted.has(file.name));
  const read = await readHeaders(repository, toRead, { ...hooks, signal });
  const verified = await verifyEntries(repository, new Set(read.unreadable), signal);
  const salvaged = new Set(verified.packs.map((pack) => pack.id));
  hooks.onProgress?.({ kind: 'phase', phase: 'writing-index' });
  const packs = mended(repository, trusted, read.packs, verified.packs);
  const { written, removed } = await replaceIndexFiles(repository, packs, signal);
  repository.resetIndex(packs);
  return {
    packsRead: read.packs.length,
    packsIndexed: trusted.size + read.packs.length + salvaged.size,
    packsMissing,
    packsSalvaged: [...salvaged].sort(),
    packsUnreadable: read.unreadable.filter((pack) => !salvaged.has(pack)),
    blobsLost: verified.lost,
    indexFilesWritten: written.length,
    indexFilesRemoved: removed.length,
  };
}

/** Packs that are there with exactly the size the index gives them. */
function trustedPacks(repository: ExclusiveRepository, files: ReadonlyMap<Id, FileInfo>): Set<Id> {
  const trusted = new Set<Id>();
  for (const pack of indexedPacks(repository.index)) if (files.get(pack.id)?.size === packFileSize(pack.blobs)) trusted.add(pack.id);
  return trusted;
}

/** A pack and its plain header: a tenth of the memory its blobs would take as objects, when a whole index is made anew. */
interface ReadPack {
  id: Id;
  header: Uint8Array;
}

async function readHeaders(
  repository: ExclusiveRepository,
  files: readonly FileInfo[],
  hooks: Hooks & { signal: AbortSignal },
): Promise<{ packs: ReadPack[]; unreadable: Id[] }> {
  const result: { packs: ReadPack[]; unreadable: Id[] } = { packs: [], unreadable: [] };
  hooks.onProgress?.({ kind: 'phase', phase: 'reading-packs' });
  hooks.onProgress?.({ kind: 'total', files: files.length, bytes: 0 });
  let done = 0;
  const read = async ({ name, size }: FileInfo): Promise<void> => {
    try {
      const blobs = await repository.loadPackHeader(name, size, hooks.signal);
      result.packs.push({ id: name, header: encodePackHeader(blobs) });
    } catch (error) {
      if (!isDamage(error)) throw error;
      result.unreadable.push(name);
    }
    hooks.onProgress?.({ kind: 'done', files: ++done, bytes: 0 });
  };
  await forEachConcurrently(files, LANES, read, hooks.signal);
  return { packs: result.packs, unreadable: result.unreadable.sort() };
}

/** What the index knew rightly, then what was read, then what is left of packs without a header. */
function mended(
  repository: ExclusiveRepository,
  trusted: ReadonlySet<Id>,
  read: readonly ReadPack[],
  verified: readonly IndexedPack[],
): Iterable<IndexedPack> {
  const known = indexedPacks(repository.index);
  return {
    *[Symbol.iterator](): Iterator<IndexedPack> {
      for (const pack of known) if (trusted.has(pack.id)) yield pack;
      for (const { id, header } of read) yield { id, blobs: decodePackHeader(header) };
      yield* verified;
    },
  };
}
