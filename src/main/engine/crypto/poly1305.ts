import { LIMBS, poly1305Code } from './poly1305-code.ts';

/** Bytes of an authentication tag. */
export const TAG_BYTES = 16;

const BLOCK = 16;
/** Bytes that are absorbed at a time: four blocks. */
const GROUP = 64;
const LIMB_BITS = 26;
const LIMB_MASK = 0x3ffffff;
/** The bit above a block of 16 bytes, in its top limb. */
const MARK = 1 << 24;
const PRIME = 2n ** 130n - 5n;

/** Addresses in the memory of the code: sums, marks, zeros, factors, then the message on its way. */
const SUMS = 0;
const MARKS_OF_FULL = 96;
const MARKS_OF_EDGE = 112;
const ZEROS = 128;
const FACTOR_BYTES = (2 * LIMBS - 1) * BLOCK;
const STEP_FACTOR = 256;
const LAST_FACTOR = STEP_FACTOR + FACTOR_BYTES;
const MESSAGE = 1024;
const MEMORY = 65_536;

interface Absorbing {
  memory: { buffer: ArrayBuffer };
  absorb: (at: number, groups: number, factor: number, marks: number) => void;
}

/** Neither Node's types nor our libraries name it. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { Module: new (code: Uint8Array) => object; Instance: new (module: object) => { exports: unknown } };
};

const code = new WebAssembly.Instance(new WebAssembly.Module(poly1305Code())).exports as Absorbing;
const bytes = new Uint8Array(code.memory.buffer);
const sums = new Uint32Array(code.memory.buffer, SUMS, LIMBS * 4);
const edgeMarks = new Uint32Array(code.memory.buffer, MARKS_OF_EDGE, 4);
new Uint32Array(code.memory.buffer, MARKS_OF_FULL, 4).fill(MARK);

/** What `r` is multiplied by in the course of a message: worked out once for a key. */
export type Factors = Uint32Array;

/** The factors for an `r` of 16 bytes. It is clamped here: key files of others hold it as it was drawn. */
export function factorsOf(r: Uint8Array): Factors {
  const first = [...clamp(new Uint8Array(r))].reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const powers = [first];
  for (let i = 1; i < 4; i++) powers.push(((powers[i - 1] as bigint) * first) % PRIME);
  const [one, two, three, four] = powers as [bigint, bigint, bigint, bigint];
  return Uint32Array.from([...factorVectors([four, four, four, four]), ...factorVectors([four, three, two, one])]);
}

function factorVectors(lanes: readonly bigint[]): number[] {
  const limb = (value: bigint, at: number): number => Number((value >> BigInt(LIMB_BITS * at)) & BigInt(LIMB_MASK));
  const limbs = Array.from({ length: LIMBS }, (_, at) => lanes.map((lane) => limb(lane, at)));
  return [...limbs.flat(), ...limbs.slice(1).flatMap((vector) => vector.map((value) => 5 * value))];
}

let loaded: Factors | undefined;

/**
 * The tag of one message that may come in pieces. There is one memory for all of a thread's messages, so one must be
 * finished before the next is begun.
 */
export class RunningTag {
  private readonly length: number;
  private readonly pad: Uint8Array;
  private filled: number;
  private isFirst = true;

  /** `length`: of the whole message. `pad`: 16 bytes that are added at the end, used once. */
  constructor(factors: Factors, pad: Uint8Array, length: number) {
    if (loaded !== factors) new Uint32Array(code.memory.buffer, STEP_FACTOR, factors.length).set(factors);
    loaded = factors;
    this.length = length;
    this.pad = pad;
    // Blocks of nothing in front make the number of blocks a multiple of four.
    const nothing = (4 - (Math.ceil(length / BLOCK) % 4)) % 4;
    this.filled = nothing * BLOCK;
    bytes.fill(0, MESSAGE, MESSAGE + this.filled);
    sums.fill(0);
    for (let lane = 0; lane < 4; lane++) edgeMarks[lane] = lane < nothing ? 0 : MARK;
  }

