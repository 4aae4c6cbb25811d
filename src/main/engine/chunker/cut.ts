import type { Chunking } from './chunking.ts';
import { type GearTable, nextCut } from './gear.ts';

/**
 * Ends of the pieces in `bytes[0..length)`. Without `last` the bytes after the final returned end are unfinished: they
 * belong to a piece whose end is not in sight yet, and must come again in front of what follows.
 */
export function cutPoints(table: GearTable, chunking: Chunking, bytes: Uint8Array, length: number, last: boolean): number[] {
  return chunking.kind === 'pages' ? pageCuts(chunking.size, length, last) : contentCuts(table, chunking, bytes, length, last);
}

function contentCuts(
  table: GearTable,
  chunking: Chunking & { kind: 'content' },
  bytes: Uint8Array,
  length: number,
  last: boolean,
): number[] {
  const ends: number[] = [];
  let start = 0;
  while (start < length) {
    const end = nextCut(table, chunking, bytes, start, length);
    // An end that only means "out of bytes" is no cut, unless the piece has reached its largest size there.
    if (end === length && !last && end - start < chunking.maximum) break;
    ends.push(end);
    start = end;
  }
  return ends;
}

function pageCuts(size: number, length: number, last: boolean): number[] {
  const ends: number[] = [];
  for (let end = size; end <= length; end += size) ends.push(end);
  if (last && length % size !== 0) ends.push(length);
  return ends;
}
