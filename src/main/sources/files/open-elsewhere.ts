import { readdir, readlink, realpath } from 'node:fs/promises';

/**
 * Whether another process has one of these files open, where the system tells (Linux, for processes this account may
 * look at). Undefined: the system does not tell.
 */
export async function isOpenElsewhere(paths: readonly string[]): Promise<boolean | undefined> {
  if (process.platform !== 'linux') return undefined;
  const wanted = new Set(await Promise.all(paths.map((path) => realpath(path).catch(() => path))));
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  for (const id of processes) if (await hasOpen(`/proc/${id}/fd`, wanted)) return true;
  return false;
}

async function hasOpen(folder: string, wanted: ReadonlySet<string>): Promise<boolean> {
  const descriptors = await readdir(folder).catch(() => []);
  const targets = await Promise.all(descriptors.map((descriptor) => readlink(`${folder}/${descriptor}`).catch(() => '')));
  return targets.some((target) => wanted.has(target));
}
