import { rm, rmdir, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { entryPath, syncFileSystems } from '../filesystem/index.ts';
import { pathForSystem } from '../format/name.ts';
import { makeInPlace, temporaryPath } from '../restorer/index.ts';
import { linkOrCopy } from './link-or-copy.ts';
import { readManifest } from './manifest.ts';

/**
 * Undoes a restore: what it replaced is back, what it made is gone, folders only if nothing else lies in them now.
 * What was kept stays where it is, so that this may be repeated. `value-invalid` if nothing was kept in `folder`.
 */
export async function putBack(folder: string): Promise<{ putBack: number; removed: number }> {
  const { replaced, made } = await readManifest(folder);
  for (const { path, kept, leadsTo } of replaced) {
    await makeInPlace(temporaryPath(dirname(path)), path, async (temporary) => {
      if (leadsTo !== undefined) await symlink(pathForSystem(leadsTo), pathForSystem(temporary));
      else await linkOrCopy(entryPath(folder, kept ?? ''), temporary);
    });
  }
  let removed = 0;
  for (const { path, isFolder } of made.toReversed()) removed += await removeMade(path, isFolder);
  await syncFileSystems([...new Set(replaced.map(({ path }) => dirname(path)))]);
  return { putBack: replaced.length, removed };
}

async function removeMade(path: string, isFolder: boolean): Promise<number> {
  try {
    await (isFolder ? rmdir(pathForSystem(path)) : rm(pathForSystem(path)));
    return 1;
  } catch {
    return 0; // Gone already, or somebody put something of theirs into the folder.
  }
}
