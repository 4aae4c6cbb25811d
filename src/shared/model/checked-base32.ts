/**
 * Text that people copy from paper: Crockford's base 32 (no I, L, O, U) with two check characters. They are the check
 * symbols of a Reed-Solomon code over GF(32) with distance 3, so that every one or two wrong characters and every swap
 * of two characters is noticed, and one wrong character is found. A text may have 31 characters, check characters included.
 */
export const BASE32_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Longest text that the check characters protect. */
export const LONGEST_CHECKED = 31;

/** Powers of the field's generator, alpha = 2, modulo the primitive polynomial x^5 + x^2 + 1. */
const POWERS: readonly number[] = powers();
const LOGARITHMS = new Map(POWERS.map((value, exponent) => [value, exponent]));

/** What is wrong with a checked text; `at` is the place of the wrong character if there is exactly one. */
export type CheckedFault = { at?: number };

/** The two check symbols that go behind `symbols`. */
export function checkSymbols(symbols: readonly number[]): readonly [number, number] {
  const { sum, weighted } = syndromes([...symbols, 0, 0]);
  const first = divide(sum ^ weighted, 1 ^ power(1));
  return [first, sum ^ first];
}

/** Looks at symbols that end with their check symbols; undefined if they are sound. */
export function checkedFault(symbols: readonly number[]): CheckedFault | undefined {
  const { sum, weighted } = syndromes(symbols);
  if (sum === 0 && weighted === 0) return undefined;
  if (sum === 0 || weighted === 0) return {};
  const at = symbols.length - 1 - (LOGARITHMS.get(divide(weighted, sum)) ?? LONGEST_CHECKED);
  return at < 0 ? {} : { at };
}

/** Bytes as symbols of five bits, the last one filled up with zeros. */
export function symbolsOf(bytes: Uint8Array): number[] {
  const symbols: number[] = [];
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) symbols.push((held >> (bits - 5)) & 31);
  }
  if (bits > 0) symbols.push((held << (5 - bits)) & 31);
  return symbols;
}

/** The bytes that {@link symbolsOf} made symbols of. */
export function bytesOf(symbols: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.floor((symbols.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const symbol of symbols) {
    held = ((held << 5) | symbol) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

export function textOf(symbols: readonly number[]): string {
  return symbols.map((symbol) => BASE32_ALPHABET.charAt(symbol)).join('');
}

/** What somebody typed without separators, in upper case, with the letters that are not used taken for their likeness. */
export function withoutSeparators(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}\u2212\u200b-\u200f\u2060\ufeff\u00ad._/|]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** The symbols of a text without separators, or the place of the first character that is none. */
export function readSymbols(text: string): { symbols: number[] } | { at: number } {
  const symbols = [...text].map((character) => BASE32_ALPHABET.indexOf(character));
  const at = symbols.indexOf(-1);
  return at === -1 ? { symbols } : { at };
}

/** Characters in groups with dashes between them. */
export function inGroups(text: string, size: number): string {
  return groupsOf(text, size).join('-');
}

export function groupsOf(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, group) => text.slice(group * size, (group + 1) * size));
}

/** Sum of all symbols, and sum weighted with alpha to the power of the distance from the end. */
function syndromes(symbols: readonly number[]): { sum: number; weighted: number } {
  let sum = 0;
  let weighted = 0;
  for (const symbol of symbols) {
    sum ^= symbol;
    weighted = multiply(weighted, power(1)) ^ symbol;
  }
  return { sum, weighted };
}

function powers(): number[] {
  const found = [1];
  for (let value = 2; value !== 1; value = value & 16 ? ((value << 1) ^ 0b10_0101) & 31 : value << 1) found.push(value);
  return found;
}

function power(exponent: number): number {
  return POWERS[exponent % POWERS.length] ?? 0;
}

function multiply(a: number, b: number): number {
  const [left, right] = [LOGARITHMS.get(a), LOGARITHMS.get(b)];
  return left === undefined || right === undefined ? 0 : power(left + right);
}

function divide(a: number, b: number): number {
  const [left, right] = [LOGARITHMS.get(a), LOGARITHMS.get(b)];
  return left === undefined || right === undefined ? 0 : power(left + POWERS.length - right);
}
