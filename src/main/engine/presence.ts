import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { type Backend, CONFIG } from './backend/index.ts';

/** What is only in a repository that was made to its end: key files alone are those of an interrupted init. */
const CONTENT = ['snapshots', 'index', 'data'] as const;

/** Whether files of a repository's content are there. */
export async function holdsData(backend: Backend, signal?: AbortSignal): Promise<boolean> {
  for (const type of CONTENT) {
    for await (const _file of backend.list(type, signal)) return true;
  }
  return false;
}

/** Throws `repository-not-found` where there is none, `config-missing` where only its config is gone. */
export async function assertPresent(backend: Backend, signal: AbortSignal | undefined): Promise<void> {
  try {
    await backend.stat(CONFIG, signal);
  } catch (error) {
    if (!isLifeboatError(error, 'file-not-found')) throw error;
    const code = (await seemsToHoldData(backend, signal)) ? 'config-missing' : 'repository-not-found';
    throw new LifeboatError(code, { location: backend.location }, { cause: error });
  }
}

/** Where not even folders can be listed there is nothing to be seen of a repository. */
async function seemsToHoldData(backend: Backend, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    return await holdsData(backend, signal);
  } catch (error) {
    if (isLifeboatError(error, 'aborted')) throw error;
    return false;
  }
}
