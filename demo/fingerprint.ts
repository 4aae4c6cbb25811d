import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, lstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Extent } from './extent.ts';

/** All that should come back of one entry. */
export interface Print {
  kind: 'file' | 'folder' | 'link' | 'other';
  /** SHA-256 of a file's bytes, or where a link points. */
  content: string;
  size: bigint;
  mode: bigint;
  /** Nanoseconds since 1970. */
  mtime: bigint;
}

/** Every entry below a folder, and the folder itself as `.`, by its relative path with `/`. */
export type Fingerprint = ReadonlyMap<string, Print>;

/** Reads all of a folder. */
export function fingerprint(folder: string): Fingerprint {
  const prints = new Map<string, Print>();
  visit(folder, '.', prints);
  return prints;
}

/** What differs, a line each; empty when all is as it was. */
export function differences(before: Fingerprint, after: Fingerprint): string[] {
  const lines: string[] = [];
  for (const [path, was] of before) {
    const is = after.get(path);
    if (is === undefined) lines.push(`${path}: missing`);
    else lines.push(...changes(was, is).map((change) => `${path}: ${change}`));
  }
  for (const path of after.keys()) if (!before.has(path)) lines.push(`${path}: was not there before`);
  return lines;
}

/** How much there is: files, and their bytes together. */
export function extentOfPrints(prints: Fingerprint): Extent {
  const files = [...prints.values()].filter((print) => print.kind === 'file');
  return { files: files.length, bytes: files.reduce((sum, file) => sum + Number(file.size), 0) };
}

function changes(was: Print, is: Print): string[] {
  if (was.kind !== is.kind) return [`was a ${was.kind}, is a ${is.kind}`];
  const found: string[] = [];
  if (was.content !== is.content || was.size !== is.size) found.push('other content');
  if (was.mode !== is.mode) found.push(`mode ${was.mode.toString(8)} became ${is.mode.toString(8)}`);
  if (was.mtime !== is.mtime) found.push(`time moved by ${is.mtime - was.mtime} ns`);
  return found;
}

function visit(folder: string, relative: string, prints: Map<string, Print>): void {
  const path = join(folder, relative);
  const stat = lstatSync(path, { bigint: true });
  const kind = kindOf(stat);
  // What a folder's size means is the file system's own business.
  prints.set(relative, {
    kind,
    content: contentOf(path, kind),
    size: kind === 'folder' ? 0n : stat.size,
    mode: stat.mode,
    mtime: stat.mtimeNs,
  });
  if (kind !== 'folder') return;
  for (const name of readdirSync(path).sort()) visit(folder, relative === '.' ? name : `${relative}/${name}`, prints);
}

function kindOf(stat: BigIntStats): Print['kind'] {
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'folder';
  return stat.isSymbolicLink() ? 'link' : 'other';
}

function contentOf(path: string, kind: Print['kind']): string {
  if (kind === 'link') return readlinkSync(path);
  return kind === 'file' ? sha256Of(path) : '';
}

function sha256Of(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
