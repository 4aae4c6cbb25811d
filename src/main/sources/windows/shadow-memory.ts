import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ID = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;

/** Whether it is an id as Windows writes them: nothing else may become a file's name or be removed. */
export function isShadowId(text: string): boolean {
  return ID.test(text);
}

/** Notes that a shadow copy of ours exists. */
export async function remember(folder: string, id: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, id), '');
}

/** It is removed. */
export async function forget(folder: string, id: string): Promise<void> {
  await rm(join(folder, id), { force: true });
}

/** Those that were noted and not removed. */
export async function remembered(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(isShadowId);
}
