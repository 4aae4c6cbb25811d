import {
  BASE32_ALPHABET,
  bytesOf,
  checkedFault,
  checkSymbols,
  groupsOf,
  inGroups,
  readSymbols,
  symbolsOf,
  textOf,
  withoutSeparators,
} from './checked-base32.ts';

/**
 * How the sealed access data of a recovery kit stand on paper: as one QR code, and as numbered lines that can be typed.
 * A line has 24 characters and two check characters, which also cover the line's number: a line left out, typed twice
 * or in another line's place is noticed. The first byte of the data is the version, the second how many lines there are.
 */
export const KIT_CODE_VERSION = 1;
/** Bytes before the sealed data. */
const HEADER = 2;
/** What the QR code's text begins with. */
const PREFIX = 'LBKIT:';
const GROUP = 4;
const LINE = 24;
const CHECKS = 2;
/** More lines than these fit no QR code that a camera reads from paper. */
const MOST_LINES = 64;

/** Why what was scanned or typed is no kit code. Lines count from 1, as printed. */
export type KitCodeFault =
  | { ok: false; reason: 'character' | 'checksum'; line: number; group?: number }
  | { ok: false; reason: 'too-short' | 'too-long'; line: number }
  /** The code was made by a newer Lifeboat, or is something else. */
  | { ok: false; reason: 'version' }
  | { ok: false; reason: 'lines-missing'; lines: number };

/** A line that was read; the first one also tells how many there are. */
export type KitLine = { ok: true; symbols: readonly number[]; lines?: number };

/** The text of the QR code for sealed data. */
export function kitCodeText(sealed: Uint8Array): string {
  return PREFIX + textOf(codeSymbols(sealed));
}

/** The lines to print for sealed data, such as `AB12-...-X9TT-4K`. */
export function kitCodeLines(sealed: Uint8Array): string[] {
  return linesOf(codeSymbols(sealed)).map((symbols, index) => {
    const checks = checkSymbols([lineSymbol(index + 1), ...symbols]);
    return `${inGroups(textOf(symbols), GROUP)}-${textOf(checks)}`;
  });
}

/** Reads one typed line, so that a mistake is told at once and not at the end. */
export function readKitLine(typed: string, line: number): KitLine | KitCodeFault {
  const text = withoutSeparators(typed);
  const read = readSymbols(text);
  if ('at' in read) return { ok: false, reason: 'character', line, group: groupOf(read.at) };
  if (text.length <= CHECKS) return { ok: false, reason: 'too-short', line };
  if (text.length > LINE + CHECKS) return { ok: false, reason: 'too-long', line };
  const fault = checkedFault([lineSymbol(line), ...read.symbols]);
  if (fault !== undefined) return { ok: false, reason: 'checksum', line, ...groupHint(fault.at) };
  const symbols = read.symbols.slice(0, -CHECKS);
  return line === 1 ? { ok: true, symbols, lines: bytesOf(symbols)[1] ?? 0 } : { ok: true, symbols };
}

/** The sealed data of a scanned QR code, or of all lines typed one below the other (with or without their numbers). */
export function readKitCode(text: string): { ok: true; sealed: Uint8Array } | KitCodeFault {
  const scanned = text.trim().toUpperCase();
  if (scanned.startsWith(PREFIX)) return readScanned(scanned.slice(PREFIX.length));
  const symbols: number[] = [];
  const typed = text
    .split('\n')
    .map(withoutLineNumber)
    .filter((line) => line !== '');
  for (const [index, line] of typed.entries()) {
    const read = readKitLine(line, index + 1);
    if (!read.ok) return read;
    symbols.push(...read.symbols);
  }
  return sealedOf(symbols);
}

function readScanned(text: string): { ok: true; sealed: Uint8Array } | KitCodeFault {
  const read = readSymbols(text);
  return 'at' in read ? { ok: false, reason: 'character', line: 1 + Math.floor(read.at / LINE) } : sealedOf(read.symbols);
}

function sealedOf(symbols: readonly number[]): { ok: true; sealed: Uint8Array } | KitCodeFault {
  const bytes = bytesOf(symbols);
  const [version, lines = 0] = bytes;
  if (version !== KIT_CODE_VERSION) return { ok: false, reason: 'version' };
  if (linesOf(symbols).length !== lines) return { ok: false, reason: 'lines-missing', lines };
  return { ok: true, sealed: bytes.subarray(HEADER) };
}

function codeSymbols(sealed: Uint8Array): number[] {
  const symbols = (lines: number): number[] => symbolsOf(Uint8Array.of(KIT_CODE_VERSION, lines, ...sealed));
  const lines = linesOf(symbols(0)).length;
  if (lines > MOST_LINES) throw new RangeError(`Access data of ${sealed.length} bytes do not fit on a recovery kit.`);
  return symbols(lines);
}

function linesOf(symbols: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(symbols.length / LINE) }, (_, line) => symbols.slice(line * LINE, (line + 1) * LINE));
}

/** The line's number as it enters the check characters. */
function lineSymbol(line: number): number {
  return line % BASE32_ALPHABET.length;
}

function withoutLineNumber(line: string): string {
  return line.trim().replace(/^\d{1,2}\s*[.:)]\s*/, '');
}

/** The line's number is the first symbol that is checked, but not typed. */
function groupHint(at: number | undefined): { group?: number } {
  return at === undefined || at === 0 ? {} : { group: groupOf(at - 1) };
}

function groupOf(at: number): number {
  return Math.floor(at / GROUP) + 1;
}

/** The groups of a printed line, to show them apart. */
export function kitLineGroups(line: string): readonly string[] {
  const text = line.replaceAll('-', '');
  return [...groupsOf(text.slice(0, -CHECKS), GROUP), text.slice(-CHECKS)];
}
