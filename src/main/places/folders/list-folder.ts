import { readdir, stat, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { FolderEntry, FolderRoot, ListedFolder } from '../../../shared/model/folder.ts';
import type { ListDrives } from '../drives/index.ts';
import { folderFailure, invalidPath, slowFolder } from './folder-failure.ts';
import { markOf } from './marks.ts';

/** More entries than these nobody looks through; a folder of scans has hundreds of thousands. */
const MOST = 2000;
/** Milliseconds after which a folder that does not answer counts as unreachable. */
const PATIENCE = 10_000;

export interface FolderNeeds {
  listDrives: ListDrives;
  /** Gives up after some milliseconds. */
  within: <T>(milliseconds: number, work: Promise<T>) => Promise<T | undefined>;
  /** Where choosing begins; the account's own folder by default. */
  home?: string;
}

/** What is in a folder of this PC, and where else one could look. Errors: see the contract. */
export async function listFolder({ listDrives, within, home = homedir() }: FolderNeeds, wanted = home): Promise<ListedFolder> {
  if (!isAbsolute(wanted)) throw invalidPath(wanted);
  const path = resolve(wanted);
  const [found, roots] = await Promise.all([within(PATIENCE, entriesOf(path)), within(PATIENCE, rootsOf(listDrives, home))]);
  if (found === undefined) throw slowFolder(path);
  const parent = dirname(path);
  return { path, ...(parent !== path && { parent }), ...found, roots: roots ?? [] };
}

async function entriesOf(path: string): Promise<Pick<ListedFolder, 'entries' | 'isCut'>> {
  try {
    const found = await readdir(path, { withFileTypes: true });
    const isFolder = (entry: (typeof found)[number]): boolean => entry.isDirectory();
    const inOrder = found.toSorted((a, b) => Number(isFolder(b)) - Number(isFolder(a)) || NAMES.compare(a.name, b.name));
    const shown = await Promise.all(inOrder.slice(0, MOST).map(async ({ name }) => await entryOf(path, name)));
    // A link to a folder is known as one only when it was followed.
    const entries = shown.toSorted((a, b) => Number(b.isFolder) - Number(a.isFolder));
    return { entries, isCut: found.length > MOST };
  } catch (error) {
    throw folderFailure(path, error);
  }
}

const NAMES = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** What cannot be read is shown all the same: that it is there is known. */
async function entryOf(folder: string, name: string): Promise<FolderEntry> {
  const path = join(folder, name);
  const found = await stat(path).catch(() => undefined);
  const isFolder = found?.isDirectory() ?? false;
  return {
    name,
    path,
    isFolder,
    ...(found && !isFolder && { bytes: found.size }),
    ...(found && { mtime: found.mtime.toISOString() }),
    ...markOf(folder, name),
  };
}

async function rootsOf(listDrives: ListDrives, home: string): Promise<FolderRoot[]> {
  const drives = await listDrives().catch(() => []);
  const found = drives.map(async ({ path, label, isRemovable }) => ({
    path,
    kind: 'drive' as const,
    label,
    isRemovable,
    ...(await freeOf(path)),
  }));
  return [{ path: home, kind: 'home', isRemovable: false, ...(await freeOf(home)) }, ...(await Promise.all(found))];
}

async function freeOf(path: string): Promise<{ freeBytes?: number }> {
  const found = await statfs(path).catch(() => undefined);
  return found ? { freeBytes: found.bavail * found.bsize } : {};
}
