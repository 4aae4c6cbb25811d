import { isLifeboatError } from '../../shared/errors/index.ts';
import type { Id } from './format/id.ts';
import type { ExclusiveRepository, ListedType } from './repository/index.ts';

/** Removes a file. False if the place protects it for now: that is what its owner wants, and no failure. */
export async function removeUnlessLocked(repository: Pick<ExclusiveRepository, 'removeFile'>, type: ListedType, id: Id): Promise<boolean> {
  try {
    await repository.removeFile(type, id);
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'locked-until')) return false;
    throw error;
  }
}
