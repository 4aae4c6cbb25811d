import type { BigIntStats } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import { pathForSystem } from '../format/name.ts';
import { parseTime } from '../format/time.ts';
import type { CollectedEntries, RestoreOrder } from './collect-entries.ts';
import { hasContent } from './compare-file.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { groupHardLinks, leaderOf } from './hard-links.ts';
import type { Report } from './report.ts';
import { type FileAction, type PlannedFile, snapshotPath, targetPath } from './restore-plan.ts';
import { tryToLookAt } from './target/look.ts';

const CONCURRENCY = 8;

/** Decides for every collected file what happens with it, by looking at what is in its place. */
export async function decideFiles(collected: CollectedEntries, order: RestoreOrder, report: Report, signal: AbortSignal): Promise<void> {
  const groups = groupHardLinks(collected.files);
  const decider = new Decider(collected, order, report, signal);
  await forEachConcurrently(
    collected.files,
    CONCURRENCY,
    async (file) => {
      if (!groups.followers.has(file)) file.action = await decider.decide(file);
    },
    signal,
  );
  for (const [file, group] of groups.followers) {
    const leader = leaderOf(group, file);
    file.action = leader ? await decider.decideLink(file, leader) : await decider.decide(file);
    if (leader && (file.action === 'new' || file.action === 'replace')) file.linkTo = leader;
  }
}

class Decider {
  readonly #collected: CollectedEntries;
  readonly #order: RestoreOrder;
  readonly #report: Report;
  readonly #signal: AbortSignal;

  constructor(collected: CollectedEntries, order: RestoreOrder, report: Report, signal: AbortSignal) {
    this.#collected = collected;
    this.#order = order;
    this.#report = report;
    this.#signal = signal;
  }

  /** What happens with a file that has its own content. */
  async decide(file: PlannedFile): Promise<FileAction> {
    const there = await this.#existing(file);
    const action =
      there === 'hidden' ? this.#blocked(file, 'EACCES') : there === undefined ? 'new' : await this.#decideExisting(file, there);
    const writes = action === 'new' || action === 'replace';
    return writes && Number.isNaN(file.size) ? this.#blocked(file, 'blob-not-found') : action;
  }

  /** What happens with a further hard link of `leader`. */
  async decideLink(file: PlannedFile, leader: PlannedFile): Promise<FileAction> {
    const there = await this.#existing(file);
    if (there === 'hidden') return this.#blocked(file, 'EACCES');
    if (there === undefined) return 'new';
    if (this.#order.overwrite === 'never') return 'keep';
    const { existing } = leader;
    if (leader.action === 'unchanged' && existing?.ino === there.ino && existing.dev === there.dev) return 'unchanged';
    return there.isDirectory() ? await this.#decideDirectory(file) : 'replace';
  }

  async #existing(file: PlannedFile): Promise<BigIntStats | undefined | 'hidden'> {
    if (file.directory.action !== 'exists') return undefined;
    const there = await tryToLookAt(targetPath(file));
    if (typeof there === 'object' && file.node.links !== undefined) file.existing = { dev: there.dev, ino: there.ino };
    return there;
  }

  async #decideExisting(file: PlannedFile, there: BigIntStats): Promise<FileAction> {
    if (this.#order.overwrite === 'never') return 'keep';
    if (there.isDirectory()) return await this.#decideDirectory(file);
    if (!there.isFile()) return 'replace';
    const size = Number.isNaN(file.size) ? file.node.size : file.size;
    if (Number(there.size) !== size) return 'replace';
    const same = this.#order.overwrite === 'if-changed' ? isSameTime(there.mtimeNs, file.node.mtime) : await this.#hasSameContent(file);
    return same ? 'unchanged' : 'replace';
  }

  async #hasSameContent(file: PlannedFile): Promise<boolean> {
    if (Number.isNaN(file.size)) return false;
    this.#report.current(snapshotPath(file));
    try {
      return await hasContent(targetPath(file), file.content, this.#collected.table, this.#signal);
    } catch (error) {
      if (isLifeboatError(error)) throw error;
      // What cannot be read can still be replaced.
      return false;
    }
  }

  /** A folder is in the file's place: it goes only if it is empty. */
  async #decideDirectory(file: PlannedFile): Promise<FileAction> {
    return (await isEmptyDirectory(targetPath(file))) ? 'replace' : this.#blocked(file, 'EISDIR');
  }

  #blocked(file: PlannedFile, detail: string): FileAction {
    this.#report.warn('not-restored', snapshotPath(file), detail);
    return 'blocked';
  }
}

async function isEmptyDirectory(path: string): Promise<boolean> {
  try {
    const directory = await opendir(pathForSystem(path), { encoding: 'buffer' as BufferEncoding });
    const first = await directory.read();
    await directory.close();
    return first === null;
  } catch {
    return false;
  }
}

/** Steps in which some file systems count time, in nanoseconds: milliseconds, seconds, FAT's two. */
const COARSE_STEPS = [1_000_000n, 1_000_000_000n, 2_000_000_000n] as const;
/** Calls that take seconds as floating point, and Windows' 100 ns, miss by less. */
const ROUNDING = 1000n;

/** Whether a file has the snapshot's time, as exactly as its file system can keep it. Nanoseconds since 1970. */
export function isSameTime(found: bigint, stored: string | undefined): boolean {
  const time = stored === undefined ? undefined : parseTime(stored);
  if (time === undefined) return false;
  const difference = found > time ? found - time : time - found;
  return difference < ROUNDING || COARSE_STEPS.some((step) => found === time - (time % step));
}
