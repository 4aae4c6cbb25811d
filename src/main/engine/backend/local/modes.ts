import { stat } from 'node:fs/promises';
import type { SystemPath } from './layout.ts';

/** Rights of what a repository is made of. */
export interface Modes {
  file: number;
  folder: number;
}

const OWNER_ONLY: Modes = { file: 0o400, folder: 0o700 };
const WITH_GROUP: Modes = { file: 0o440, folder: 0o750 };
const GROUP_READS = 0o040;

/** Rights for new files, as restic has them: the owner's only, unless the config file shows that a group shares the repository. */
export async function modesOf(config: SystemPath): Promise<Modes> {
  try {
    const { mode } = await stat(config);
    return process.platform !== 'win32' && (mode & GROUP_READS) !== 0 ? WITH_GROUP : OWNER_ONLY;
  } catch {
    return OWNER_ONLY;
  }
}
