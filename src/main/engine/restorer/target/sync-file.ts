import { open } from 'node:fs/promises';
import { pathForSystem } from '../../format/name.ts';

/** Makes a file's content durable. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(pathForSystem(path), 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
