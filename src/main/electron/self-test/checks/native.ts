import { join } from 'node:path';
import Database from 'better-sqlite3';
import koffi from 'koffi';
import { type Check, mustEqual, mustHold } from '../check.ts';

/** The compiled parts: their binaries load here and do their work. */
export const nativeChecks: readonly Check[] = [
  { name: 'koffi', run: callSystem },
  { name: 'better-sqlite3', run: useDatabase },
];

/** Asks the operating system for this process's number and compares it with Node's. */
function callSystem(): string {
  const [library, declaration] = PROCESS_NUMBER[process.platform] ?? ['libc.so.6', 'int getpid()'];
  const found: unknown = koffi.load(library).func(declaration)();
  mustEqual('process number', String(found), String(process.pid));
  return `${library}: ${declaration}`;
}

const PROCESS_NUMBER: Partial<Record<NodeJS.Platform, readonly [library: string, declaration: string]>> = {
  win32: ['kernel32.dll', 'uint32 __stdcall GetCurrentProcessId()'],
  darwin: ['libSystem.dylib', 'int getpid()'],
};

async function useDatabase(scratch: string): Promise<string> {
  const file = join(scratch, 'self-test.sqlite');
  const database = new Database(file);
  try {
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE fill (rx INTEGER PRIMARY KEY, label BLOB NOT NULL)');
    const insert = database.prepare<[number, Buffer]>('INSERT INTO fill VALUES (?, ?)');
    database.transaction(() => insert.run(1001, Buffer.from('å ä ö')))();
    await database.backup(`${file}.copy`);
  } finally {
    database.close();
  }
  return readBack(`${file}.copy`);
}

function readBack(file: string): string {
  const database = new Database(file, { readonly: true });
  try {
    mustEqual('integrity', String(database.pragma('integrity_check', { simple: true })), 'ok');
    const label = database.prepare<[number], Buffer>('SELECT label FROM fill WHERE rx = ?').pluck().get(1001);
    mustHold('the row is there', label !== undefined);
    mustEqual('label', label ?? '', Buffer.from('å ä ö'));
    return `SQLite ${String(database.prepare('SELECT sqlite_version()').pluck().get())}`;
  } finally {
    database.close();
  }
}
