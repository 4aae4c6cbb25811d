import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathForSystem } from '../../format/name.ts';
import { FOLDER_TYPES } from '../handle.ts';

/**
 * Whether a repository can be seen below `root`. The folder alone proves nothing: a pulled disk leaves its empty mount
 * point, and what is missing there must not be taken for removed, nor anything be written there.
 */
export async function isRepositoryPresent(root: string): Promise<boolean> {
  for (const name of ['config', ...FOLDER_TYPES]) {
    if (await exists(join(root, name))) return true;
  }
  return false;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(pathForSystem(path));
    return true;
  } catch {
    return false;
  }
}
