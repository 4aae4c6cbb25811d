import { isId } from '../../format/id.ts';
import type { FileType, Handle } from '../backend.ts';
import { assertHandle } from '../handle.ts';

/** restic's layout in a container: the names a folder would have, packs spread over folders of two digits. */
export class BlobNames {
  readonly #top: string;

  /** `prefix` has no slash at either end and may be empty. */
  constructor(prefix: string) {
    this.#top = prefix === '' ? '' : `${prefix}/`;
  }

  of(handle: Handle): string {
    assertHandle(handle);
    const { type, name } = handle;
    if (type === 'config') return `${this.#top}config`;
    return `${this.folderOf(type)}${type === 'data' ? `${name.slice(0, 2)}/` : ''}${name}`;
  }

  /** What the names of all files of a type begin with. */
  folderOf(type: Exclude<FileType, 'config'>): string {
    return `${this.#top}${type}/`;
  }

  /** The file's name in a blob's name from that folder; undefined for what no repository has there. */
  fileIn(type: Exclude<FileType, 'config'>, blobName: string): string | undefined {
    const rest = blobName.slice(this.folderOf(type).length);
    const name = type === 'data' ? rest.slice(3) : rest;
    if (!isId(name)) return undefined;
    return type !== 'data' || rest.startsWith(`${name.slice(0, 2)}/`) ? name : undefined;
  }
}
