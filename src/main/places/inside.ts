import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';

/** Whether a folder is another one, or lies below it. Both as {@link realPath} gives them. */
export function isInside(folder: string, place: string): boolean {
  const way = relative(place, folder);
  return way === '' || (!/^\.\.([\\/]|$)/.test(way) && !isAbsolute(way));
}

/** Where a path leads, links followed, also if its end does not exist yet. */
export function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPath(parent), basename(absolute));
  }
}
