import { LifeboatError } from '../../../shared/errors/index.ts';
import type { FileInfo } from '../backend/backend.ts';
import type { BlobSet } from '../tree-walk/index.ts';
import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import type { PrunePlanSummary } from '../operations/contract.ts';
import { chooseRepack, type PruneOptions, wasteOf } from './choose-repack.ts';
import { Copies } from './copies.ts';
import { chooseCopies, type PackUsage, usageOf } from './pack-usage.ts';

/** What is there and what is needed. */
export interface PruneFacts {
  /** The packs the index names, each once; iterated several times. */
  packs: Iterable<IndexedPack>;
  /** Blobs that snapshots need. */
  used: BlobSet;
  /** The pack files that are there. */
  files: readonly FileInfo[];
}

/** What to do, decided before anything is done. */
export interface PruneSteps {
  /** Packs whose needed blobs are written anew, then removed. */
  repack: ReadonlySet<Id>;
  /** Packs with nothing to keep. */
  remove: ReadonlySet<Id>;
  /** Packs the index names that are not there; nothing needs them. */
  missing: ReadonlySet<Id>;
  /** Packs no index names. */
  unreferenced: readonly Id[];
  /** Bytes of the packs that are written anew. */
  bytesRepacked: number;
  /** Whether this copy of a blob is the one to keep. */
  keeps(blob: PackedBlob, pack: Id): boolean;
}

/** The steps and what to tell of them. */
export interface PrunePlan extends PruneSteps {
  summary: PrunePlanSummary;
}

/**
 * Decides which packs stay, are written anew or go. Pure. Throws `prune-unsafe` if a needed blob is in no pack that is
 * there whole, `value-invalid` for limits that are none.
 */
export function planPrune(facts: PruneFacts, options: PruneOptions): PrunePlan {
  const sizes = new Map(facts.files.map((file) => [file.name, file.size]));
  const copies = new Copies(facts.used);
  chooseCopies(facts.packs, sizes, copies);
  if (copies.missing > 0) throw new LifeboatError('prune-unsafe', { missingBlobs: copies.missing });
  const usages: PackUsage[] = [];
  const missing = new Set<Id>();
  const named = new Set<Id>();
  for (const pack of facts.packs) {
    named.add(pack.id);
    if (sizes.has(pack.id)) usages.push(usageOf(pack, sizes, copies));
    else missing.add(pack.id);
  }
  const worthy = usages.filter((pack) => pack.used.blobs > 0);
  const remove = usages.filter((pack) => pack.used.blobs === 0);
  const repack = chooseRepack(worthy, options);
  const unreferenced = facts.files.filter((file) => !named.has(file.name));
  return {
    summary: summaryOf(usages, repack, remove, unreferenced),
    bytesRepacked: sum(repack, (pack) => pack.size),
    repack: new Set(repack.map((pack) => pack.id)),
    remove: new Set(remove.map((pack) => pack.id)),
    missing,
    unreferenced: unreferenced.map((file) => file.name),
    keeps: (blob, pack) => copies.stays(blob, pack),
  };
}

function summaryOf(
  usages: readonly PackUsage[],
  repack: readonly PackUsage[],
  remove: readonly PackUsage[],
  unreferenced: readonly FileInfo[],
): PrunePlanSummary {
  const bytesFreedByRepack = sum(repack, wasteOf);
  return {
    blobsUsed: sum(usages, (pack) => pack.used.blobs),
    bytesUsed: sum(usages, (pack) => pack.used.bytes),
    blobsDuplicate: sum(usages, (pack) => pack.duplicate.blobs),
    bytesDuplicate: sum(usages, (pack) => pack.duplicate.bytes),
    blobsUnused: sum(usages, (pack) => pack.unused.blobs),
    bytesUnused: sum(usages, (pack) => pack.unused.bytes),
    packsKept: usages.length - repack.length - remove.length,
    packsRepacked: repack.length,
    bytesRepacked: sum(repack, (pack) => pack.size),
    bytesFreedByRepack,
    packsDeleted: remove.length,
    bytesDeleted: sum(remove, (pack) => pack.size),
    packsUnreferenced: unreferenced.length,
    bytesUnreferenced: sum(unreferenced, (file) => file.size),
    bytesUnusedAfter: sum(usages, wasteOf) - sum(remove, wasteOf) - bytesFreedByRepack,
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
