import { chmod, lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import { sep } from 'node:path';

/** Something that could not be removed, and the system's short name of why. */
export interface Left {
  path: string;
  reason: string;
}

/**
 * Removes a file or a folder with everything in it, also what is read-only or has a name that is no text; links are
 * removed, never followed, and other file systems mounted inside stay. What could not be removed, empty if all went.
 */
export async function removeTree(path: string): Promise<Left[]> {
  return await removeEntryWhole(Buffer.from(path));
}

/** Empties a folder, but for the entries whose name `isKept`. How many of its entries went whole. */
export async function emptyFolder(
  path: string,
  isKept: (name: string) => boolean = () => false,
): Promise<{ removed: number; left: Left[] }> {
  const left: Left[] = [];
  let removed = 0;
  for (const name of await readdir(path, { encoding: 'buffer' })) {
    if (isKept(name.toString())) continue;
    const stays = await removeEntryWhole(inside(Buffer.from(path), name));
    if (stays.length === 0) removed += 1;
    left.push(...stays);
  }
  return { removed, left };
}

async function removeEntryWhole(path: Buffer): Promise<Left[]> {
  const left: Left[] = [];
  try {
    await removeEntry(path, (await lstat(path)).dev, left);
  } catch (error) {
    note(left, path, error);
  }
  return left;
}

async function removeEntry(path: Buffer, device: number, left: Left[]): Promise<void> {
  try {
    const found = await lstat(path);
    if (found.dev !== device) return void left.push({ path: path.toString(), reason: 'EXDEV' });
    if (!found.isDirectory()) return await removeFile(path);
    // A folder without rights cannot be listed, and nothing can be taken out of it.
    if ((found.mode & 0o700) !== 0o700) await chmod(path, 0o700);
    for (const name of await readdir(path, { encoding: 'buffer' })) await removeEntry(inside(path, name), device, left);
    await rmdir(path);
  } catch (error) {
    note(left, path, error);
  }
}

function inside(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from(sep), name]);
}

async function removeFile(path: Buffer): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (process.platform !== 'win32') throw error;
    // Windows does not remove what is marked read-only.
    await chmod(path, 0o600);
    await unlink(path);
  }
}

function note(left: Left[], path: Buffer, error: unknown): void {
  const { code = 'failed' } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') left.push({ path: path.toString(), reason: code });
}
