import { extname } from 'node:path';
import { nameFromBytes, nameToBytes } from '../../format/name.ts';
import { windowsFold, windowsName } from './windows-names.ts';

/** What names a system can hold, for one folder after the other. */
export interface NameRules {
  /** The name an entry gets here: its own, or one much like it; undefined where it would not lie directly in its folder. */
  nameFor: (name: string) => string | undefined;
  /** Names that agree in this are the same entry; absent where every name is an entry of its own. */
  fold?: (name: string) => string;
}

/** The rules of an operating system. */
export function nameRules(platform: NodeJS.Platform): NameRules {
  if (platform === 'win32') return { nameFor: (name) => (isSafe(name) ? windowsName(name) : undefined), fold: windowsFold };
  return { nameFor: (name) => (isSafe(name) ? name : undefined) };
}

/** The name an entry gets in a folder with these (folded) names, which it joins; undefined where it can have none. */
export function takeName(name: string, taken: Set<string>, { nameFor, fold }: NameRules): string | undefined {
  const wanted = nameFor(name);
  if (wanted === undefined || fold === undefined) return wanted;
  let free = wanted;
  for (let number = 2; taken.has(fold(free)); number++) free = numbered(wanted, number);
  taken.add(fold(free));
  return free;
}

/** `scan.pdf` as `scan (2).pdf`, as Windows itself calls a copy. */
function numbered(name: string, number: number): string {
  const extension = extname(name);
  return `${name.slice(0, name.length - extension.length)} (${number})${extension}`;
}

/** A name that would name its folder, the one above or something elsewhere, or that has no bytes of its own, is not safe. */
function isSafe(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes('\0')) return false;
  // Stray surrogates turn into the same replacement bytes, so two such names would be one file.
  return name.isWellFormed() || nameFromBytes(nameToBytes(name)) === name;
}
