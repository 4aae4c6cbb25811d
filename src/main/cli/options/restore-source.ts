import { parse, relative, resolve, sep } from 'node:path';

/** The two halves of `SNAPSHOT:/PATH`; the path is undefined if there is none. */
export function splitSnapshotPath(text: string): { snapshot: string; path: string | undefined } {
  const at = text.indexOf(':');
  return at < 0 ? { snapshot: text, path: undefined } : { snapshot: text.slice(0, at), path: text.slice(at + 1) };
}

/**
 * Sources that a restore into `target` would put a copy of themselves into. Bringing a folder back to its own place is
 * no such case, and neither is a whole disk as source, for then every target would be.
 */
export function sourcesAround(target: string, sources: readonly string[], subfolder: string | undefined): string[] {
  if (subfolder !== undefined && relative(resolve(placeOf(subfolder)), target) === '') return [];
  return sources.filter((source) => parse(source).root !== source && isStrictlyInside(target, source));
}

function isStrictlyInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && parse(way).root === '';
}

/** On Windows a snapshot holds `C:\Data` as `/C/Data`. */
function placeOf(path: string): string {
  return process.platform === 'win32' ? path.replace(/^\/([A-Za-z])(?=\/|$)/, '$1:') : path;
}
