import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import { clamp, factorsOf, RunningTag } from '../../../../../src/main/engine/crypto/poly1305.ts';

/** Our tag, of a message that comes in pieces of these lengths, over and over. */
function ours(message: Uint8Array, r: Uint8Array, pad: Uint8Array, pieces: readonly number[] = [message.length]): string {
  const tag = new RunningTag(factorsOf(r), pad, message.length);
  for (let at = 0, piece = 0; at < message.length; piece++) {
    const length = Math.max(1, pieces[piece % pieces.length] as number);
    tag.update(message.subarray(at, at + length));
    at += length;
  }
  return Buffer.from(tag.final()).toString('hex');
}

/** The tag by libsodium. */
function theirs(message: Uint8Array, r: Uint8Array, pad: Uint8Array): string {
  return Buffer.from(sodium.crypto_onetimeauth(message, Buffer.concat([r, pad]))).toString('hex');
}

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });
const ONES = Buffer.alloc(16, 0xff);
const ONE = Buffer.from('01'.padEnd(32, '0'), 'hex');

/** So many bytes less than 2^128, as a block. */
function blockBelow(distance: number): Buffer {
  const block = Buffer.alloc(16, 0xff);
  block.writeUInt8(0x100 - distance, 0);
  return block;
}

describe('Poly1305', () => {
  beforeAll(async () => await sodium.ready);

  test('agrees with libsodium on messages of every length, whatever the pieces they come in', () => {
    const message = randomBytes(700);
    const [r, pad] = [clamp(randomBytes(16)), randomBytes(16)];
    for (let length = 0; length <= message.length; length++) {
      const part = message.subarray(0, length);
      expect(ours(part, r, pad, [length % 61, 64, 1])).toBe(theirs(part, r, pad));
    }
  });

  test('agrees with libsodium on any key, clamped or not', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000 }),
        sixteen,
        sixteen,
        fc.array(fc.nat(500), { minLength: 1 }),
        (message, r, pad, pieces) => {
          clamp(r);
          expect(ours(message, r, pad, pieces)).toBe(theirs(message, r, pad));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('agrees with libsodium where every limb is as large as it gets', () => {
    const r = clamp(Buffer.from(ONES));
    for (const length of [15, 16, 17, 63, 64, 65, 4096, 200_000]) {
      expect(ours(Buffer.alloc(length, 0xff), r, ONES)).toBe(theirs(Buffer.alloc(length, 0xff), r, ONES));
    }
  });

  // With r = 1 the tag is the sum of the blocks: three that come to 2^130 less a few lie on both sides of the prime.
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('agrees with libsodium around the prime, %d below 2^130', (distance) => {
    const message = Buffer.concat([blockBelow(distance), Buffer.alloc(32)]);
    expect(ours(message, ONE, Buffer.alloc(16))).toBe(theirs(message, ONE, Buffer.alloc(16)));
    expect(ours(message, ONE, ONES)).toBe(theirs(message, ONE, ONES));
  });
});
