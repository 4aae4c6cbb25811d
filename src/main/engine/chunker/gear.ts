import { hash } from 'node:crypto';
import type { ContentChunking } from './chunking.ts';

/**
 * Content-defined chunking with a gear hash (Xia et al., "FastCDC", USENIX ATC 2016): one shift, one addition and one
 * table look-up a byte. The upper bits of the 32-bit hash depend on the last 32 bytes, so a cut depends on those only.
 */
const WINDOW = 32;

export type GearTable = Int32Array;

/**
 * 256 random words derived from a repository's chunker polynomial: equal content is cut alike within a repository (and
 * its copies), but the lengths of blobs tell nothing to somebody who does not know it.
 */
export function gearTable(polynomial: string): GearTable {
  const table = new Int32Array(256);
  for (let block = 0; block < 32; block++) {
    const digest = hash('sha256', `lifeboat gear ${polynomial} ${block}`, 'buffer');
    for (let word = 0; word < 8; word++) table[block * 8 + word] = digest.readInt32LE(word * 4);
  }
  return table;
}

/**
 * Where the piece that starts at `start` ends, at most `end`. If the bytes run out before a cut is found the answer is
 * `end`, which is a true cut only where the file ends.
 */
export function nextCut(table: GearTable, chunking: ContentChunking, bytes: Uint8Array, start: number, end: number): number {
  const { minimum, normal, maximum } = chunking;
  if (end - start <= minimum) return end;
  const limit = Math.min(end, start + maximum);
  const middle = Math.min(limit, start + normal);
  const bits = Math.round(Math.log2(normal));
  const warm = start + minimum;
  const fingerprint = warmUp(table, bytes, Math.max(start, warm - WINDOW), warm);
  const strict = scan(table, bytes, { from: warm, to: middle, fingerprint, mask: topBits(bits + 1) });
  if (strict.cut) return strict.at;
  return scan(table, bytes, { from: middle, to: limit, fingerprint: strict.fingerprint, mask: topBits(bits - 1) }).at;
}

function warmUp(table: GearTable, bytes: Uint8Array, from: number, to: number): number {
  let fingerprint = 0;
  for (let at = from; at < to; at++) fingerprint = ((fingerprint << 1) + (table[bytes[at] as number] as number)) | 0;
  return fingerprint;
}

interface Stretch {
  from: number;
  to: number;
  /** The hash of the bytes before. */
  fingerprint: number;
  /** Bits that are all zero at a cut. */
  mask: number;
}

/** The hot loop: small, so that the engine keeps everything in registers. */
function scan(table: GearTable, bytes: Uint8Array, stretch: Stretch): { at: number; fingerprint: number; cut: boolean } {
  const { from, to, mask } = stretch;
  let { fingerprint } = stretch;
  for (let at = from; at < to; at++) {
    fingerprint = ((fingerprint << 1) + (table[bytes[at] as number] as number)) | 0;
    if ((fingerprint & mask) === 0) return { at: at + 1, fingerprint, cut: true };
  }
  return { at: to, fingerprint, cut: false };
}

function topBits(count: number): number {
  return -(2 ** (32 - count)) | 0;
}
