import { glob } from 'node:fs/promises';
import { nameFromBytes } from '../../engine/index.ts';
import { readNamedFile } from './named-file.ts';

/** Files that name what to back up, by how they are read. */
export interface PathLists {
  filesFrom?: string[];
  filesFromVerbatim?: string[];
  filesFromRaw?: string[];
}

/** Paths out of files that list them. */
export async function readPathLists(lists: PathLists): Promise<string[]> {
  const paths: string[] = [];
  for (const file of lists.filesFrom ?? []) paths.push(...(await expand(linesOf(await readNamedFile(file)))));
  for (const file of lists.filesFromVerbatim ?? []) paths.push(...verbatimLines(await readNamedFile(file)));
  for (const file of lists.filesFromRaw ?? []) paths.push(...rawNames(await readNamedFile(file)));
  return paths;
}

/** Lines without the spaces around them; empty ones and those that begin with # are notes. */
export function linesOf(content: Buffer): string[] {
  return verbatimLines(content)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Lines as they stand. */
export function verbatimLines(content: Buffer): string[] {
  return nameFromBytes(content)
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

/** Names that a zero byte ends. */
export function rawNames(content: Buffer): string[] {
  return nameFromBytes(content)
    .split('\0')
    .filter((name) => name !== '');
}

/** A pattern that fits nothing stays as it is, so that backup names it as missing. */
async function expand(patterns: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const pattern of patterns) {
    const found = /[*?[]/.test(pattern) ? (await Array.fromAsync(glob(pattern))).sort() : [];
    paths.push(...(found.length === 0 ? [pattern] : found));
  }
  return paths;
}
