import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { FileStretch, SealedBytes } from './protocol.ts';
import { Scratch } from './scratch.ts';

/** Opening a pipe that somebody put in a file's place must not wait for its other end. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** A whole pack, also one that another program made a little larger. */
const MOST_KEPT = 24 * 1024 * 1024;

/** Reads what is not sent along. */
export class SealedReader {
  private readonly memory = new Scratch(MOST_KEPT);

  /** The bytes; those of a file stand in memory that the next call writes to. Undefined: it cannot be read, or is not as long. */
  bytesOf(sealed: SealedBytes): Uint8Array | undefined {
    return sealed instanceof Uint8Array ? sealed : this.read(sealed);
  }

  private read({ path, offset, length }: FileStretch): Uint8Array | undefined {
    try {
      const descriptor = openSync(typeof path === 'string' ? path : Buffer.from(path), WITHOUT_WAITING);
      try {
        const { size } = fstatSync(descriptor);
        const wanted = length ?? size - offset;
        if (offset + wanted > size) return undefined;
        const memory = this.memory.take(wanted);
        return readFully(descriptor, memory, offset) ? memory : undefined;
      } finally {
        closeSync(descriptor);
      }
    } catch {
      // Whoever asked finds out why when it reads the file in the ordinary way.
      return undefined;
    }
  }
}

function readFully(descriptor: number, memory: Uint8Array, offset: number): boolean {
  for (let at = 0; at < memory.length; ) {
    const read = readSync(descriptor, memory, at, memory.length - at, offset + at);
    if (read === 0) return false;
    at += read;
  }
  return true;
}
