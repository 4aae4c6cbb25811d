import { open } from 'node:fs/promises';
import type { ContentLayout } from '../chunker/index.ts';
import { pathForSystem } from '../format/name.ts';

/** What a file's name or first bytes tell about it. */
export interface FileLayout {
  layout: ContentLayout;
  /** Bytes of a database page, if known. */
  page?: number;
}

/** Below this many bytes a file is one or two ordinary blobs anyway. */
const LEAST_BYTES = 1024 * 1024;
const HEADER_BYTES = 32;

/** SQL Server data and log files; InnoDB; Btrieve; dBase; Firebird; Access. Their pages stay in place. */
const PAGE_FILES: ReadonlyMap<string, number> = new Map([
  ['mdf', 8192],
  ['ndf', 8192],
  ['ldf', 8192],
  ['ibd', 16384],
  ['ibdata1', 16384],
  ['btr', 4096],
  ['mkd', 4096],
  ['dbf', 4096],
  ['fdb', 8192],
  ['gdb', 8192],
  ['mdb', 4096],
  ['accdb', 4096],
]);
const DUMP_FILES: ReadonlySet<string> = new Set(['sql', 'dump', 'pgdump', 'ldif']);

/** How a file of this machine is laid out: by its first bytes where they tell, else by its name; undefined for ordinary files. */
export async function fileLayout(path: string, size: number): Promise<FileLayout | undefined> {
  if (size < LEAST_BYTES) return undefined;
  return (await layoutByHeader(path)) ?? layoutByName(path);
}

function layoutByName(path: string): FileLayout | undefined {
  const extension = path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  if (DUMP_FILES.has(extension)) return { layout: 'dump' };
  const page = PAGE_FILES.get(extension);
  return page === undefined ? undefined : { layout: 'pages', page };
}

async function layoutByHeader(path: string): Promise<FileLayout | undefined> {
  const header = await firstBytes(path);
  if (header === undefined) return undefined;
  if (header.subarray(0, 16).equals(SQLITE)) return { layout: 'pages', page: sqlitePage(header) };
  // SQL Server backups are Microsoft Tape Format; a data file begins with a header page (version 1, type 15).
  if (header.subarray(0, 4).equals(TAPE) || (header[0] === 1 && header[1] === 15)) return { layout: 'pages', page: 8192 };
  return undefined;
}

const SQLITE = Buffer.from('SQLite format 3\0', 'latin1');
const TAPE = Buffer.from('TAPE', 'latin1');

/** Bytes 16 and 17 of the header, big-endian; 1 stands for 65536 (SQLite's file format, section 1.3). */
function sqlitePage(header: Buffer): number {
  const page = header.readUInt16BE(16);
  return page === 1 ? 65536 : page;
}

async function firstBytes(path: string): Promise<Buffer | undefined> {
  try {
    const file = await open(pathForSystem(path), 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
      return bytesRead === HEADER_BYTES ? buffer : undefined;
    } finally {
      await file.close();
    }
  } catch {
    return undefined; // Whoever reads it next reports it.
  }
}
