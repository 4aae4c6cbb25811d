import { LifeboatError } from '../../../shared/errors/index.ts';
import { isId } from '../format/id.ts';
import type { FileType, Handle } from './backend.ts';

/** The types whose files live in a folder of their own. */
export const FOLDER_TYPES: readonly Exclude<FileType, 'config'>[] = ['data', 'index', 'keys', 'locks', 'snapshots'];

/** The one file that lives at the top. */
export const CONFIG: Handle = { type: 'config', name: 'config' };

/** Refuses a name no repository has: it could lead out of the place. Callers check names they read; this is the last wall. */
export function assertHandle({ type, name }: Handle): void {
  const valid = type === 'config' ? name === 'config' : isId(name);
  if (!valid) throw new LifeboatError('internal', { detail: `no file of a repository: ${type}/${name}` });
}
