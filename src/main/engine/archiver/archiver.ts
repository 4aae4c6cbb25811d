import { throwIfAborted } from '../abort.ts';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { WarningCode } from '../../../shared/model/progress.ts';
import { compareNames } from '../format/name.ts';
import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';
import { encodeTree } from '../format/tree.ts';
import type { ReadingRepository, Uploader } from '../repository/index.ts';
import { countBlobs } from './counts.ts';
import { FileSaver } from './file-saver.ts';
import { type ParentEntries, parentEntries } from './parent.ts';
import { type FileSaving, saveFile } from './save-file.ts';
import type { BackupSource, SourceEntry, SourceListing } from './source/backup-source.ts';
import type { Tally } from './tally.ts';

/** The three things the archiver needs of a repository, and what to read. */
export interface ArchiveOptions {
  source: BackupSource;
  uploader: Uploader;
  /** Reads trees of the snapshot before. */
  trees: Pick<ReadingRepository, 'loadTree'>;
  hasBlob: (id: Id) => boolean;
  plainLength: (id: Id) => number | undefined;
  /** Top tree of the snapshot before. */
  parentTree: Id | undefined;
  force: boolean;
  tally: Tally;
  signal?: AbortSignal;
}

/** Directories opened ahead of the walk: hides the wait for listing them and for reading their parents. */
const AHEAD = 4;

/** A directory whose listing and parent are on their way. */
interface OpenDirectory {
  entry: SourceEntry | undefined;
  listing: Promise<SourceListing>;
  before: Promise<ParentEntries>;
  /** Whether it is what was asked for, not something inside it or on the way to it. */
  isRoot: boolean;
}

/** A directory whose entries are on their way into the repository. In an object: a bare promise would be awaited too early. */
interface EnteredDirectory {
  tree: Promise<Id>;
}

export interface Archived {
  /** The top tree. */
  tree: Id;
  /** Whether everything asked for is exactly as in the snapshot before. Folders on the way to it do not count: others write there. */
  isUnchanged: boolean;
}

/** Walks a source and stores all of it. */
export async function archive(options: ArchiveOptions): Promise<Archived> {
  const walk = new Walk(options);
  const top = await walk.enter(walk.openTop());
  walk.saver.flush();
  const tree = await top.tree;
  return { tree, isUnchanged: walk.isUnchanged };
}

class Walk {
  readonly saver: FileSaver;
  isUnchanged = true;
  private readonly options: ArchiveOptions;
  private readonly saving: FileSaving;

  constructor(options: ArchiveOptions) {
    const { source, uploader, tally, hasBlob, plainLength, force, signal } = options;
    this.options = options;
    this.saver = new FileSaver(uploader, signal);
    this.saving = { source, saver: this.saver, tally, hasBlob, plainLength, force };
  }

  openTop(): OpenDirectory {
    const { source, parentTree, signal } = this.options;
    return this.open(undefined, source.roots(signal), parentTree, true);
  }

  /** Hands every entry below a directory to the savers; its tree follows when they are done. */
  async enter(directory: OpenDirectory): Promise<EnteredDirectory> {
    const [listing, before] = await Promise.all([this.listingOf(directory), directory.before]);
    this.report(listing, directory.entry === undefined ? 'source-not-found' : 'vanished');
    if (directory.isRoot && listing.entries.length === 0 && before.size > 0) {
      this.options.tally.warn('source-empty', directory.entry?.path ?? this.options.source.paths[0] ?? '');
    }
    const nodes: Promise<TreeNode | undefined>[] = [];
    const ahead = this.openAhead(directory, listing.entries, before);
    for (const entry of listing.entries) {
      const node = entry.node.type === 'dir' ? await this.enterChild(ahead.next(), before) : await this.saveEntry(entry, before);
      node.result.catch(() => undefined); // Awaited in finish; must not count as unhandled until then.
      nodes.push(node.result);
    }
    const tree = this.finish(nodes, holdsRoots(directory) ? before : undefined, listing.entries);
    tree.catch((error: unknown) => this.saver.fail(error));
    return { tree };
  }

  private open(
    entry: SourceEntry | undefined,
    listing: Promise<SourceListing>,
    beforeTree: Id | undefined,
    isRoot: boolean,
  ): OpenDirectory {
    const before = parentEntries(this.options.trees, beforeTree, this.options.signal);
    listing.catch(() => undefined); // Both are awaited when the walk comes to them.
    before.catch(() => undefined);
    return { entry, listing, before, isRoot };
  }

