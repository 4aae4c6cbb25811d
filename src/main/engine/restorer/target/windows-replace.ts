import { chmod } from 'node:fs/promises';
import { pathForSystem } from '../../format/name.ts';

const WRITABLE = 0o666;

/** Windows refuses to rename over a read-only file. Takes that mark away; false if there is nothing more to try. */
export async function allowReplacing(path: string): Promise<boolean> {
  if (process.platform !== 'win32') return false;
  await chmod(pathForSystem(path), WRITABLE);
  return true;
}
