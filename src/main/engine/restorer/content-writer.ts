import { writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { LifeboatError } from '../../../shared/errors/index.ts';
import { damageDetail } from '../damage.ts';
import { canSyncFileSystems } from '../filesystem/index.ts';
import { giveDetails } from './entry-details.ts';
import type { BlobSink } from './fetch-packs.ts';
import type { Place } from './fetch-plan.ts';
import type { MadeDirectories } from './make-directories.ts';
import { filesToWrite } from './plan.ts';
import type { Report } from './report.ts';
import { type PlannedFile, type RestorePlan, snapshotPath, targetPath } from './restore-plan.ts';
import { failureReason, fatalFailure, targetError } from './target/failure.ts';
import { lookAt } from './target/look.ts';
import { putInPlace } from './target/put-in-place.ts';
import { TemporaryFiles } from './target/temporary-files.ts';
import { isHole } from './zero-blobs.ts';

/**
 * Writes content to every place it belongs, in whatever order it arrives. A file gets its name when its last piece is
 * written and durable; a file that misses a piece, or cannot be written, is given up and the others go on.
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
  get placed(): ReadonlySet<PlannedFile> {
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
    await this.#attempt(number, () => this.#use(number, async () => undefined));
    await this.#finish(number);
  }

  async deliver(blob: number, bytes: Uint8Array): Promise<void> {
    const skip = isHole(bytes);
    for (const place of this.#plan.fetch.placesOf(blob)) {
      if (!this.#givenUp.has(place.file)) await this.#attempt(place.file, () => this.#write(place, skip ? undefined : bytes));
      this.#report.done(0, bytes.length);
      (this.#awaited[place.file] as number)--;
      if (this.#awaited[place.file] === 0) await this.#finish(place.file);
    }
  }

  async lose(blob: number, cause: LifeboatError): Promise<void> {
    for (const { file } of this.#plan.fetch.placesOf(blob)) await this.#giveUp(file, damageDetail(cause), cause);
  }

  /** Removes whatever is not complete. Nothing may be under way. */
  async close(): Promise<void> {
    await this.#temporaries.discardAll();
  }

  async #write(place: Place, bytes: Uint8Array | undefined): Promise<void> {
    await this.#use(place.file, async (handle) => {
      if (bytes) await writeAll(handle, bytes, place.offset);
    });
  }

  async #use(number: number, work: (handle: FileHandle) => Promise<void>): Promise<void> {
    const file = this.#files[number] as PlannedFile;
    await this.#temporaries.use(number, { directory: file.directory.path, size: file.size }, work);
  }

  async #finish(number: number): Promise<void> {
    if (this.#givenUp.has(number)) return;
    await this.#attempt(number, async () => {
      const file = this.#files[number] as PlannedFile;
      this.#report.current(snapshotPath(file));
      // What replaces something must be durable before that is gone; new files all become durable at the end, at once.
      const temporary = await this.#temporaries.complete(number, file.action === 'replace' || !canSyncFileSystems());
      if (this.#plan.overwrite === 'never' && (await lookAt(targetPath(file))) !== undefined)
        return await this.#temporaries.discard(number);
      giveDetails(temporary, snapshotPath(file), file.node, this.#report);
      await putInPlace(temporary, targetPath(file));
      this.#temporaries.release(number);
      this.#directories.touch(file.directory);
      this.#placed.add(file);
      this.#bytes += file.size;
      this.#report.done(1, 0);
    });
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

/** A write of up to this many bytes takes less time than handing it to another thread. */
const WRITE_AT_ONCE = 64 * 1024;

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  if (bytes.length <= WRITE_AT_ONCE && writeSync(handle.fd, bytes, 0, bytes.length, position) === bytes.length) return;
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
