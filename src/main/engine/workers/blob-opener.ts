import { decompressAnew, decompressInto } from '../compression/index.ts';
import { decryptInto, type MasterKeys, sha256 } from '../crypto/index.ts';
import type { OpenedBlob, SealedPart } from './protocol.ts';
import { Scratch } from './scratch.ts';

/**
 * The most a blob may say it expands to: restic's largest piece of a file is 8 MiB; trees of very large folders exceed
 * it, but JSON beyond this is longer than a string can be.
 */
const MAX_PLAIN_BYTES = 512 * 1024 * 1024;
/** Up to this many bytes memory is taken at a blob's word; beyond, as its content comes. */
const BELIEVED_BYTES = 8 * 1024 * 1024;

type Damage = Exclude<OpenedBlob, Uint8Array>;

/** Decrypts, decompresses and verifies one blob after the other. */
export class BlobOpener {
  private readonly content = new Scratch();
  private readonly plain = new Scratch();

  /** The plain content of one blob, if it is what it must be. It stands in memory that the next call writes to. */
  open(keys: MasterKeys, bytes: Uint8Array, part: SealedPart): Uint8Array | Damage {
    const { id, offset, length, uncompressedLength } = part;
    if (offset + length > bytes.length) return { damage: 'truncated' };
    const content = decryptInto(keys, bytes.subarray(offset, offset + length), this.content.take(length));
    if (content === undefined) return { damage: 'wrong-authentication' };
    if (!uncompressedLength) return sha256(content) === id ? content : { damage: 'wrong-hash' };
    return this.decompress(content, uncompressedLength, id);
  }

  private decompress(content: Uint8Array, length: number, id: string): Uint8Array | Damage {
    const quickly = length <= BELIEVED_BYTES ? this.decompressQuickly(content, length) : undefined;
    if (quickly?.length === length && sha256(quickly) === id) return quickly;
    const plain = length <= MAX_PLAIN_BYTES ? decompressAnew(content, length) : undefined;
    if (plain === undefined) return { damage: 'not-decompressible' };
    if (plain.length !== length) return { damage: 'wrong-length' };
    return sha256(plain) === id ? plain : { damage: 'wrong-hash' };
  }

  private decompressQuickly(content: Uint8Array, length: number): Uint8Array | undefined {
    // One byte more than promised tells a longer content from the right one.
    const memory = this.plain.take(length + 1);
    const found = decompressInto(content, memory);
    return found === undefined ? undefined : memory.subarray(0, found);
  }
}