  /** Opens the directories among `entries` in their order, a few ahead of the one asked for. */
  private openAhead(parent: OpenDirectory, entries: SourceEntry[], before: ParentEntries): { next: () => OpenDirectory } {
    const areRoots = holdsRoots(parent);
    const directories = entries.filter((entry) => entry.node.type === 'dir');
    const opened: OpenDirectory[] = [];
    let at = 0;
    const fill = (): void => {
      while (opened.length < AHEAD && at < directories.length) {
        const entry = directories[at++] as SourceEntry;
        opened.push(this.open(entry, this.list(entry), before.get(entry.node.name)?.subtree, areRoots && !entry.children));
      }
    };
    return {
      next: () => {
        fill();
        return opened.shift() as OpenDirectory;
      },
    };
  }

  private async list(entry: SourceEntry): Promise<SourceListing> {
    if (entry.children) return { entries: entry.children, failures: [] };
    return await this.options.source.list(entry, this.options.signal);
  }

  /** A directory that cannot be listed is kept with nothing in it, and reported. */
  private async listingOf(directory: OpenDirectory): Promise<SourceListing> {
    try {
      return await directory.listing;
    } catch (error) {
      if (!isLifeboatError(error, 'source-unreadable') || directory.entry === undefined) throw error;
      const code = error.data.reason === 'ENOENT' ? 'vanished' : 'unreadable';
      this.options.tally.warn(code, directory.entry.path, error.data.reason);
      return { entries: [], failures: [] };
    }
  }

  private report(listing: SourceListing, missing: WarningCode): void {
    const { tally } = this.options;
    for (const { path, reason } of listing.failures) tally.warn(reason === 'ENOENT' ? missing : 'unreadable', path, reason);
    for (const { path, reason } of listing.incomplete ?? []) tally.warn('metadata-incomplete', path, reason);
  }

  private async saveEntry(entry: SourceEntry, before: ParentEntries): Promise<{ result: Promise<TreeNode | undefined> }> {
    await this.saver.room();
    if (entry.node.type !== 'file') return { result: Promise.resolve(entry.node) };
    return { result: saveFile(this.saving, entry, before.get(entry.node.name)) };
  }

  private async enterChild(directory: OpenDirectory, before: ParentEntries): Promise<{ result: Promise<TreeNode> }> {
    throwIfAborted(this.options.signal);
    const entered = await this.enter(directory);
    return { result: this.directoryNode(directory.entry as SourceEntry, entered.tree, before) };
  }

  private async directoryNode(entry: SourceEntry, tree: Promise<Id>, before: ParentEntries): Promise<TreeNode> {
    const subtree = await tree;
    const { counts } = this.options.tally;
    const previous = before.get(entry.node.name);
    if (previous?.type !== 'dir') counts.dirsNew += 1;
    else if (previous.subtree === subtree) counts.dirsUnmodified += 1;
    else counts.dirsChanged += 1;
    return { ...entry.node, content: null, subtree };
  }

  private async finish(
    entries: Promise<TreeNode | undefined>[],
    rootsBefore: ParentEntries | undefined,
    listed: readonly SourceEntry[],
  ): Promise<Id> {
    const nodes = (await Promise.all(entries)).filter((node) => node !== undefined);
    if (rootsBefore && !areSameRoots(nodes, rootsBefore, listed)) this.isUnchanged = false;
    nodes.sort((a, b) => compareNames(a.name, b.name));
    const saved = await this.options.uploader.saveBlob('tree', encodeTree({ nodes }));
    countBlobs(this.options.tally.counts, 'tree', [saved]);
    return saved.id;
  }
}

/** Whether a directory is the top, or on the way to what was asked for. */
function holdsRoots({ entry }: OpenDirectory): boolean {
  return entry === undefined || entry.children !== undefined;
}

function areSameRoots(nodes: readonly TreeNode[], before: ParentEntries, listed: readonly SourceEntry[]): boolean {
  const onTheWay = new Set(listed.filter((entry) => entry.children).map((entry) => entry.node.name));
  const isSame = (node: TreeNode): boolean => {
    const previous = before.get(node.name);
    return previous !== undefined && encodeTree({ nodes: [node] }).equals(encodeTree({ nodes: [previous] }));
  };
  return nodes.length === before.size && nodes.every((node) => onTheWay.has(node.name) || isSame(node));
}
