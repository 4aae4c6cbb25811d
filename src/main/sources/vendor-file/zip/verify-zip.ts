import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { PassThrough, type Transform } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ProofLevel } from '../../../../shared/model/restore-point.ts';
import { systemCode } from '../../files/index.ts';
import { readAt, readDirectory, ZipDamage, type ZipEntry } from './directory.ts';

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;

/** Unpacks every file of a zip and compares its checksum. Encrypted or unusually packed ones are only bytes. */
export async function verifyZip(path: string, signal: AbortSignal): Promise<{ level: ProofLevel; damage: string[] }> {
  const damage: string[] = [];
  let level: ProofLevel = 'verified';
  const handle = await open(path, 'r');
  try {
    for (const [index, entry] of (await readDirectory(path)).entries()) {
      signal.throwIfAborted();
      if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) level = 'bytes';
      else damage.push(...(await verifyEntry(path, handle, entry, signal)).map((found) => `zip: entry ${index + 1}: ${found}`));
    }
  } catch (error) {
    if (!(error instanceof ZipDamage)) throw error;
    damage.push(`zip: ${error.message}`);
  } finally {
    await handle.close();
  }
  return { level, damage };
}

async function verifyEntry(path: string, handle: FileHandle, entry: ZipEntry, signal: AbortSignal): Promise<string[]> {
  try {
    const header = await readAt(handle, entry.offset, LOCAL_LENGTH);
    if (header.readUInt32LE(0) !== LOCAL) return ['no header'];
    const start = entry.offset + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
    const { crc, size } = entry.packed === 0 ? { crc: 0, size: 0 } : await unpack(path, start, entry, signal);
    if (size !== entry.size) return ['wrong length'];
    return crc === entry.crc ? [] : ['wrong checksum'];
  } catch (error) {
    if (error instanceof ZipDamage) return [error.message];
    const code = systemCode(error) ?? '';
    if (!code.startsWith('Z_')) throw error;
    return [code];
  }
}

async function unpack(
  path: string,
  start: number,
  { method, packed }: ZipEntry,
  signal: AbortSignal,
): Promise<{ crc: number; size: number }> {
  const sum = { crc: 0, size: 0 };
  const unpacker: Transform = method === 8 ? createInflateRaw() : new PassThrough();
  const add = async (pieces: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const piece of pieces) {
      sum.crc = crc32(piece, sum.crc);
      sum.size += piece.byteLength;
    }
  };
  await pipeline(createReadStream(path, { start, end: start + packed - 1 }), unpacker, add, { signal });
  return sum;
}