  update(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + MEMORY - MESSAGE - this.filled);
      bytes.set(part, MESSAGE + this.filled);
      this.filled += part.length;
      at += part.length;
      // The last group may need another mark, so something is always left.
      this.absorb(Math.floor((this.filled - 1) / GROUP));
    }
  }

  /** Ends the message. */
  final(): Uint8Array {
    if (this.length > 0) this.absorbLast();
    code.absorb(ZEROS, 1, LAST_FACTOR, ZEROS);
    return finish(this.pad);
  }

  private absorb(groups: number): void {
    if (groups === 0) return;
    if (this.isFirst) code.absorb(MESSAGE, 1, STEP_FACTOR, MARKS_OF_EDGE);
    const begun = this.isFirst ? 1 : 0;
    if (groups > begun) code.absorb(MESSAGE + begun * GROUP, groups - begun, STEP_FACTOR, MARKS_OF_FULL);
    this.isFirst = false;
    bytes.copyWithin(MESSAGE, MESSAGE + groups * GROUP, MESSAGE + this.filled);
    this.filled -= groups * GROUP;
  }

  private absorbLast(): void {
    if (!this.isFirst) edgeMarks.fill(MARK);
    if (this.length % BLOCK > 0) {
      bytes[MESSAGE + this.filled] = 1;
      bytes.fill(0, MESSAGE + this.filled + 1, MESSAGE + GROUP);
      edgeMarks[3] = 0;
    }
    code.absorb(MESSAGE, 1, STEP_FACTOR, MARKS_OF_EDGE);
  }
}

/** Adds up the lanes, takes the sum modulo the prime, adds the pad, and writes the low 128 bits. */
function finish(pad: Uint8Array): Uint8Array {
  const limbs = new Int32Array(LIMBS);
  for (let at = 0; at < sums.length; at++) limbs[at >>> 2] = (limbs[at >>> 2] as number) + (sums[at] as number);
  // What passes 2^130 comes back fivefold; the second time round nothing but a little does, the third time nothing.
  for (let round = 0; round < 3; round++) {
    const over = carry(limbs);
    limbs[0] = (limbs[0] as number) + 5 * over;
  }
  // Below 2^130 now, so the prime fits at most once; if adding 5 passes 2^130, it does, and the rest is what is left of it.
  const less = limbs.slice();
  less[0] = (less[0] as number) + 5;
  const isBelowPrime = carry(less) === 0;
  return withPad(isBelowPrime ? limbs : less, pad);
}

/** Moves what limbs have beyond 26 bits upwards; what is left above the last. */
function carry(limbs: Int32Array): number {
  let over = 0;
  for (let at = 0; at < LIMBS; at++) {
    const sum = (limbs[at] as number) + over;
    limbs[at] = sum & LIMB_MASK;
    over = sum >>> LIMB_BITS;
  }
  return over;
}

function withPad(limbs: Int32Array, pad: Uint8Array): Uint8Array {
  const tag = new Uint8Array(TAG_BYTES);
  let sum = 0;
  for (let at = 0; at < TAG_BYTES; at++) {
    const bit = 8 * at;
    const limb = Math.floor(bit / LIMB_BITS);
    const within = bit % LIMB_BITS;
    const value = ((limbs[limb] as number) >>> within) | ((limbs[limb + 1] ?? 0) << (LIMB_BITS - within));
    sum = (sum >>> 8) + (value & 0xff) + (pad[at] as number);
    tag[at] = sum;
  }
  return tag;
}

/** Clears the bits of `r` that Poly1305 requires to be zero, in place. */
export function clamp(r: Uint8Array): Uint8Array {
  for (const at of [3, 7, 11, 15]) r[at] = (r[at] as number) & 0x0f;
  for (const at of [4, 8, 12]) r[at] = (r[at] as number) & 0xfc;
  return r;
}
