import { type BigIntStats, lstatSync, readdirSync, statSync } from 'node:fs';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { compareNames, nameFromBytes, pathForSystem } from '../format/name.ts';
import { entryNode } from './entry-node.ts';
import type { DirectoryScan, EntryScan } from './metadata.ts';
import { entryPath } from './paths.ts';
import { reasonOf, systemError } from './system-error.ts';

const REPLACEMENT = '\ufffd';
const EXACT = { bigint: true } as const;
const EXACT_IF_THERE = { bigint: true, throwIfNoEntry: false } as const;

/**
 * Lists a directory and looks at every entry, symlinks unfollowed. Throws `source-unreadable` if it cannot be listed;
 * an entry that cannot be looked at, or has vanished since (`ENOENT`), is among the failures.
 */
export function scanDirectory(path: string): DirectoryScan {
  const scan: DirectoryScan = { nodes: [], failures: [], incomplete: [], foreign: [] };
  const { device, names } = readable(path, () => ({ device: deviceOf(path), names: readNames(path) }));
  for (const name of names.sort(compareNames)) addEntry(scan, name, entryPath(path, name), device);
  return scan;
}

/**
 * Looks at a single path and calls it `name`. With `follow`, a symlink is taken for what it leads to.
 * Throws `source-not-found` if there is nothing, `source-unreadable` if it cannot be looked at.
 */
export function scanEntry(path: string, name: string, options: { follow?: boolean } = {}): EntryScan {
  return readable(path, () => {
    const stats = statsOf(path, options.follow ? statSync : lstatSync);
    const { node, incomplete } = entryNode(name, path, stats);
    return { node, ...(incomplete !== undefined && { incomplete }) };
  });
}

function statsOf(path: string, look: typeof statSync): BigIntStats {
  try {
    const stats = look(pathForSystem(path), EXACT_IF_THERE);
    if (stats) return stats;
  } catch (error) {
    // A file stands where the path wants a folder.
    if (reasonOf(error) !== 'ENOTDIR') throw error;
  }
  throw new LifeboatError('source-not-found', { path });
}

function addEntry(scan: DirectoryScan, name: string, path: string, device: bigint): void {
  try {
    const stats = lstatSync(pathForSystem(path), EXACT_IF_THERE);
    if (!stats) {
      scan.failures.push({ name, reason: 'ENOENT' });
      return;
    }
    const { node, incomplete } = entryNode(name, path, stats);
    scan.nodes.push(node);
    if (incomplete !== undefined) scan.incomplete.push({ name, reason: incomplete });
    if (stats.dev !== device) scan.foreign.push(name);
  } catch (error) {
    scan.failures.push({ name, reason: reasonOf(error) });
  }
}

/** Refuses a symlink that has taken the directory's place since it was seen: listing would follow it out of the source. */
function deviceOf(directory: string): bigint {
  const stats = lstatSync(pathForSystem(directory), EXACT);
  if (!stats.isDirectory()) throw systemError('ENOTDIR', 'scandir');
  return stats.dev;
}

/** Reading names as text is quicker; only a replacement character in one says that bytes may have been lost. */
function readNames(path: string): string[] {
  const names = readdirSync(pathForSystem(path), 'utf8');
  if (process.platform === 'win32' || !names.some((name) => name.includes(REPLACEMENT))) return names;
  return readdirSync(pathForSystem(path), 'buffer').map(nameFromBytes);
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof LifeboatError) throw error;
    throw new LifeboatError('source-unreadable', { path, reason: reasonOf(error) }, { cause: error });
  }
}
