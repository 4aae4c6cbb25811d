import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { pathForSystem } from '../../format/name.ts';
import { entryPath } from '../../filesystem/index.ts';
import { failureReason } from './failure.ts';

const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
const MAX_OPEN = 128;
const OWNER_ONLY = 0o600;

/** A new path in a folder for something that is not complete yet: short, whatever the name of the file it becomes. */
export function temporaryPath(directory: string): string {
  return entryPath(directory, `.lb-${randomBytes(4).toString('hex')}`);
}

interface Temporary {
  path: string;
  handle: Promise<FileHandle> | undefined;
  users: number;
  doomed: boolean;
}

/** Where a temporary file is made and how long it is from the start. */
export interface TemporaryPlace {
  directory: string;
  size: number;
}

/** Files under construction, each under a number. Any number may be begun, few are open at a time. */
export class TemporaryFiles {
  readonly #files = new Map<number, Temporary>();
  /** Least recently used first. */
  readonly #open = new Map<number, Temporary>();

  /** Works on a file that is begun at `place` if it is not yet. Throws as `node:fs` does. */
  async use(key: number, place: TemporaryPlace, work: (file: FileHandle) => Promise<void>): Promise<void> {
    const file = this.#files.get(key) ?? this.#begin(key, place);
    file.handle ??= open(pathForSystem(file.path), O_RDWR | O_NOFOLLOW);
    this.#open.delete(key);
    this.#open.set(key, file);
    file.users++;
    try {
      await work(await file.handle);
    } finally {
      file.users--;
      if (file.doomed && file.users === 0) await this.#remove(key, file);
      else await this.#closeSome();
    }
  }

  /** Closes a file that nobody uses, and makes it `durable` before; its path. It is still ours to remove until `release`. */
  async complete(key: number, durable: boolean): Promise<string> {
    const file = this.#files.get(key) as Temporary;
    const handle = await (file.handle ?? open(pathForSystem(file.path), O_RDWR | O_NOFOLLOW));
    this.#open.delete(key);
    file.handle = undefined;
    try {
      if (durable) await handle.sync();
    } finally {
      await handle.close();
    }
    return file.path;
  }

  /** The file has its own name now. */
  release(key: number): void {
    this.#files.delete(key);
  }

  /** Removes a file, once nobody uses it any more. */
  async discard(key: number): Promise<void> {
    const file = this.#files.get(key);
    if (file === undefined) return;
    file.doomed = true;
    if (file.users === 0) await this.#remove(key, file);
  }

  /** Removes every file that is not released. Nobody may use one. */
  async discardAll(): Promise<void> {
    for (const key of this.#files.keys()) await this.discard(key);
  }

  #begin(key: number, place: TemporaryPlace): Temporary {
    const file: Temporary = { path: temporaryPath(place.directory), handle: undefined, users: 0, doomed: false };
    file.handle = create(file, place);
    this.#files.set(key, file);
    return file;
  }

  async #remove(key: number, file: Temporary): Promise<void> {
    this.#files.delete(key);
    this.#open.delete(key);
    await closeQuietly(file);
    await rm(pathForSystem(file.path), { force: true }).catch(() => undefined);
  }

  async #closeSome(): Promise<void> {
    for (const [key, file] of this.#open) {
      if (this.#open.size <= MAX_OPEN) return;
      if (file.users > 0) continue;
      this.#open.delete(key);
      await closeQuietly(file);
    }
  }
}

/** Creates a file that is not there and gives it its length, so that what is never written stays a hole. */
async function create(file: Temporary, place: TemporaryPlace): Promise<FileHandle> {
  const handle = await openNew(file, place.directory);
  try {
    if (place.size > 0) await handle.truncate(place.size);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return handle;
}

async function openNew(file: Temporary, directory: string): Promise<FileHandle> {
  for (;;) {
    try {
      return await open(pathForSystem(file.path), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, OWNER_ONLY);
    } catch (error) {
      if (failureReason(error) !== 'EEXIST') throw error;
      file.path = temporaryPath(directory);
    }
  }
}

/** A file that could not be opened has nothing to close. */
async function closeQuietly(file: Temporary): Promise<void> {
  const { handle } = file;
  file.handle = undefined;
  await handle?.then((opened) => opened.close()).catch(() => undefined);
}
