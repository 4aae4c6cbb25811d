import type { LifeboatError } from '../../../shared/errors/index.ts';
import { damageDetail } from '../damage.ts';
import { canSyncFileSystems, type UnsetDetail } from '../filesystem/index.ts';
import { type BlobPlace, type PlaceOutcome, writeContent } from '../workers/index.ts';
import { giveDetails, warnOfUnset } from './entry-details.ts';
import type { TreeNode } from '../format/node.ts';
import type { BlobSink } from './fetch-packs.ts';
import type { Place } from './fetch-plan.ts';
import type { MadeDirectories } from './make-directories.ts';
import { filesToWrite } from './plan.ts';
import type { Report } from './report.ts';
import { type PlannedFile, type RestorePlan, snapshotPath, targetPath } from './restore-plan.ts';
import { failureReason, fatalFailure, targetError } from './target/failure.ts';
import { lookAt } from './target/look.ts';
import { putInPlace } from './target/put-in-place.ts';
import { type TemporaryFile, TemporaryFiles, temporaryPath } from './target/temporary-files.ts';

/**
 * Says for every piece of content where it goes, in whatever order it arrives, and hears what became of it. A new file of
 * a single piece is made in one go by whoever writes it; any other gets its name when its last piece is written and
 * durable. A file that misses a piece, or cannot be written, is given up and the others go on.
 */
export class ContentWriter implements BlobSink {
  readonly #plan: RestorePlan;
  readonly #files: readonly PlannedFile[];
  readonly #directories: MadeDirectories;
  readonly #report: Report;
  readonly #temporaries = new TemporaryFiles();
  /** How many places each file still waits for. */
  readonly #awaited: Uint32Array;
  readonly #givenUp = new Set<number>();
  readonly #placed = new Set<PlannedFile>();
  #bytes = 0;

