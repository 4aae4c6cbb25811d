import { type DamageDetail, LifeboatError } from '../../../shared/errors/index.ts';

/**
 * JSON as Go's encoder writes it, and without loss for whole numbers above 2^53 (inodes and device numbers are
 * 64-bit), which become bigint.
 */
export type Integer = number | bigint;

// A run of 16 or more digits outside an obvious string: worth the slow, exact way.
const LONG_INTEGER = /[:,[\s]-?\d{16,}[,}\]\s]/;
const HTML_UNSAFE = /[<>&\u2028\u2029]/g;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Parses UTF-8 JSON. Throws SyntaxError or TypeError on anything else. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decoder.decode(bytes);
  return LONG_INTEGER.test(text) ? JSON.parse(text, exactInteger) : JSON.parse(text);
}

function exactInteger(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  const inexact = typeof value === 'number' && !Number.isSafeInteger(value);
  return inexact && context?.source !== undefined && /^-?\d+$/.test(context.source) ? BigInt(context.source) : value;
}

/** Go's JSON text of a value, in UTF-8. */
export function encodeJson(value: unknown): Buffer {
  const text = JSON.stringify(value, rawInteger);
  return Buffer.from(text.replace(HTML_UNSAFE, escapeUnit), 'utf8');
}

// TypeScript's library does not know `rawJSON` yet (ECMAScript proposal "JSON.parse source text access").
const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown };

function rawInteger(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? rawJSON(String(value)) : value;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A 64-bit number from the operating system in its smallest exact form. */
export function integerOf(value: bigint): Integer {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : BigInt.asUintN(64, value);
}

/** Runs a decoder over bytes from a file and turns whatever goes wrong into `file-damaged`. */
export function decodeFile<T>(type: string, name: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof LifeboatError) throw error;
    const detail: DamageDetail = error instanceof SyntaxError || error instanceof TypeError ? 'not-json' : 'wrong-shape';
    throw new LifeboatError('file-damaged', { type, name, detail }, { cause: error });
  }
}
