import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drive, ListDrives } from './drive.ts';
import { listLinuxDrives } from './linux.ts';
import { listWindowsDrives } from './windows.ts';

export type { Drive, ListDrives } from './drive.ts';
export { windowsMarks } from './windows.ts';

/** What is mounted on this machine. On macOS volumes are known by their markers alone. */
export const listDrives: ListDrives = async () => {
  if (process.platform === 'win32') return await listWindowsDrives();
  if (process.platform === 'darwin') return await listMacDrives();
  return await listLinuxDrives();
};

async function listMacDrives(): Promise<Drive[]> {
  const names = await readdir('/Volumes').catch(() => []);
  return names.map((name) => ({ path: join('/Volumes', name), volumeId: undefined, label: name, isRemovable: true }));
}
