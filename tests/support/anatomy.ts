import type { Id } from '../../src/main/engine/format/id.ts';
import type { BlobLocation, ReadingRepository } from '../../src/main/engine/repository/index.ts';

/** What a sound repository is made of, read once: from it follows what any damage reaches. */
export interface Anatomy {
  /** Every blob, pack after pack in their order. */
  blobs: BlobLocation[];
  /** By index file the packs it names. */
  indexes: Map<Id, Id[]>;
  /** By snapshot its folder. */
  snapshots: Map<Id, Folder>;
}

/** A folder of a snapshot, what is in it by name. */
export interface Folder {
  tree: Id;
  entries: Map<string, Folder | readonly Id[]>;
}

/** Blobs, as `type/id`. */
export type Blobs = ReadonlySet<string>;

export async function anatomyOf(repository: ReadingRepository): Promise<Anatomy> {
  await repository.loadIndex();
  const anatomy: Anatomy = { blobs: [...repository.index.entries()], indexes: new Map(), snapshots: new Map() };
  for (const { name } of await repository.list('index')) {
    anatomy.indexes.set(
      name,
      (await repository.loadIndexFile(name)).packs.map(({ id }) => id),
    );
  }
  for (const { name } of await repository.list('snapshots')) {
    anatomy.snapshots.set(name, await folderOf(repository, (await repository.loadSnapshot(name)).tree));
  }
  return anatomy;
}

async function folderOf(repository: ReadingRepository, tree: Id): Promise<Folder> {
  const folder: Folder = { tree, entries: new Map() };
  for (const { name, subtree, content } of (await repository.loadTree(tree)).nodes) {
    folder.entries.set(name, subtree === undefined ? (content ?? []) : await folderOf(repository, subtree));
  }
  return folder;
}

/** What a blob is called in {@link Blobs}. */
export function nameOf({ type, id }: Pick<BlobLocation, 'type' | 'id'>): string {
  return `${type}/${id}`;
}

/** The paths of a folder that are lost with some blobs; a folder whose listing is lost stands for all that was in it. */
export function lostPaths({ tree, entries }: Folder, lost: Blobs, path = ''): string[] {
  if (lost.has(`tree/${tree}`)) return [path === '' ? '/' : path];
  return [...entries].flatMap(([name, entry]) => {
    const below = `${path}/${name}`;
    if ('tree' in entry) return lostPaths(entry, lost, below);
    return entry.some((id) => lost.has(`data/${id}`)) ? [below] : [];
  });
}

/** What a walk from all snapshots meets of what no index names: the trees, and the content of trees that can be read. */
export function missedBy({ snapshots }: Anatomy, unknown: Blobs): string[] {
  const missed = new Set<string>();
  const walk = ({ tree, entries }: Folder): void => {
    if (unknown.has(`tree/${tree}`)) {
      missed.add(`tree-missing ${tree}`);
      return;
    }
    for (const entry of entries.values()) {
      if ('tree' in entry) walk(entry);
      else for (const id of entry) if (unknown.has(`data/${id}`)) missed.add(`blob-missing ${id}`);
    }
  };
  for (const folder of snapshots.values()) walk(folder);
  return [...missed];
}
