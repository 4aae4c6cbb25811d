import type { PlatformPath } from 'node:path';

/** Whether two absolute paths name the same place, as far as the text tells: Windows does not mind upper and lower case. */
export function isSamePlace(a: string, b: string, system: PlatformPath): boolean {
  return a === b || (system.sep === '\\' && a.toLowerCase() === b.toLowerCase());
}

/** Whether an absolute path is a folder or lies inside it. */
export function isWithin(path: string, folder: string, system: PlatformPath): boolean {
  if (isSamePlace(path, folder, system)) return true;
  const prefix = folder.endsWith(system.sep) ? folder : folder + system.sep;
  return path.length > prefix.length && isSamePlace(path.slice(0, prefix.length), prefix, system);
}
