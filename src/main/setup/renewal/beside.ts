import { mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Destination, repositoriesOf, type RepositoryRef } from '../../../shared/model/destination.ts';
import { folderOn } from '../../places/index.ts';
import { makeFolder } from '../make-folder.ts';

/** What a new repository inside a place that nothing can lie beside is called. */
const INSIDE = 'lifeboat';
/** Names that are tried: each may be taken by something else. */
const TRIES = 20;

/** The destination with its repository, or that of the named disk, under the number: `backup-2`, beside `backup`. */
export function numbered(destination: Destination, ref: RepositoryRef, number: number): Destination {
  switch (destination.kind) {
    case 'azure':
      return { ...destination, prefix: withNumber(plainPrefix(destination.prefix) || INSIDE, number) };
    case 'usb-set': {
      const disks = destination.disks.map((disk) =>
        disk.id === ref.disk ? { ...disk, folder: withNumber(folderOn(disk), number) } : disk,
      );
      return { ...destination, disks };
    }
    default:
      return { ...destination, path: beside(destination.path, number) };
  }
}

/** Where a new repository may lie, most fitting first, as seen from where the old one lies; a set of disks has the one disk. */
export async function* placesBeside(old: Destination): AsyncGenerator<Destination> {
  const [ref = { destination: old.id }] = repositoriesOf(old);
  const isInside = hasPath(old) && !(await maySitBeside(old.path));
  for (let number = 2; number < 2 + TRIES; number++) {
    yield hasPath(old) && isInside ? { ...old, path: join(old.path, withNumber(INSIDE, number)) } : numbered(old, ref, number);
  }
}

/** Makes a folder, or says whether nothing of somebody else's is in the one that is there. `permission-denied`, `place-unreachable`. */
export async function isFreeFolder(path: string): Promise<boolean> {
  await makeFolder(path);
  const names = await readdir(path).catch(() => undefined);
  return names !== undefined && (names.length === 0 || names.includes('keys'));
}

/** As the engine reads it: people type a slash before it, or after it. */
export function plainPrefix(prefix: string): string {
  const names = prefix.split('/').filter((name) => name !== '' && name !== '.');
  return names.join('/');
}

/** A folder beside the root of a drive or of a share would lie on another one. */
async function maySitBeside(path: string): Promise<boolean> {
  const above = dirname(path);
  if (above === path) return false;
  try {
    const [here, there] = await Promise.all([stat(path), stat(above)]);
    if (here.dev !== there.dev) return false;
    const trial = `${path}-${process.pid}.lifeboat`;
    await mkdir(trial);
    await rmdir(trial);
    return true;
  } catch {
    return false;
  }
}

function beside(path: string, number: number): string {
  return dirname(path) === path ? join(path, withNumber(INSIDE, number)) : withNumber(path.replace(/[\\/]+$/, ''), number);
}

/** The one after `backup` is `backup-2`, and after that `backup-3`. */
function withNumber(name: string, number: number): string {
  const found = /^(.*)-(\d{1,3})$/.exec(name);
  return found === null ? `${name}-${number}` : `${found[1]}-${Number(found[2]) + number - 1}`;
}

function hasPath(destination: Destination): destination is Extract<Destination, { path: string }> {
  return 'path' in destination;
}
