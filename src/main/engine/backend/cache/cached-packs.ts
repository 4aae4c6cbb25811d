import { open, stat } from 'node:fs/promises';
import type { Handle, Range } from '../backend.ts';
import type { CachedFiles } from './cached-files.ts';

/** Bytes of packs kept for one place; what was not used for the longest time makes room. */
const MOST_BYTES = 256 * 1024 * 1024;
/** After making room so much of that is left, so that it is not made for every pack. */
const LEFT = 0.75;

/**
 * Copies of packs that hold folders, of which parts are read. A copy is verified once in the life of the process: what it
 * gives is authenticated blob by blob anyway.
 */
export class CachedPacks {
  readonly #files: CachedFiles;
  readonly #mostBytes: number;
  readonly #verified = new Set<string>();
  #bytes: Promise<number> | undefined;

  constructor(files: CachedFiles, mostBytes = MOST_BYTES) {
    this.#files = files;
    this.#mostBytes = mostBytes;
  }

  /** A part of a pack's copy; undefined if there is none, or it ends before. */
  async get(handle: Handle, range: Range): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (!this.#verified.has(handle.name)) {
      const whole = await this.#files.get(handle);
      if (whole === undefined) return undefined;
      this.#verified.add(handle.name);
      await this.#files.touch(handle);
      if (range.offset + range.length <= whole.length) return whole.slice(range.offset, range.offset + range.length);
    }
    return await readPart(this.#files.path(handle), range);
  }

  async put(handle: Handle, bytes: Uint8Array): Promise<void> {
    if (bytes.length > this.#mostBytes / 4) return;
    this.#bytes ??= this.#measure();
    await this.#files.put(handle, bytes);
    const total = (await this.#bytes) + bytes.length;
    this.#bytes = Promise.resolve(total);
    if (total > this.#mostBytes) this.#bytes = this.#makeRoom();
    await this.#bytes;
  }

  async #measure(): Promise<number> {
    return (await this.#copies()).reduce((sum, { size }) => sum + size, 0);
  }

  /** Drops what was used the longest ago; the bytes that are left. */
  async #makeRoom(): Promise<number> {
    const copies = (await this.#copies()).sort((a, b) => a.usedAt - b.usedAt);
    let total = copies.reduce((sum, { size }) => sum + size, 0);
    for (const { name, size } of copies) {
      if (total <= this.#mostBytes * LEFT) break;
      await this.#files.drop({ type: 'data', name });
      this.#verified.delete(name);
      total -= size;
    }
    return total;
  }

  async #copies(): Promise<{ name: string; size: number; usedAt: number }[]> {
    const copies = (await this.#files.names('data')).map(async (name) => {
      const status = await stat(this.#files.path({ type: 'data', name })).catch(() => undefined);
      return status && { name, size: status.size, usedAt: status.ctimeMs };
    });
    return (await Promise.all(copies)).filter((copy) => copy !== undefined);
  }
}

/** A copy that vanished or was cut short since is as if it were not there. */
async function readPart(path: string | Buffer, { offset, length }: Range): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      return bytesRead === length ? bytes : undefined;
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
