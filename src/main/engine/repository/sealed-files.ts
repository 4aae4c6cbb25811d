import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Backend, FileType } from '../backend/backend.ts';
import { decrypt, encrypt, type MasterKeys, sha256 } from '../crypto/index.ts';
import type { Id } from '../format/id.ts';
import { decodeFile } from '../format/json.ts';
import { decodeUnpacked, encodeUnpacked } from '../format/unpacked.ts';

/** Files that are encrypted as a whole: config, index, snapshots, locks. Named by the SHA-256 of their bytes, except config. */
export class SealedFiles {
  private readonly backend: Backend;
  private readonly keys: MasterKeys;
  private readonly version: number;

  constructor(backend: Backend, keys: MasterKeys, version: number) {
    this.backend = backend;
    this.keys = keys;
    this.version = version;
  }

  /** The JSON of a file, authenticated; `decode` makes the value of it, and whatever it throws becomes `file-damaged`. */
  async load<T>(type: FileType, name: Id | 'config', decode: (json: Uint8Array) => T, signal?: AbortSignal): Promise<T> {
    const bytes = await this.backend.load({ type, name }, undefined, signal);
    if (type !== 'config' && sha256(bytes) !== name) throw new LifeboatError('file-damaged', { type, name, detail: 'wrong-hash' });
    const content = decrypt(this.keys, bytes);
    if (content === undefined) throw new LifeboatError('file-damaged', { type, name, detail: 'wrong-authentication' });
    return decodeFile(type, name, () => decode(type === 'config' ? content : decodeUnpacked(content)));
  }

  /** Encrypts and stores JSON; durable when it resolves. */
  async save(type: FileType, json: Uint8Array, signal?: AbortSignal): Promise<Id> {
    const bytes = encrypt(this.keys, type === 'config' ? json : encodeUnpacked(json, this.version));
    const name = type === 'config' ? 'config' : sha256(bytes);
    await this.backend.save({ type, name }, [bytes], signal);
    return name;
  }
}
