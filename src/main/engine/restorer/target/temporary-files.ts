import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { pathForSystem } from '../../format/name.ts';
import { entryPath } from '../../filesystem/index.ts';
import { failureReason } from './failure.ts';
import { syncFile } from './sync-file.ts';

const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
const OWNER_ONLY = 0o600;

/** Tells this process from others; a random number for each file costs more than a small file's content. */
const PROCESS = randomBytes(4).toString('hex');
let count = 0;

/** A new path in a folder for something that is not complete yet: short, whatever the name of the file it becomes. */
export function temporaryPath(directory: string): string {
  return entryPath(directory, `.lb-${PROCESS}${(count++).toString(36)}`);
}

/** Where a temporary file is made and how long it is from the start. */
export interface TemporaryPlace {
  directory: string;
  size: number;
}

/** A file under construction. */
export interface TemporaryFile {
  readonly path: string;
}

/** Files under construction, each under a number. */
export class TemporaryFiles {
  readonly #files = new Map<number, Promise<TemporaryFile>>();
  readonly #begun = new Map<number, TemporaryFile>();

  /** A file that is begun at `place` if it is not yet. Throws as `node:fs` does. */
  async begin(key: number, place: TemporaryPlace): Promise<TemporaryFile> {
    const known = this.#files.get(key);
    if (known !== undefined) return await known;
    const made = create(place);
    this.#files.set(key, made);
    const file = await made;
    if (this.#files.get(key) === made) this.#begun.set(key, file);
    return file;
  }

  /** A file that was begun and is not released or discarded. */
  begun(key: number): TemporaryFile | undefined {
    return this.#begun.get(key);
  }

  /** A file that nobody writes to any more, made `durable` before. It is still ours to remove until `release`. */
  async complete(key: number, durable: boolean): Promise<TemporaryFile> {
    const file = await (this.#files.get(key) as Promise<TemporaryFile>);
    if (durable) await syncFile(file.path);
    return file;
  }

  /** The file has its own name now. */
  release(key: number): void {
    this.#files.delete(key);
    this.#begun.delete(key);
  }

  /** Removes a file. Who still writes to it writes nowhere, or fails. */
  async discard(key: number): Promise<void> {
    const file = this.#files.get(key);
    this.release(key);
    await file?.then(({ path }) => rm(pathForSystem(path), { force: true })).catch(() => undefined);
  }

  /** Removes every file that is not released. */
  async discardAll(): Promise<void> {
    for (const key of this.#files.keys()) await this.discard(key);
  }
}

/** Creates a file that is not there and gives it its length, so that what is never written stays a hole. */
async function create({ directory, size }: TemporaryPlace): Promise<TemporaryFile> {
  const { path, handle } = await openNew(directory);
  try {
    if (size > 0) await handle.truncate(size);
    return { path };
  } catch (error) {
    await rm(pathForSystem(path), { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

async function openNew(directory: string): Promise<{ path: string; handle: FileHandle }> {
  for (;;) {
    const path = temporaryPath(directory);
    try {
      return { path, handle: await open(pathForSystem(path), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, OWNER_ONLY) };
    } catch (error) {
      if (failureReason(error) !== 'EEXIST') throw error;
    }
  }
}
