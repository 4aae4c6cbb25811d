import type { Backend } from '../../src/main/engine/backend/index.ts';
import { encrypt, type MasterKeys, sha256 } from '../../src/main/engine/crypto/index.ts';
import type { BlobType, PackedBlob } from '../../src/main/engine/format/blob.ts';
import type { Id } from '../../src/main/engine/format/id.ts';
import { encodeIndex } from '../../src/main/engine/format/index-file.ts';
import { encodePackHeader } from '../../src/main/engine/format/pack-header.ts';
import { openWithPassword } from '../../src/main/engine/repository/keys/index.ts';
import { SealedFiles } from '../../src/main/engine/repository/sealed-files.ts';

/** A blob that is stored as it is, true or not. */
export interface ForgedBlob {
  type: BlobType;
  id: Id;
  /** What is encrypted: the plain or the compressed content. */
  content: Uint8Array;
  /** What header and index claim. */
  claims?: Partial<PackedBlob>;
}

/** Somebody who has the keys and writes what no program would. */
export class Forger {
  readonly keys: MasterKeys;
  readonly files: SealedFiles;
  readonly #place: Backend;

  private constructor(place: Backend, keys: MasterKeys) {
    this.#place = place;
    this.keys = keys;
    this.files = new SealedFiles(place, keys, 2);
  }

  static async at(place: Backend, password: string): Promise<Forger> {
    return new Forger(place, (await openWithPassword(place, password)).masterKeys);
  }

  /** Stores bytes as an encrypted file, not compressed. */
  async seal(type: 'index' | 'snapshots' | 'locks', content: Uint8Array): Promise<Id> {
    const bytes = encrypt(this.keys, content);
    const name = sha256(bytes);
    await this.#place.save({ type, name }, [bytes]);
    return name;
  }

  /** Stores a value as an encrypted file. */
  async sealJson(type: 'index' | 'snapshots' | 'locks', value: unknown): Promise<Id> {
    return await this.files.save(type, Buffer.from(JSON.stringify(value)));
  }

  async replaceConfig(value: unknown): Promise<void> {
    await this.#place.remove({ type: 'config', name: 'config' });
    await this.files.save('config', Buffer.from(JSON.stringify(value)));
  }

  /** Stores blobs in a pack and, unless `indexed` is false, an index file of it. */
  async pack(
    blobs: readonly ForgedBlob[],
    { indexed = true, headerLength }: { indexed?: boolean; headerLength?: number } = {},
  ): Promise<Id> {
    const sealed = blobs.map(({ content }) => encrypt(this.keys, content));
    let offset = 0;
    const packed = blobs.map(({ type, id, claims }, i): PackedBlob => {
      const { length } = sealed[i] as Uint8Array;
      const blob: PackedBlob = { type, id, offset, length, ...claims };
      offset += length;
      return blob;
    });
    const header = encrypt(this.keys, encodePackHeader(packed));
    const end = Buffer.alloc(4);
    end.writeUInt32LE(headerLength ?? header.length);
    const bytes = Buffer.concat([...sealed, header, end]);
    const id = sha256(bytes);
    await this.#place.save({ type: 'data', name: id }, [bytes]);
    if (indexed) await this.files.save('index', encodeIndex({ packs: [{ id, blobs: packed }] }));
    return id;
  }

  /** Stores true data blobs; their ids. */
  async data(...contents: string[]): Promise<Id[]> {
    const blobs = contents.map(
      (content): ForgedBlob => ({ type: 'data', id: sha256(Buffer.from(content)), content: Buffer.from(content) }),
    );
    await this.pack(blobs);
    return blobs.map(({ id }) => id);
  }

  /** Stores trees of any shape in one pack; their ids. */
  async trees(...trees: (string | object | null)[]): Promise<Id[]> {
    const blobs = trees.map((tree): ForgedBlob => {
      const content = Buffer.from(typeof tree === 'string' ? tree : JSON.stringify(tree));
      return { type: 'tree', id: sha256(content), content };
    });
    await this.pack(blobs);
    return blobs.map(({ id }) => id);
  }

  /** Stores a snapshot of a tree, newer than all others. */
  async snapshot(tree: Id, time = '2026-02-01T00:00:00Z'): Promise<Id> {
    return await this.sealJson('snapshots', { time, tree, paths: ['/data'], hostname: 'till', username: 'ana' });
  }

  /** The same for a tree that is to be stored. */
  async snapshotOf(tree: string | object | null): Promise<Id> {
    return await this.snapshot((await this.trees(tree))[0] as Id);
  }
}

/** An entry of a forged tree. */
export function entry(name: string, facts: Record<string, unknown> = {}): Record<string, unknown> {
  return { name, type: 'file', uid: 0, gid: 0, content: [], ...facts };
}
