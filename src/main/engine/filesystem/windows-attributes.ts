import { windowsNative } from './native/index.ts';
import { reasonOf } from './system-error.ts';

/** restic's keys for what only Windows has. */
const CREATION_TIME = 'windows.creation_time';
const FILE_ATTRIBUTES = 'windows.file_attributes';

/** Read-only, hidden, system, archive, temporary, offline, not content-indexed: what SetFileAttributes takes. */
const SETTABLE = 0x3127;
const NORMAL = 0x80;

/** What reading the Windows details of one entry gave; `reason` if they could not be read. */
export interface GenericAttributesRead {
  attributes?: Record<string, unknown>;
  reason?: string;
}

const NONE: GenericAttributesRead = Object.freeze({});

/** A path's Windows attributes and creation time in restic's form; nothing on other systems. */
export function readWindowsAttributes(path: string): GenericAttributesRead {
  const native = windowsNative();
  if (!native) return NONE;
  try {
    const { attributes, creationTime } = native.details(path);
    const created = { LowDateTime: Number(creationTime & 0xffff_ffffn), HighDateTime: Number(creationTime >> 32n) };
    return { attributes: { [CREATION_TIME]: created, [FILE_ATTRIBUTES]: attributes } };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** The creation time (FILETIME) among a node's generic attributes, if it is there and sound. */
export function creationTimeOf(attributes: Record<string, unknown> | undefined): bigint | undefined {
  const value = attributes?.[CREATION_TIME];
  if (typeof value !== 'object' || value === null) return undefined;
  const { LowDateTime: low, HighDateTime: high } = value as Record<string, unknown>;
  return isUint32(low) && isUint32(high) ? (BigInt(high) << 32n) | BigInt(low) : undefined;
}

/** Gives a path the Windows attributes among a node's generic attributes; does nothing where there are none. Returns why it failed, if it did. */
export function writeWindowsAttributes(path: string, attributes: Record<string, unknown> | undefined): string | undefined {
  const native = windowsNative();
  const bits = attributes?.[FILE_ATTRIBUTES];
  if (!native || !isUint32(bits)) return undefined;
  try {
    native.setAttributes(path, bits & SETTABLE || NORMAL);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function isUint32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;
}
