/**
 * The quoting of names inside tree blobs. restic writes a name as Go's `strconv.Quote` would, without the outer
 * quotes, so that bytes which are not UTF-8 survive in JSON. Source: restic's tree format and Go's strconv package.
 */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const PLAIN = /^[ !#-[\]-~]*$/;
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};
const SHORT_VALUES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
};
const ESCAPE_SEQUENCE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|(["\\abfnrtv])|)/g;

/** `name` (see name.ts) as it stands in a tree blob. */
export function quoteName(name: string): string {
  if (PLAIN.test(name)) return name;
  let quoted = '';
  for (const character of name) quoted += quoteCharacter(character);
  return quoted;
}

function quoteCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) as number;
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`;
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd';
  if (PRINTABLE.test(character)) return character;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/** The name behind its quoted form, or undefined if the quoting is broken. */
export function unquoteName(quoted: string): { bytes: Buffer } | { text: string } | undefined {
  if (!quoted.includes('\\')) return quoted.includes('"') || quoted.includes('\n') ? undefined : { text: quoted };
  const parts: Buffer[] = [];
  let end = 0;
  for (const match of quoted.matchAll(ESCAPE_SEQUENCE)) {
    const literal = quoted.slice(end, match.index);
    const value = unescape(match);
    if (value === undefined || literal.includes('"')) return undefined;
    parts.push(Buffer.from(literal, 'utf8'), value);
    end = match.index + match[0].length;
  }
  parts.push(Buffer.from(quoted.slice(end), 'utf8'));
  return { bytes: Buffer.concat(parts) };
}

function unescape(match: RegExpExecArray): Buffer | undefined {
  const [, byteHex, short4, long8, octal, letter] = match;
  if (byteHex !== undefined) return Buffer.from(byteHex, 'hex');
  if (octal !== undefined) return Buffer.of(Number.parseInt(octal, 8));
  if (letter !== undefined) return Buffer.from(SHORT_VALUES[letter] as string, 'utf8');
  const code = Number.parseInt(short4 ?? long8 ?? '110000', 16);
  const valid = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? Buffer.from(String.fromCodePoint(code), 'utf8') : undefined;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
