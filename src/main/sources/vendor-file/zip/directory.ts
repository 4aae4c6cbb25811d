import { type FileHandle, open } from 'node:fs/promises';

/** A file in a zip, as the directory at its end describes it. Its name is of no interest: it may be a patient's. */
export interface ZipEntry {
  /** 0 stored, 8 deflated; others are not read here. */
  method: number;
  isEncrypted: boolean;
  crc: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

/** The file is not a whole zip. `message` is short and technical. */
export class ZipDamage extends Error {
  override name = 'ZipDamage';
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_LENGTH = 20;
const ENTRY_LENGTH = 46;
/** Directories beyond this are no pharmacy's backup. */
const LARGEST_DIRECTORY = 512 * 1024 * 1024;

/** Reads the directory at the end of a zip. {@link ZipDamage} if it is not there or not whole. */
export async function readDirectory(path: string): Promise<ZipEntry[]> {
  const handle = await open(path, 'r');
  try {
    const { entries, length, offset } = await findDirectory(handle);
    if (length > LARGEST_DIRECTORY) throw new ZipDamage('directory too large');
    return parseDirectory(await readAt(handle, offset, length), entries);
  } finally {
    await handle.close();
  }
}

/** Exactly `length` bytes. */
export async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
  if (bytesRead < length) throw new ZipDamage('cut off');
  return buffer;
}

interface Directory {
  entries: number;
  length: number;
  offset: number;
}

async function findDirectory(handle: FileHandle): Promise<Directory> {
  const { size } = await handle.stat();
  const start = Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
  const tail = await readAt(handle, start, size - start);
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END || at + END_LENGTH + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const plain = { entries: tail.readUInt16LE(at + 10), length: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
    const isLarge = plain.entries === 0xffff || plain.length === 0xffffffff || plain.offset === 0xffffffff;
    return isLarge ? await findLargeDirectory(handle, start + at) : plain;
  }
  throw new ZipDamage('no directory at the end');
}

async function findLargeDirectory(handle: FileHandle, end: number): Promise<Directory> {
  const locator = await readAt(handle, Math.max(0, end - LOCATOR_LENGTH), LOCATOR_LENGTH);
  if (locator.readUInt32LE(0) !== LOCATOR_64) throw new ZipDamage('no large directory');
  const record = await readAt(handle, Number(locator.readBigUInt64LE(8)), 56);
  if (record.readUInt32LE(0) !== END_64) throw new ZipDamage('no large directory');
  return {
    entries: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  };
}

function parseDirectory(bytes: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      throw new ZipDamage(`directory broken at entry ${entries.length + 1}`);
    const [nameLength, extraLength, commentLength] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const extra = bytes.subarray(at + ENTRY_LENGTH + nameLength, at + ENTRY_LENGTH + nameLength + extraLength);
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      ...sizes(bytes, at, extra),
    });
    at += ENTRY_LENGTH + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Sizes and place; what does not fit into 32 bits stands in an extra field, in this order. */
function sizes(bytes: Buffer, at: number, extra: Buffer): Pick<ZipEntry, 'packed' | 'size' | 'offset'> {
  const large = largeValues(extra);
  const value = (position: number): number => {
    const plain = bytes.readUInt32LE(at + position);
    return plain === 0xffffffff ? Number(large.shift() ?? plain) : plain;
  };
  const size = value(24);
  const packed = value(20);
  return { size, packed, offset: value(42) };
}

function largeValues(extra: Buffer): bigint[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(field.length / 8) }, (_, index) => field.readBigUInt64LE(index * 8)).slice(0, 3);
  }
  return [];
}
