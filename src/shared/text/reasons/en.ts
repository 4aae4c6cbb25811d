import type { DamageDetail } from '../../errors/index.ts';
import type { CommonReason } from './reasons.ts';

const REASONS: Readonly<Record<CommonReason, string>> = {
  EACCES: 'access was denied',
  EPERM: 'this account may not do that',
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it is there already',
  ENOTEMPTY: 'the folder is not empty',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is too large for this disk',
  EROFS: 'the disk is write-protected',
  EIO: 'the disk reported a read or write error; it may be failing',
  EBUSY: 'it is in use by another program',
  ETXTBSY: 'it is in use by another program',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  ENOMEM: 'memory ran out',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'its name is too long for this disk',
  EINVAL: 'this disk does not accept such a name or operation',
  ENODEV: 'the device is gone',
  ENXIO: 'the device is gone',
  ENOTSUP: 'this disk does not support it',
  ENOSYS: 'this system does not support it',
  EXDEV: 'it lies on another disk',
  ESTALE: 'the network folder was disconnected',
  ETIMEDOUT: 'the connection timed out',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken off',
  EHOSTUNREACH: 'the other machine cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOTFOUND: 'no machine of this name was found',
  EPIPE: 'the other side stopped reading',
  'damaged-on-its-way': 'the data was damaged on its way',
  'not-a-regular-file': 'it is not a regular file',
  away: 'it is not plugged in',
  unreachable: 'it does not answer or is not there',
};

const DAMAGE: Readonly<Record<DamageDetail, string>> = {
  truncated: 'a part of it is missing',
  'wrong-authentication': 'its seal does not fit its content',
  'wrong-hash': 'its content does not fit its checksum',
  'wrong-length': 'its length is wrong',
  'not-decompressible': 'it cannot be decompressed',
  'not-json': 'it is not in the expected format',
  'wrong-shape': 'it is not in the expected format',
  'too-large': 'it claims to be larger than allowed',
  unsorted: 'its entries are out of order',
  'wrong-encoding': 'it is not in the expected encoding',
};

/** A system's short name of a failure in words; a name that is not known stays as it is. */
export function englishReason(reason: string): string {
  return (REASONS as Readonly<Record<string, string>>)[reason] ?? (DAMAGE as Readonly<Record<string, string>>)[reason] ?? reason;
}

/** What is wrong with damaged bytes, in words. */
export function englishDamage(detail: DamageDetail): string {
  return DAMAGE[detail];
}
