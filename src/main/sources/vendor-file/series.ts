import { parse } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { SourceOf } from '../../../shared/model/source.ts';
import { type FoundFile, isThere, walkFiles } from '../files/index.ts';
import { dateInName } from './date-in-name.ts';

/** What a vendor's backups look like in their folder. */
export interface Series {
  /** The newest file of the pattern. */
  newest: FoundFile;
  /** Files of the same name with other endings: a backup of several files. */
  companions: FoundFile[];
  /** Older files of the pattern, newest first. */
  earlier: FoundFile[];
}

/** Bytes within which two file times of a disk count as one: FAT keeps every other second. */
const SAME_TIME = 2000;

/** Finds the newest file. `source-not-found`: there is no folder, or no file of the pattern in it. */
export async function findSeries({ folder, pattern }: SourceOf<'vendor-file'>, signal: AbortSignal): Promise<Series> {
  const series = await seekSeries({ folder, pattern }, signal);
  if (series === undefined)
    throw new LifeboatError('source-not-found', { path: parse(folder).base === '' ? folder : `${folder} (${pattern})` });
  return series;
}

/** As {@link findSeries}; undefined if there is nothing. */
export async function seekSeries(
  { folder, pattern }: Pick<SourceOf<'vendor-file'>, 'folder' | 'pattern'>,
  signal: AbortSignal,
): Promise<Series | undefined> {
  if (!(await isThere(folder))) return undefined;
  const names = namePattern(pattern);
  const files: FoundFile[] = [];
  for await (const file of walkFiles(folder, { signal, depth: 0 })) files.push(file);
  const [newest, ...earlier] = files.filter(({ name }) => names.test(name)).toSorted(newestFirst);
  if (newest === undefined) return undefined;
  const stem = parse(newest.name).name;
  const companions = files.filter(({ name }) => name !== newest.name && parse(name).name === stem);
  return { newest, companions, earlier: earlier.filter(({ name }) => parse(name).name !== stem) };
}

/** By the file's time; where those are the same (a whole folder was copied), by the date in the name, then by name. */
function newestFirst(a: FoundFile, b: FoundFile): number {
  if (Math.abs(b.modified - a.modified) > SAME_TIME) return b.modified - a.modified;
  const [left, right] = [dateInName(a.name) ?? '', dateInName(b.name) ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return a.name < b.name ? 1 : -1;
}

/** A pattern with `*` and `?` for whole names, whatever upper and lower case, as Windows reads it. */
export function namePattern(pattern: string): RegExp {
  const text = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${text}$`, 'is');
}