  constructor(plan: RestorePlan, directories: MadeDirectories, report: Report) {
    this.#plan = plan;
    this.#files = filesToWrite(plan.files);
    this.#directories = directories;
    this.#report = report;
    this.#awaited = plan.fetch.awaited();
    for (const [number, file] of this.#files.entries()) if (!directories.has(file.directory)) this.#givenUp.add(number);
  }

  /** Files that have their name and content now. */
  get restored(): ReadonlySet<PlannedFile> {
    return this.#placed;
  }

  /** Plain bytes of those. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Numbers of the files that wait for nothing: empty ones, and those that are one hole. */
  filesWithoutContent(): number[] {
    return [...this.#files.keys()].filter((number) => this.#awaited[number] === 0 && !this.#givenUp.has(number));
  }

  /** Makes a file that waits for nothing. */
  async makeWithoutContent(number: number): Promise<void> {
    await this.#attempt(number, async () => void (await this.#begin(number)));
    await this.#finish(number);
  }

  async begin(blobs: readonly number[]): Promise<void> {
    for (const blob of blobs) {
      for (const { file } of this.#plan.fetch.placesOf(blob)) {
        if (this.#isToBegin(file)) await this.#attempt(file, async () => void (await this.#begin(file)));
      }
    }
  }

  placesOf(blob: number): (BlobPlace | undefined)[] {
    return Array.from(this.#plan.fetch.placesOf(blob), (place) => this.#placeOf(place));
  }

  async placed(blob: number, outcomes: readonly (PlaceOutcome | undefined)[]): Promise<void> {
    const bytes = this.#plan.table.lengthOf(blob);
    let at = 0;
    for (const { file: number } of this.#plan.fetch.placesOf(blob)) {
      const outcome = outcomes[at++];
      this.#report.done(0, bytes);
      const awaited = (this.#awaited[number] as number) - 1;
      this.#awaited[number] = awaited;
      if (awaited > 0 && outcome?.failure === undefined) continue;
      await this.#heed(number, outcome);
    }
  }

  async deliver(blob: number, bytes: Uint8Array): Promise<void> {
    await this.begin([blob]);
    await this.placed(blob, writeContent(bytes, this.placesOf(blob)));
  }

  async lose(blob: number, cause: LifeboatError): Promise<void> {
    for (const { file } of this.#plan.fetch.placesOf(blob)) await this.#giveUp(file, damageDetail(cause), cause);
  }

  /** Removes whatever is not complete. Nothing may be under way. */
  async close(): Promise<void> {
    await this.#temporaries.discardAll();
  }

  #isToBegin(number: number): boolean {
    const file = this.#files[number] as PlannedFile;
    return !this.#givenUp.has(number) && !this.#isMadeAtOnce(file) && this.#temporaries.begun(number) === undefined;
  }

  #placeOf({ file: number, offset }: Place): BlobPlace | undefined {
    if (this.#givenUp.has(number)) return undefined;
    const file = this.#files[number] as PlannedFile;
    if (this.#isMadeAtOnce(file)) {
      const { directory, node } = file;
      const durable = !canSyncFileSystems();
      return { kind: 'whole', temporary: temporaryPath(directory.path), path: targetPath(file), durable, details: detailsOf(node) };
    }
    const begun = this.#temporaries.begun(number);
    return begun && { kind: 'part', file: begun, offset };
  }

  /** Whether one blob is all there is in a file, and nothing can be in its place that would have to be looked at. */
  #isMadeAtOnce({ action, content }: PlannedFile): boolean {
    return action === 'new' && content.length === 1 && this.#plan.overwrite !== 'never';
  }

  async #heed(number: number, outcome: PlaceOutcome | undefined): Promise<void> {
    if (this.#givenUp.has(number)) return;
    const { failure: code, unset = [] } = outcome ?? {};
    const file = this.#files[number] as PlannedFile;
    if (code !== undefined) await this.#attempt(number, async () => await Promise.reject(systemFailure(code)));
    else if (this.#isMadeAtOnce(file)) this.#settle(file, unset);
    else if (this.#awaited[number] === 0) await this.#finish(number);
  }

  async #begin(number: number): Promise<TemporaryFile> {
    const file = this.#files[number] as PlannedFile;
    return await this.#temporaries.begin(number, { directory: file.directory.path, size: file.size });
  }

  async #finish(number: number): Promise<void> {
    if (this.#givenUp.has(number)) return;
    await this.#attempt(number, async () => {
      const file = this.#files[number] as PlannedFile;
      // What replaces something must be durable before that is gone; new files all become durable at the end, at once.
      const { path: temporary } = await this.#temporaries.complete(number, file.action === 'replace' || !canSyncFileSystems());
      if (this.#plan.overwrite === 'never' && (await lookAt(targetPath(file))) !== undefined)
        return await this.#temporaries.discard(number);
      giveDetails(temporary, snapshotPath(file), file.node, this.#report);
      await putInPlace(temporary, targetPath(file));
      this.#temporaries.release(number);
      this.#settle(file, []);
    });
  }

  /** A file has its name and content. */
  #settle(file: PlannedFile, unset: readonly UnsetDetail[]): void {
    this.#report.current(snapshotPath(file));
    warnOfUnset(snapshotPath(file), unset, this.#report);
    this.#directories.touch(file.directory);
    this.#placed.add(file);
    this.#bytes += file.size;
    this.#report.done(1, 0);
  }

  /** Runs one step for a file. Its failure gives up this file, or ends the restore if it concerns all. */
  async #attempt(number: number, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      const path = targetPath(this.#files[number] as PlannedFile);
      const fatal = fatalFailure(error, path);
      if (fatal) throw fatal;
      await this.#giveUp(number, failureReason(error), targetError(error, path));
    }
  }

  async #giveUp(number: number, detail: string, cause: LifeboatError): Promise<void> {
    if (this.#givenUp.has(number)) return;
    this.#givenUp.add(number);
    this.#report.lose(snapshotPath(this.#files[number] as PlannedFile), detail, cause);
    await this.#temporaries.discard(number);
  }
}

/** What is needed to give a file its details: the rest would only travel. */
function detailsOf({ type, mode, mtime, atime, uid, gid, extended_attributes, generic_attributes }: TreeNode): TreeNode {
  const attributes = { ...(extended_attributes && { extended_attributes }), ...(generic_attributes && { generic_attributes }) };
  return { name: '', type, uid, gid, ...(mode !== undefined && { mode }), ...timesOf(mtime, atime), ...attributes, content: null };
}

function timesOf(mtime: string | undefined, atime: string | undefined): Pick<TreeNode, 'mtime' | 'atime'> {
  return { ...(mtime !== undefined && { mtime }), ...(atime !== undefined && { atime }) };
}

/** A failure that a thread met, as `node:fs` throws it. */
function systemFailure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
