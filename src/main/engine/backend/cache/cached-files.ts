import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../crypto/index.ts';
import { isId } from '../../format/id.ts';
import { pathForSystem } from '../../format/name.ts';
import type { Handle } from '../backend.ts';

/** Rights of a copy. */
const MODE = 0o600;

/**
 * Copies of files on this machine's disk, each named by the SHA-256 of its content. Nothing here ever fails: what cannot
 * be read, written or removed is as if it were not there. Any number of processes may use one folder.
 */
export class CachedFiles {
  readonly #root: string;

  /** `root`: a folder for one place, a string without loss; made when it is needed. */
  constructor(root: string) {
    this.#root = root;
  }

  /** A copy whose content has been verified, or undefined. A damaged one is removed. */
  async get(handle: Handle): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      const bytes = new Uint8Array(await readFile(this.path(handle)));
      if (sha256(bytes) === handle.name) return bytes;
    } catch {
      return undefined;
    }
    await this.drop(handle);
    return undefined;
  }

  /** Keeps a copy, whole or not at all, if its content fits its name. */
  async put(handle: Handle, bytes: Uint8Array): Promise<void> {
    if (sha256(bytes) !== handle.name) return;
    // Not synced: a copy that a power cut damages is noticed by its hash.
    const temporary = pathForSystem(join(this.#root, handle.type, `${handle.name}-tmp-${randomBytes(6).toString('hex')}`));
    try {
      await mkdir(pathForSystem(join(this.#root, handle.type)), { recursive: true, mode: 0o700 });
      await writeFile(temporary, bytes, { mode: MODE, flag: 'wx' });
      await rename(temporary, this.path(handle));
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  async drop(handle: Handle): Promise<void> {
    await rm(this.path(handle), { force: true }).catch(() => undefined);
  }

  /** The names of the copies there are. */
  async names(type: Handle['type']): Promise<string[]> {
    return (await readdir(pathForSystem(join(this.#root, type))).catch(() => [])).filter(isId);
  }

  /** Marks a copy as used now: its time of change, where the system keeps one, says when that was. */
  async touch(handle: Handle): Promise<void> {
    await chmod(this.path(handle), MODE).catch(() => undefined);
  }

  /** Where a copy is, if it is there. */
  path({ type, name }: Handle): string | Buffer {
    return pathForSystem(join(this.#root, type, name));
  }
}
