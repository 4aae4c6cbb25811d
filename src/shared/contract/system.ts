import { z } from 'zod';
import { listedFolderSchema } from '../model/folder.ts';
import { needs } from './procedure.ts';

/** The PC that the owner process runs on, which need not be where the face is. */
export const systemContract = {
  /**
   * What is in a folder of that PC, for choosing one; the home folder where none is named. Errors: `folder-not-found`,
   * `not-a-folder`, `permission-denied`, `place-unreachable`, and `value-invalid` for a path that is not whole.
   */
  folders: needs('browse-pc')
    .input(z.object({ path: z.string().min(1).optional() }))
    .output(listedFolderSchema),
};
