import { nameFromBytes, nameToBytes } from '../../format/name.ts';
import { isWindowsName, windowsFold } from './windows-names.ts';

/** What names a system can hold, for one folder after the other. */
export interface NameRules {
  /** Whether an entry of this name can be made, and lies directly in its folder. */
  isSafe(name: string): boolean;
  /** Names that agree in this are the same entry; absent where every name is an entry of its own. */
  fold?: (name: string) => string;
}

/** The rules of an operating system. */
export function nameRules(platform: NodeJS.Platform): NameRules {
  if (platform === 'win32') return { isSafe: (name) => isSafeAnywhere(name) && isWindowsName(name), fold: windowsFold };
  return { isSafe: isSafeAnywhere };
}

/** A name that would name its folder, the one above or something elsewhere, or that has no bytes of its own, is not safe. */
function isSafeAnywhere(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes('\0')) return false;
  // Stray surrogates turn into the same replacement bytes, so two such names would be one file.
  return name.isWellFormed() || nameFromBytes(nameToBytes(name)) === name;
}
