import { createCipheriv, createHash } from 'node:crypto';

/** A source of chance that says the same for the same seed, on every machine. Not for secrets. */
export interface Random {
  /** An integer from 0 up to, without, `limit`. */
  below(limit: number): number;
  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** So many decimal digits, leading zeros included. */
  digits(count: number): string;
}

/** A stream of chance for this seed. Streams of different seeds are independent. */
export function seededRandom(seed: string): Random {
  const next = sfc32(createHash('sha256').update(seed).digest());
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability * 0x1_0000_0000,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    digits: (count) => {
      let text = '';
      for (let i = 0; i < count; i++) text += String(below(10));
      return text;
    },
  };
}

/** Bytes without any pattern a compressor could use, the same for the same seed. */
export function noise(seed: string, length: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  // A cipher's key stream: gigabytes of it cost seconds, where a generator in JavaScript would cost minutes.
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

/** Small fast counter generator (sfc32) over 128 bits of state; gives unsigned 32-bit integers. */
function sfc32(seed: Buffer): () => number {
  let a = seed.readUInt32LE(0);
  let b = seed.readUInt32LE(4);
  let c = seed.readUInt32LE(8);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}
