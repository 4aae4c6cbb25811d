import { closeSync, openSync, statSync } from 'node:fs';
import { pathForSystem } from '../format/name.ts';
import { linuxNative } from './native/index.ts';

/** Whether everything written to a file system can be made durable at once, which is far cheaper than file by file. */
export function canSyncFileSystems(): boolean {
  return linuxNative() !== undefined;
}

/** Has the disk begin with what was written to an open file, so that less is left to do when its file system is made durable. */
export function beginWriting(descriptor: number): void {
  linuxNative()?.beginWriting(descriptor);
}

/** Makes everything durable that was written to the file systems these folders lie on. Only where `canSyncFileSystems`. */
export async function syncFileSystems(folders: Iterable<string>): Promise<void> {
  const native = linuxNative();
  const devices = new Set<number>();
  for (const folder of folders) {
    const path = pathForSystem(folder);
    const device = statSync(path, { throwIfNoEntry: false })?.dev;
    if (native === undefined || device === undefined || devices.has(device)) continue;
    devices.add(device);
    const descriptor = openSync(path, 'r');
    try {
      await native.syncFileSystem(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}
