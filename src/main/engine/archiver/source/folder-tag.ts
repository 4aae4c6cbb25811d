import { closeSync, readSync } from 'node:fs';
import { entryPath, openForReading } from '../../filesystem/index.ts';
import { nameToBytes } from '../../format/name.ts';

/** A file whose presence in a folder means that the folder's other entries are left out. */
export interface FolderTag {
  name: string;
  /** What the file must begin with; empty if its presence is enough. */
  header: string;
}

/** The tag of cache folders and its signature, from the Cache Directory Tagging Specification. */
export const CACHE_TAG: FolderTag = { name: 'CACHEDIR.TAG', header: 'Signature: 8a477f597d28d172789f06886806bc55' };

/** The tag a person asks for: `name`, or `name:header`. */
export function parseFolderTag(text: string): FolderTag {
  const colon = text.indexOf(':');
  return colon < 0 ? { name: text, header: '' } : { name: text.slice(0, colon), header: text.slice(colon + 1) };
}

/** Those of `tags` that a folder carries, given the names it holds. A tag that cannot be read does not count. */
export function tagsOf(directory: string, names: ReadonlySet<string>, tags: readonly FolderTag[]): FolderTag[] {
  return tags.filter(({ name, header }) => names.has(name) && beginsWith(entryPath(directory, name), header));
}

function beginsWith(path: string, header: string): boolean {
  if (header === '') return true;
  const wanted = nameToBytes(header);
  const found = Buffer.alloc(wanted.length);
  try {
    const fd = openForReading(path);
    try {
      return readSync(fd, found, 0, found.length, 0) === wanted.length && found.equals(wanted);
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
}
