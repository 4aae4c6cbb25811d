import { readFile } from 'node:fs/promises';
import { systemError } from '../system-error.ts';

/** The content of a file that was named on the command line; a LifeboatError if it cannot be read. */
export async function readNamedFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw systemError(path, error);
  }
}
