import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Windows has two kinds of symbolic link. The snapshot does not say which; what it leads to does, if it is there. */
export async function symlinkKind(linkPath: string, linkTarget: string): Promise<'file' | 'dir' | undefined> {
  if (process.platform !== 'win32') return undefined;
  try {
    return (await stat(resolve(dirname(linkPath), linkTarget))).isDirectory() ? 'dir' : 'file';
  } catch {
    return 'file';
  }
}
