import { nameFromBytes } from '../format/name.ts';
import type { ExtendedAttribute } from '../format/node.ts';
import { linuxNative, type LinuxNative } from './native/index.ts';
import { reasonOf } from './system-error.ts';

/** Linux allows neither a longer list nor a longer value. */
const MAX_BYTES = 65_536;
const OWN_ATTRIBUTE = /^(user\.|system\.posix_acl_)/;
const list = Buffer.alloc(MAX_BYTES);
const value = Buffer.alloc(MAX_BYTES);

/** What reading the extended attributes of one entry gave; `reason` if some could not be read. */
export interface AttributesRead {
  attributes?: ExtendedAttribute[];
  reason?: string;
}

const NONE: AttributesRead = Object.freeze({});

/** All extended attributes of a path that the caller may read, in the file system's order. Symlinks are not followed. */
export function readAttributes(path: string): AttributesRead {
  const native = linuxNative();
  if (!native) return NONE;
  let length: number;
  try {
    length = native.listAttributes(path, list);
  } catch (error) {
    return hasNone(error) ? NONE : { reason: reasonOf(error) };
  }
  return length === 0 ? NONE : readListed(native, path, namesOf(list.subarray(0, length)));
}

/**
 * Gives a path exactly these extended attributes. Ones that are there beside them are taken away if they are the entry's own
 * (the user's, or an access list inherited from the folder); those the system keeps for itself stay.
 * Returns why some could not be set, or undefined; what only an administrator may set does not count for others.
 */
export function writeAttributes(path: string, wanted: readonly ExtendedAttribute[]): string | undefined {
  const native = linuxNative();
  if (!native) return undefined;
  const current = readAttributes(path);
  const there = new Map(current.attributes?.map((attribute) => [attribute.name, attribute.value]));
  let reason = wanted.length > 0 ? current.reason : undefined;
  const attempt = (name: string, change: () => void): void => {
    try {
      change();
    } catch (error) {
      if (!isForbiddenToUs(name, error)) reason = reasonOf(error);
    }
  };
  for (const { name, value: text } of wanted) {
    if (there.get(name) !== (text ?? '')) attempt(name, () => native.setAttribute(path, name, Buffer.from(text ?? '', 'base64')));
    there.delete(name);
  }
  for (const name of there.keys()) if (OWN_ATTRIBUTE.test(name)) attempt(name, () => native.removeAttribute(path, name));
  return reason;
}

function isForbiddenToUs(name: string, error: unknown): boolean {
  return !name.startsWith('user.') && process.geteuid?.() !== 0 && (reasonOf(error) === 'EPERM' || reasonOf(error) === 'EACCES');
}

function readListed(native: LinuxNative, path: string, names: readonly string[]): AttributesRead {
  const attributes: ExtendedAttribute[] = [];
  let reason: string | undefined;
  for (const name of names) {
    try {
      const length = native.getAttribute(path, name, value);
      attributes.push({ name, value: value.toString('base64', 0, length) });
    } catch (error) {
      if (!hasNone(error)) reason = reasonOf(error);
    }
  }
  return { ...(attributes.length > 0 && { attributes }), ...(reason !== undefined && { reason }) };
}

function namesOf(bytes: Buffer): string[] {
  const names: string[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
    names.push(nameFromBytes(bytes.subarray(start, end)));
    start = end + 1;
  }
  return names;
}

/** The file system keeps none, or the one asked for has just gone. */
function hasNone(error: unknown): boolean {
  const reason = reasonOf(error);
  return reason === 'ENOTSUP' || reason === 'EOPNOTSUPP' || reason === 'ENODATA';
}
