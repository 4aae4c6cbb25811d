import { lstat, mkdir, readlink } from 'node:fs/promises';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { throwIfAborted } from '../abort.ts';
import { entryPath, reasonOf, syncFileSystems } from '../filesystem/index.ts';
import { nameFromBytes, pathForSystem } from '../format/name.ts';
import { type RestorePlan, targetPath } from '../restorer/index.ts';
import { linkOrCopy } from './link-or-copy.ts';
import { type Manifest, writeManifest } from './manifest.ts';

/**
 * Keeps what a restore is about to replace. A restore never writes into a file that is there but puts another in its
 * place, so a second name for it is enough where the device allows one; elsewhere it is copied. Durable when it
 * returns. `no-space` where copies do not fit, else throws as `node:fs` does; nothing was replaced then.
 */
export async function keepReplaced(plan: RestorePlan, folder: string, signal: AbortSignal): Promise<void> {
  try {
    await keepAll(plan, folder, signal);
  } catch (error) {
    const isFull = ['ENOSPC', 'EDQUOT'].includes(reasonOf(error));
    throw isFull ? new LifeboatError('no-space', { path: folder }, { cause: error }) : error;
  }
}

async function keepAll(plan: RestorePlan, folder: string, signal: AbortSignal): Promise<void> {
  await mkdir(pathForSystem(folder), { recursive: true, mode: 0o700 });
  const manifest: Manifest = { replaced: [], made: [] };
  for (const { path, action } of plan.directories) {
    if (action === 'make') manifest.made.push({ path, isFolder: true });
    if (action === 'replace') await keepOne(path, folder, manifest);
  }
  for (const file of plan.files) {
    throwIfAborted(signal);
    if (file.action === 'new') manifest.made.push({ path: targetPath(file), isFolder: false });
    if (file.action === 'replace') await keepOne(targetPath(file), folder, manifest);
  }
  for (const other of plan.others) await keepOne(targetPath(other), folder, manifest);
  await syncFileSystems([folder]);
  await writeManifest(folder, manifest);
}

async function keepOne(path: string, folder: string, manifest: Manifest): Promise<void> {
  const there = await lstat(pathForSystem(path)).catch(() => undefined);
  if (there === undefined) manifest.made.push({ path, isFolder: false });
  else if (there.isSymbolicLink())
    manifest.replaced.push({ path, leadsTo: nameFromBytes(await readlink(pathForSystem(path), { encoding: 'buffer' })) });
  else if (there.isFile()) {
    const kept = String(manifest.replaced.length);
    await linkOrCopy(path, entryPath(folder, kept));
    manifest.replaced.push({ path, kept });
  }
}
