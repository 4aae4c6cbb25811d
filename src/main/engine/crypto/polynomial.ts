import { randomBytes } from 'node:crypto';

/**
 * The chunker polynomial of a repository's config: random, irreducible over GF(2), of degree 53, as restic demands.
 * A polynomial is a bigint whose bit i is the coefficient of x^i. Irreducibility by Ben-Or's test.
 */
const DEGREE = 53n;

/** A new polynomial in hex. */
export function newChunkerPolynomial(): string {
  for (;;) {
    const random = BigInt(`0x${randomBytes(8).toString('hex')}`) & ((1n << DEGREE) - 1n);
    const candidate = random | (1n << DEGREE) | 1n;
    if (isIrreducible(candidate)) return candidate.toString(16);
  }
}

/** Whether a polynomial over GF(2) has no proper factor. */
export function isIrreducible(polynomial: bigint): boolean {
  let power = 2n; // x
  for (let i = 1; 2 * i <= degree(polynomial); i++) {
    power = multiplyModulo(power, power, polynomial);
    if (greatestCommonDivisor(polynomial, power ^ 2n) !== 1n) return false;
  }
  return degree(polynomial) > 0;
}

function degree(polynomial: bigint): number {
  return polynomial === 0n ? -1 : polynomial.toString(2).length - 1;
}

function modulo(a: bigint, b: bigint): bigint {
  const target = degree(b);
  let rest = a;
  for (let excess = degree(rest) - target; excess >= 0; excess = degree(rest) - target) rest ^= b << BigInt(excess);
  return rest;
}

function multiplyModulo(a: bigint, b: bigint, m: bigint): bigint {
  let product = 0n;
  for (let i = 0n, factor = b; factor > 0n; i++, factor >>= 1n) if (factor & 1n) product ^= a << i;
  return modulo(product, m);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, modulo(a, b));
}
