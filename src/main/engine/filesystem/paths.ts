import { sep } from 'node:path';

/** The path of an entry of a directory. Unlike `path.join` it leaves both as they are, `..` and doubled separators too. */
export function entryPath(directory: string, name: string): string {
  return directory.endsWith(sep) ? directory + name : directory + sep + name;
}

/** A path that Windows takes literally, such as `\\?\C:\Data` or `\\?\UNC\server\share`, as people write it; any other as it is. */
export function plainWindowsPath(path: string): string {
  return path.replace(/^[\\/]{2}[?.][\\/](?=[A-Za-z]:[\\/])/, '').replace(/^[\\/]{2}\?[\\/]UNC[\\/]/i, '\\\\');
}
