import nodePath from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../../shared/errors/index.ts';
import { type DirectoryScan, type EntryScan, entryPath, scanEntry } from '../../filesystem/index.ts';
import { compareNames } from '../../format/name.ts';
import type { SourceEntry, SourceFailure, SourceListing } from './backup-source.ts';
import { type Branch, freeName, type Layout } from './layout.ts';
import type { Selection } from './selection.ts';
import { isWithin } from './within.ts';

/** Lists a directory; throws `source-unreadable`. */
export type ScanDirectory = (path: string, signal?: AbortSignal) => Promise<DirectoryScan>;

/** A listing that is being put together. */
type Listing = Required<SourceListing>;

/** Walks the folders below the roots and leaves out what is not selected. */
export class DirectoryWalk {
  private readonly selection: Selection;
  private readonly scan: ScanDirectory;
  private readonly boundary: { roots: readonly string[] } | undefined;
  /** Paths of folders where another file system is mounted that is not wanted. */
  private readonly mountPoints = new Set<string>();

  /** `boundary`: to stay on the file systems of these roots. */
  constructor(selection: Selection, scan: ScanDirectory, boundary?: { roots: readonly string[] }) {
    this.selection = selection;
    this.scan = scan;
    this.boundary = boundary;
  }

  /** Throws `no-source` if every root is left out; a root that is an empty folder is none. */
  async roots(layout: Layout, missing: readonly SourceFailure[], signal?: AbortSignal): Promise<SourceListing> {
    const top: Listing = { entries: [], failures: [...missing], incomplete: [] };
    const isOnlyRoot = layout.spread.length + layout.branches.length === 1;
    for (const path of layout.spread) await this.addSpread(top, path, isOnlyRoot, signal);
    const spread = new Set(top.entries.map(({ path }) => path));
    const branches = layout.branches.map((branch) => this.branchEntry(branch, top)).filter((entry) => entry !== undefined);
    addTo(
      top,
      branches.filter(({ path }) => !spread.has(path)),
    );
    if (layout.spread.length === 0 && top.entries.length === 0) throw new LifeboatError('no-source', {});
    top.entries.sort(byName);
    return top;
  }

  async list(directory: SourceEntry, signal?: AbortSignal): Promise<SourceListing> {
    if (directory.children) return { entries: directory.children, failures: [] };
    if (this.mountPoints.has(directory.path)) return { entries: [], failures: [] };
    return this.scanned(directory.path, signal);
  }

  private async scanned(directory: string, signal?: AbortSignal): Promise<Listing> {
    const scan = await this.scan(directory, signal);
    const located = ({ name, reason }: { name: string; reason: string }): SourceFailure => ({ path: entryPath(directory, name), reason });
    const entries = this.selection.filter(directory, scan).map((node) => ({ node, path: entryPath(directory, node.name) }));
    this.noteMountPoints(scan.foreign.map((name) => entryPath(directory, name)));
    const selected = new Set(entries.map(({ node }) => node.name));
    return {
      entries,
      failures: scan.failures.map(located).filter(({ path }) => this.selection.selectsPath(path)),
      incomplete: scan.incomplete.filter(({ name }) => selected.has(name)).map(located),
    };
  }

  /** A mounted file system with a root on it is wanted as much as the root. */
  private noteMountPoints(paths: readonly string[]): void {
    const { roots } = this.boundary ?? {};
    if (!roots) return;
    for (const path of paths) {
      if (!roots.some((root) => isWithin(root, path, nodePath))) this.mountPoints.add(path);
    }
  }

  /** Puts a folder's entries at the top. Of several roots one may be unreadable. */
  private async addSpread(top: Listing, path: string, isOnlyRoot: boolean, signal?: AbortSignal): Promise<void> {
    try {
      const listing = await this.scanned(path, signal);
      addTo(top, listing.entries);
      top.failures.push(...listing.failures);
      top.incomplete.push(...listing.incomplete);
    } catch (error) {
      if (isOnlyRoot || !isLifeboatError(error, 'source-unreadable')) throw error;
      top.failures.push({ path, reason: error.data.reason });
    }
  }

  /** A root, or a folder that holds roots; undefined if it is left out. */
  private branchEntry(branch: Branch, report: Listing): SourceEntry | undefined {
    if (branch.isRoot && this.selection.avoids(branch.path)) {
      report.failures.push({ path: branch.path, reason: 'inside-repository' });
      return undefined;
    }
    const found = lookAt(branch, report);
    if (!found || (branch.isRoot && !this.selection.selects(branch.path, found.node))) return undefined;
    if (branch.isRoot) return { node: found.node, path: branch.path };
    const children = branch.branches.map((inner) => this.branchEntry(inner, report)).filter((entry) => entry !== undefined);
    return children.length === 0 ? undefined : { node: found.node, path: branch.path, children: children.sort(byName) };
  }
}

/** A folder that leads to a root may be a symlink; a root that is one is kept as one. */
function lookAt(branch: Branch, report: Listing): EntryScan | undefined {
  try {
    const scan = scanEntry(branch.path, branch.name, { follow: !branch.isRoot });
    if (scan.incomplete !== undefined) report.incomplete.push({ path: branch.path, reason: scan.incomplete });
    return scan;
  } catch (error) {
    report.failures.push({ path: branch.path, reason: isLifeboatError(error, 'source-unreadable') ? error.data.reason : 'ENOENT' });
    return undefined;
  }
}

/** Adds entries to the top, under another name where one of theirs is taken. */
function addTo(top: Listing, entries: readonly SourceEntry[]): void {
  const taken = new Set(top.entries.map(({ node }) => node.name));
  for (const entry of entries) {
    const name = freeName(entry.node.name, taken);
    taken.add(name);
    top.entries.push(name === entry.node.name ? entry : { ...entry, node: { ...entry.node, name } });
  }
}

function byName(a: SourceEntry, b: SourceEntry): number {
  return compareNames(a.node.name, b.node.name);
}
