import { open } from 'node:fs/promises';

/** What a file is by its first bytes, whatever its name says. `text` is SQL or other plain text. */
export type FileFormat = 'sqlite' | 'postgresql-dump' | 'sqlserver-backup' | 'gzip' | 'zip' | 'text' | 'empty' | 'unknown';

const HEAD = 4096;
const SIGNATURES: readonly (readonly [FileFormat, string])[] = [
  ['sqlite', 'SQLite format 3\0'],
  ['postgresql-dump', 'PGDMP'],
  // Microsoft Tape Format: a backup begins with a TAPE block, or with the name SQL Server gives compressed ones.
  ['sqlserver-backup', 'TAPE'],
  ['sqlserver-backup', 'MSSQLBAK'],
  ['gzip', '\x1f\x8b'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
];

/** The first bytes of a file, at most 4 KiB. */
export async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What a file with this beginning is. */
export function formatOf(head: Uint8Array): FileFormat {
  if (head.length === 0) return 'empty';
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16)).toString('latin1');
  const known = SIGNATURES.find(([, signature]) => start.startsWith(signature));
  if (known !== undefined) return known[0];
  return isText(head) ? 'text' : 'unknown';
}

/** No control characters but line ends and tabs; a byte-order mark of UTF-16, which SQL Server's scripts have, counts too. */
function isText(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13);
}
