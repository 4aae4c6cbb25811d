import { open, stat } from 'node:fs/promises';
import { LifeboatError } from '../../../shared/errors/index.ts';

/** The database as SQL. */
export const DUMP = 'database.sql';
/** Accounts and their rights as SQL, without passwords. */
export const ACCOUNTS = 'accounts.sql';

/** What the tool writes behind the last table; without it the dump is cut off, whatever the tool's exit code. */
const END = /-- Dump completed\b[^\n]*\s*$/;
const BEGINNING_OF_TABLES = /\n-- (?:Table|Temporary|Temporary table|View|Sequence) structure for/;
const PROPERTIES = /^-- Database: ((?:CHARACTER SET|COLLATE|\w+| )+)$/m;
const TAIL = 4096;

/** What stands before the tool's own text: the database's defaults, which the tool leaves out. */
export function headerOf(characterSet: string, collation: string): string {
  return `-- Database: CHARACTER SET ${characterSet} COLLATE ${collation}\n`;
}

/**
 * Hands on a dump with its header, calls `begun` before it hands on the first table (the tool has fixed its moment by then), and
 * throws `dump-damaged` behind the last byte if the tool's last line is missing.
 */
export async function* watchDump(
  header: string,
  pieces: AsyncIterable<Uint8Array>,
  begun: () => Promise<void>,
): AsyncGenerator<Uint8Array, void, void> {
  let tail = '';
  let isBegun = false;
  yield Buffer.from(header);
  for await (const piece of pieces) {
    const text = tail + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    if (!isBegun && BEGINNING_OF_TABLES.test(text)) {
      isBegun = true;
      await begun();
    }
    tail = text.slice(-TAIL);
    yield piece;
  }
  if (!isBegun) await begun();
  if (!END.test(tail)) throw new LifeboatError('dump-damaged', { file: DUMP });
}

/** What the first lines of a dump say. */
export interface DumpHead {
  /** As `CREATE DATABASE` takes it; empty if unknown. */
  properties: string;
  isMariadb: boolean;
}

/** Reads both ends of a dump. `dump-damaged` if it is none, or cut off. */
export async function readEnds(path: string): Promise<DumpHead> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const at = async (position: number): Promise<string> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, position);
      return buffer.toString('latin1', 0, bytesRead);
    };
    const [head, tail] = [await at(0), await at(Math.max(0, size - TAIL))];
    if (!/^-- (?:MariaDB|MySQL) dump /m.test(head) || !END.test(tail)) throw new LifeboatError('dump-damaged', { file: path });
    return { properties: PROPERTIES.exec(head)?.[1] ?? '', isMariadb: /^-- MariaDB dump |MariaDB/m.test(head) };
  } finally {
    await file.close();
  }
}

const DEFINITION = /^(?:\/\*!5\d{4} |CREATE (?:OR REPLACE )?(?:ALGORITHM=\w+ )?DEFINER=)/;
const DEFINER = /DEFINER=`(?:[^`]|``)*`@`(?:[^`]|``)*`/g;

/**
 * The dump without the accounts its views and routines act for, so that they act for whoever fills the database. Rows are never
 * touched: a row's line does not begin like a definition.
 */
export async function* withoutDefiners(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    const end = bytes.lastIndexOf(0x0a) + 1;
    rest = bytes.subarray(end);
    if (end > 0) yield cleaned(bytes.subarray(0, end));
  }
  yield cleaned(rest);
}

function cleaned(lines: Buffer): Buffer {
  const text = lines.toString('latin1');
  if (!text.includes('DEFINER=')) return lines;
  const changed = text.split('\n').map((line) => (DEFINITION.test(line) ? line.replace(DEFINER, '') : line));
  return Buffer.from(changed.join('\n'), 'latin1');
}
