/** Control characters, invisible ones that turn text around, line separators, and halves of surrogate pairs. */
const HARMFUL = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const FIRST_BYTE = 0xdc80;
const LAST_BYTE = 0xdcff;

/**
 * Text from outside, such as a file name, made safe to print on one line of a terminal. A byte that is not UTF-8
 * (a lone surrogate, see the engine's names) is shown as `\xNN`.
 */
export function harmless(text: string): string {
  return text.replace(HARMFUL, (character) => SHORT[character] ?? escaped(character.charCodeAt(0)));
}

function escaped(unit: number): string {
  if (unit >= FIRST_BYTE && unit <= LAST_BYTE) return `\\x${hex(unit - 0xdc00, 2)}`;
  return unit < 0x100 ? `\\x${hex(unit, 2)}` : `\\u${hex(unit, 4)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
