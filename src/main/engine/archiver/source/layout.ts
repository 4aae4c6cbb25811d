import type { PlatformPath } from 'node:path';
import { plainWindowsPath } from '../../filesystem/index.ts';
import { isSamePlace } from './within.ts';

/** A folder or file of the source at its place in the snapshot. */
export interface Branch {
  /** Its name in the snapshot. */
  name: string;
  /** Where it really is, absolute. */
  path: string;
  /** True for a root: all of it belongs to the snapshot. Others exist only to hold roots and lead to `branches`. */
  isRoot: boolean;
  branches: Branch[];
}

/** How the roots stand in the snapshot. */
export interface Layout {
  branches: Branch[];
  /** Folders whose entries stand at the snapshot's top, absolute. */
  spread: string[];
}

/** One step from the snapshot's top towards a root. */
interface Step {
  name: string;
  path: string;
}

/**
 * Lays roots out as restic does: an absolute path keeps all its folders, a relative one its own without leading `..`; a
 * drive letter becomes a folder; of `.`, `..` and `/` the entries stand at the top. A root inside another adds nothing;
 * two different folders that would meet under one name are told apart by `-1`, `-2` behind it.
 */
export function layOut(targets: readonly string[], cwd: string, system: PlatformPath): Layout {
  const layout: Layout = { branches: [], spread: [] };
  for (const target of targets.map((each) => plainTarget(each, cwd, system))) {
    const steps = stepsTo(target, cwd, system);
    const path = absolutePath(target, cwd, system);
    if (steps.length > 0) insert(layout.branches, steps, system);
    else if (!layout.spread.includes(path)) layout.spread.push(path);
  }
  return layout;
}

/** The absolute paths of the targets as a snapshot records them: sorted, each once. */
export function snapshotPaths(targets: readonly string[], cwd: string, system: PlatformPath): string[] {
  return [...new Set(targets.map((target) => absolutePath(target, cwd, system)))].sort();
}

/** Where the entry of an absolute path stands in a snapshot: `/C/Users` for `C:\\Users`. */
export function placeInSnapshot(path: string, system: PlatformPath): string {
  return `/${stepsTo(path, system.parse(path).root, system)
    .map(({ name }) => name)
    .join('/')}`;
}

function insert(top: Branch[], steps: readonly Step[], system: PlatformPath): void {
  let branches = top;
  for (const [i, step] of steps.entries()) {
    const branch = branchFor(branches, step, system);
    if (branch.isRoot) return;
    if (i === steps.length - 1) Object.assign(branch, { isRoot: true, branches: [] });
    branches = branch.branches;
  }
}

function branchFor(branches: Branch[], { name, path }: Step, system: PlatformPath): Branch {
  const known = branches.find((branch) => isSamePlace(branch.path, path, system));
  if (known) return known;
  const added: Branch = { name: freeName(name, new Set(branches.map((branch) => branch.name))), path, isRoot: false, branches: [] };
  branches.push(added);
  return added;
}

/** `name`, or with the first number behind it that is free among `taken`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let i = 1; taken.has(free); i++) free = `${name}-${i}`;
  return free;
}

/** A target as a plain path; one that depends on the working folder of a drive becomes absolute. */
function plainTarget(target: string, cwd: string, system: PlatformPath): string {
  if (system.sep === '/') return target;
  const plain = plainWindowsPath(target);
  return /^[A-Za-z]:(?![\\/])/.test(plain) ? system.resolve(cwd, plain) : plain;
}

/** A target's absolute path, a drive's letter in upper case. */
function absolutePath(target: string, cwd: string, system: PlatformPath): string {
  const path = system.resolve(cwd, plainTarget(target, cwd, system));
  return system.sep === '/' ? path : path.replace(/^[a-z]:/, (drive) => drive.toUpperCase());
}

function stepsTo(target: string, cwd: string, system: PlatformPath): Step[] {
  const { root } = system.parse(target);
  const absoluteRoot = system.parse(absolutePath(target, cwd, system)).root;
  const volume = root === '' ? [] : volumeSteps(absoluteRoot, system);
  const steps: Step[] = [];
  let path = root === '' ? cwd : absoluteRoot;
  for (const name of system.normalize(target).slice(root.length).split(system.sep)) {
    if (name === '' || name === '.') continue;
    path = system.resolve(path, name);
    if (name !== '..') steps.push({ name, path });
  }
  return [...volume, ...steps];
}

/** The folders that stand for a Windows volume: `C`, or the host and the share of a network folder. POSIX has none. */
function volumeSteps(root: string, system: PlatformPath): Step[] {
  if (system.sep === '/') return [];
  return root
    .split(/[\\/:]+/)
    .filter((name) => name !== '')
    .map((name) => ({ name, path: root }));
}
