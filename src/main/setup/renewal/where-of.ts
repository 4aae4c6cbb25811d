import { resolve } from 'node:path';
import type { Destination } from '../../../shared/model/destination.ts';
import { folderOn } from '../../places/index.ts';
import { plainPrefix } from './beside.ts';

/** Where the repository of a destination lies, of a set of disks with the one disk: of two at the same place it is the same text. */
export function whereOf(destination: Destination): string {
  if (destination.kind === 'azure') {
    const { account, endpoint, container, prefix } = destination;
    return [account, endpoint, container, plainPrefix(prefix)].join(' ');
  }
  if (destination.kind !== 'usb-set') return resolve(destination.path);
  return destination.disks.map((disk) => `${disk.marker} ${folderOn(disk)}`).join(' ');
}
