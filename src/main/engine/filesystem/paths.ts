import { sep } from 'node:path';

/** The path of an entry of a directory. Unlike `path.join` it leaves both as they are, `..` and doubled separators too. */
export function entryPath(directory: string, name: string): string {
  return directory.endsWith(sep) ? directory + name : directory + sep + name;
}
