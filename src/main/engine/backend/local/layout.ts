import { join } from 'node:path';
import { pathForSystem } from '../../format/name.ts';
import type { FileType, Handle } from '../backend.ts';
import { assertHandle, FOLDER_TYPES } from '../handle.ts';

/** A folder that packs are spread over: the first two digits of their names. */
const DATA_FOLDER = /^[0-9a-f]{2}$/;
const TEMPORARY = /^(?:config|[0-9a-f]{64})-tmp-/;

/** A path as `node:fs` wants it: a string where that is exact, otherwise bytes. */
export type SystemPath = string | Buffer;

/** Where a file of the repository lives. */
export interface Place {
  /** Path of its folder, as a string without loss. */
  folder: string;
  name: string;
}

/** Where on disk the files of a repository below `root` are: restic's layout. */
export function placeOf(root: string, handle: Handle): Place {
  assertHandle(handle);
  if (handle.type === 'config') return { folder: root, name: handle.name };
  return { folder: folderOf(root, handle.type, handle.name), name: handle.name };
}

function folderOf(root: string, type: FileType, name: string): string {
  return type === 'data' ? join(root, type, name.slice(0, 2)) : join(root, type);
}

/** The path of a place, for `node:fs`. */
export function systemPath({ folder, name }: Place): SystemPath {
  return pathForSystem(join(folder, name));
}

/** Every folder of a new repository below its root, parents first. */
export function repositoryFolders(root: string): string[] {
  const spread = Array.from({ length: 256 }, (_, i) => join(root, 'data', i.toString(16).padStart(2, '0')));
  return [...FOLDER_TYPES.map((type) => join(root, type)), ...spread];
}

/** Whether a folder below `data` is one that packs are spread over. */
export function isDataFolder(name: string): boolean {
  return DATA_FOLDER.test(name);
}

/** A name to write a file under before it gets its own; no listing shows it. */
export function temporaryName(name: string, random: string): string {
  return `${name}-tmp-${random}`;
}

/** Whether an interrupted save, ours or restic's, left a file of this name. */
export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name);
}
