import type { OnProgress } from '../../../shared/model/progress.ts';
import type { FileInfo } from '../backend/backend.ts';
import { storedLength } from '../format/pack-size.ts';
import type { CheckRequest, CheckResult, SnapshotEntry } from '../operations/contract.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { type BlobSet, loadSnapshots } from '../tree-walk/index.ts';
import { checkData } from './check-data.ts';
import { checkPacks } from './check-packs.ts';
import { checkTrees } from './check-trees.ts';
import { findDamagedFiles } from './damaged-files.ts';
import { Findings } from './findings.ts';
import { surveyIndex } from './index-survey.ts';
import { Losses } from './losses.ts';
import { type Random, selectPacks } from './read-selection.ts';

export interface CheckOptions {
  random: Random;
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/**
 * Finds damage, from the index over packs and trees to (if asked for) every stored byte. One cause is one finding: a
 * missing pack is not reported again as each of its blobs. Damage is a finding; only a place that cannot be worked with throws.
 */
export async function checkRepository(repository: ReadingRepository, request: CheckRequest, options: CheckOptions): Promise<CheckResult> {
  return await new Check(repository, request, options).run();
}

class Check {
  readonly #repository: ReadingRepository;
  readonly #request: CheckRequest;
  readonly #options: CheckOptions;
  readonly #findings = new Findings();
  readonly #losses: Losses;

  constructor(repository: ReadingRepository, request: CheckRequest, options: CheckOptions) {
    this.#repository = repository;
    this.#request = request;
    this.#options = options;
    this.#losses = new Losses(repository.index);
  }

  async run(): Promise<CheckResult> {
    // Snapshots before the index before the packs: what was seen first is then fully covered by what is seen later.
    const snapshots = await this.#loadSnapshots();
    await this.#loadIndex();
    const packs = await this.#checkPacks();
    const used = await this.#checkTrees(snapshots);
    const read = await this.#checkData(packs);
    const damage = await this.#damagedFiles(snapshots);
    const unused = this.#findings.errors === 0 ? this.#countUnused(used) : undefined;
    return {
      sound: this.#findings.errors === 0,
      findings: this.#findings.list,
      findingsTruncated: this.#findings.truncated,
      damagedFiles: damage.files,
      damagedFilesTruncated: damage.truncated,
      snapshots: snapshots.length,
      packs: packs.length,
      packsRead: read.packs,
      bytesRead: read.bytes,
      unused,
    };
  }

  async #loadSnapshots(): Promise<SnapshotEntry[]> {
    this.#options.onProgress?.({ kind: 'phase', phase: 'loading-snapshots' });
    const { entries, unreadable } = await loadSnapshots(this.#repository, this.#options.signal);
    for (const id of unreadable) this.#findings.add('snapshot-unreadable', id);
    return entries;
  }

  async #loadIndex(): Promise<void> {
    this.#options.onProgress?.({ kind: 'phase', phase: 'loading-index' });
    const { unreadable } = await this.#repository.loadIndex(this.#signalOption());
    for (const id of unreadable) this.#findings.add('index-unreadable', id);
  }

  async #checkPacks(): Promise<FileInfo[]> {
    const { signal } = this.#options;
    this.#options.onProgress?.({ kind: 'phase', phase: 'checking-structure' });
    const survey = await surveyIndex(this.#repository, signal);
    const files = await this.#repository.list('data', signal);
    checkPacks(survey, files, this.#findings, this.#losses);
    return files;
  }

  async #checkTrees(snapshots: readonly SnapshotEntry[]): Promise<BlobSet> {
    const roots = snapshots.map(({ snapshot }) => snapshot.tree);
    const onTree = (trees: number): void => this.#options.onProgress?.({ kind: 'done', files: trees, bytes: 0 });
    return await checkTrees(this.#repository, roots, this.#findings, this.#losses, { ...this.#signalOption(), onTree });
  }

  async #checkData(files: readonly FileInfo[]): Promise<{ packs: number; bytes: number }> {
    const named = new Set(this.#repository.index.packs());
    const packs = files.filter((file) => named.has(file.name));
    const chosen = selectPacks(packs, this.#request.readData ?? 'none', this.#options.random);
    const read = { packs: 0, bytes: 0 };
    if (chosen.size === 0) return read;
    const bytes = packs.filter((pack) => chosen.has(pack.name)).reduce((sum, pack) => sum + pack.size, 0);
    this.#options.onProgress?.({ kind: 'phase', phase: 'checking-data' });
    this.#options.onProgress?.({ kind: 'total', files: chosen.size, bytes });
    const onPack = (packBytes: number): void => {
      read.packs += 1;
      read.bytes += packBytes;
      this.#options.onProgress?.({ kind: 'done', files: read.packs, bytes: read.bytes });
    };
    await checkData(this.#repository, chosen, this.#findings, this.#losses, { ...this.#signalOption(), onPack });
    return read;
  }

  /** The trees are walked a second time only if there is damage to follow. */
  async #damagedFiles(snapshots: readonly SnapshotEntry[]): ReturnType<typeof findDamagedFiles> {
    if (this.#findings.errors === 0) return { files: [], truncated: false };
    this.#options.onProgress?.({ kind: 'phase', phase: 'scanning' });
    return await findDamagedFiles(this.#repository, snapshots, this.#losses, this.#options.signal);
  }

  #countUnused(used: BlobSet): { blobs: number; bytes: number } {
    const unused = { blobs: 0, bytes: 0 };
    for (const blob of this.#repository.index.entries()) {
      if (used[blob.type].has(blob.id)) continue;
      unused.blobs += 1;
      unused.bytes += storedLength(blob);
      if (this.#request.listUnused) this.#findings.add('blob-unused', blob.id, blob.pack);
    }
    return unused;
  }

  #signalOption(): { signal?: AbortSignal } {
    return this.#options.signal === undefined ? {} : { signal: this.#options.signal };
  }
}
