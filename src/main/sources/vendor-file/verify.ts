import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { ProofLevel } from '../../../shared/model/restore-point.ts';
import { type FileFormat, formatOf, headOf, systemCode } from '../files/index.ts';
import { checkDatabaseFile } from '../sqlite/index.ts';
import { findTool, streamTool } from '../tools/index.ts';
import { isExpected } from './expected-format.ts';
import { verifyZip } from './zip/index.ts';

export interface Verified {
  level: ProofLevel;
  /** Technical and short; empty: nothing was found. */
  damage: string[];
}

/** What a file can be held to: by its own checksums, by the tool that made it, or by nothing but its bytes. */
export async function verifyFile(path: string, signal: AbortSignal): Promise<Verified> {
  const format = formatOf(await headOf(path));
  if (!isExpected(path, format)) return { level: 'bytes', damage: [`not what its name says: ${format}`] };
  return await VERIFY[format](path, signal);
}

const justBytes = async (): Promise<Verified> => await Promise.resolve({ level: 'bytes', damage: [] });

const VERIFY: Readonly<Record<FileFormat, (path: string, signal: AbortSignal) => Promise<Verified>>> = {
  sqlite: async (path, signal) => ({ level: 'verified', damage: await checkDatabaseFile(path, signal) }),
  'postgresql-dump': verifyDump,
  gzip: verifyGzip,
  zip: verifyZip,
  text: verifyScript,
  // Only SQL Server itself can tell more of its backups.
  'sqlserver-backup': justBytes,
  unknown: justBytes,
  empty: justBytes,
};

/** pg_restore reads a dump to its end and would write it as a script, which nobody keeps. */
async function verifyDump(path: string, signal: AbortSignal): Promise<Verified> {
  const tool = await findTool('pg_restore', { minimumMajor: 12 });
  if (tool === undefined) return await justBytes();
  try {
    for await (const piece of streamTool(tool, ['--file=-', path], { signal })) if (piece.length === 0) break;
    return { level: 'verified', damage: [] };
  } catch (error) {
    if (!isLifeboatError(error, 'tool-failed')) throw error;
    return { level: 'verified', damage: [`pg_restore: ${error.data.detail}`] };
  }
}

/** A gzip file ends with the length and checksum of what is in it. */
async function verifyGzip(path: string, signal: AbortSignal): Promise<Verified> {
  try {
    await pipeline(createReadStream(path), createGunzip(), drain, { signal });
    return { level: 'verified', damage: [] };
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (!code.startsWith('Z_')) throw error;
    return { level: 'verified', damage: [`gzip: ${code}`] };
  }
}

async function drain(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.byteLength;
  return bytes;
}

/** What tools that write scripts say at the end, by what they say at the beginning. */
const ENDINGS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^-- PostgreSQL database dump/m, /^-- PostgreSQL database (cluster )?dump complete/m],
  [/^-- (MySQL|MariaDB) dump/m, /^-- Dump completed/m],
];
const TAIL = 4096;

/** Scripts of known tools end with a line that says so; one that broke off has none. */
async function verifyScript(path: string): Promise<Verified> {
  const head = (await headOf(path)).toString('latin1');
  const ending = ENDINGS.find(([start]) => start.test(head))?.[1];
  if (ending === undefined) return await justBytes();
  return { level: 'verified', damage: ending.test(await tailOf(path)) ? [] : ['the dump ends too early'] };
}

async function tailOf(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - TAIL);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL), 0, TAIL, start);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await handle.close();
  }
}
