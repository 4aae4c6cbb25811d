import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DISK_FOLDER } from '../disk-marker.ts';
import type { Drive, ListDrives } from '../drives/index.ts';
import { markOf } from '../folders/marks.ts';

/** A folder that is a repository, by the files that each has. Whose it is only its key tells. */
export interface FoundRepository {
  location: string;
  /** The drive it is on. */
  drive: string;
  label: string | undefined;
  isRemovable: boolean;
  /** When a copy was last added or removed, RFC 3339, as far as the folder tells. */
  changedAt: string | undefined;
}

export interface FindNeeds {
  listDrives: ListDrives;
  /** Gives up after some milliseconds. */
  within: <T>(milliseconds: number, work: Promise<T>) => Promise<T | undefined>;
}

/** Milliseconds that one drive gets: a sleeping disk needs some to begin, a broken one answers never. */
const PATIENCE = 20_000;
/** How deep people keep a repository on a drive: `E:\Backups\pharmacy`. */
const DEPTH = 2;
/** Folders of a drive that are looked into. */
const MOST = 1000;

/** Looks on every drive for folders that are repositories, removable drives first. Nothing is opened. */
export async function findRepositories({ listDrives, within }: FindNeeds): Promise<FoundRepository[]> {
  const drives = (await within(PATIENCE, listDrives())) ?? [];
  const found = await Promise.all(drives.map(async (drive) => (await within(PATIENCE, onDrive(drive))) ?? []));
  const once = new Map(found.flat().map((one) => [one.location, one]));
  return [...once.values()].toSorted((a, b) => Number(b.isRemovable) - Number(a.isRemovable));
}

/** What a disk's repositories are called: the first, and those begun after a key leaked. */
const ON_DISK = /^repository(-\d+)?$/;

/**
 * The repository that a person means by a path: the folder itself, or what Lifeboat keeps on a disk of a set, there the one that was
 * begun last. Undefined: there is none.
 */
export async function repositoryAt(path: string): Promise<string | undefined> {
  return (await repositoriesAt(path))[0];
}

async function repositoriesAt(path: string): Promise<string[]> {
  if (await isRepository(path)) return [path];
  for (const folder of [join(path, DISK_FOLDER), path]) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => ON_DISK.test(name));
    const newestFirst = names.toSorted((a, b) => BY_NUMBER.compare(b, a)).map((name) => join(folder, name));
    const isOne = await Promise.all(newestFirst.map(isRepository));
    const found = newestFirst.filter((_, at) => isOne[at]);
    if (found.length > 0) return found;
  }
  return [];
}

const BY_NUMBER = new Intl.Collator('en', { numeric: true });

async function onDrive({ path, label, isRemovable }: Drive): Promise<FoundRepository[]> {
  const found: FoundRepository[] = [];
  let folders = [path];
  let looked = 0;
  for (let depth = 0; depth <= DEPTH && folders.length > 0 && looked < MOST; depth++) {
    const here = folders.slice(0, MOST - looked);
    looked += here.length;
    const seen = await Promise.all(here.map(async (folder) => ({ folder, locations: await repositoriesAt(folder) })));
    for (const location of seen.flatMap(({ locations }) => locations)) {
      found.push({ location, drive: path, label, isRemovable, changedAt: await changedAt(location) });
    }
    const further = seen.filter(({ locations }) => locations.length === 0).map(async ({ folder }) => await foldersIn(folder));
    folders = (await Promise.all(further)).flat();
  }
  return found;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inside = entries.filter((entry) => entry.isDirectory() && !markOf(folder, entry.name).isSystem);
  return inside.map(({ name }) => join(folder, name));
}

async function isRepository(folder: string): Promise<boolean> {
  const kinds = await Promise.all(
    ['config', 'keys', 'data', 'snapshots'].map(async (name) => await stat(join(folder, name)).catch(() => undefined)),
  );
  return kinds.every((kind, index) => (index === 0 ? kind?.isFile() : kind?.isDirectory()) === true);
}

async function changedAt(location: string): Promise<string | undefined> {
  return (await stat(join(location, 'snapshots')).catch(() => undefined))?.mtime.toISOString();
}
