import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { BackupSource, SourceContent, SourceEntry, SourceListing } from './backup-source.ts';

/**
 * Several sources as one snapshot. Folders made up by more than one of them become one folder; the order stays, and
 * streams are opened one after the other in that order, each when the one before has ended, so that a late one may
 * tell what the earlier ones have found. `value-invalid` if two want the same place.
 */
export function createCombinedSource(sources: readonly BackupSource[]): BackupSource {
  const owners = new WeakMap<SourceEntry, BackupSource>();
  const turn = createTurns();
  const own = (entries: readonly SourceEntry[], owner: BackupSource): void => {
    for (const entry of entries) {
      owners.set(entry, owner);
      if (entry.children) own(entry.children, owner);
    }
  };
  const ownerOf = (entry: SourceEntry): BackupSource => {
    const owner = owners.get(entry);
    if (owner === undefined) throw new LifeboatError('internal', { detail: 'an entry of no source' });
    return owner;
  };
  return {
    paths: sources.flatMap(({ paths }) => paths),
    roots: async (signal) => {
      const listings = await Promise.all(sources.map(async (source) => await source.roots(signal)));
      listings.forEach(({ entries }, at) => own(entries, sources[at] as BackupSource));
      return merge(listings);
    },
    list: async (directory, signal) => {
      if (directory.children) return { entries: directory.children, failures: [] };
      const owner = ownerOf(directory);
      const listing = await owner.list(directory, signal);
      own(listing.entries, owner);
      return listing;
    },
    content: (file) => inTurn(ownerOf(file).content(file), turn),
    instead: async (file, reason) => await ownerOf(file).instead?.(file, reason),
  };
}

function merge(listings: readonly SourceListing[]): SourceListing {
  return {
    entries: listings.reduce<SourceEntry[]>((merged, { entries }) => mergeEntries(merged, entries), []),
    failures: listings.flatMap(({ failures }) => failures),
    incomplete: listings.flatMap(({ incomplete = [] }) => incomplete),
  };
}

function mergeEntries(first: readonly SourceEntry[], second: readonly SourceEntry[]): SourceEntry[] {
  const merged = [...first];
  for (const entry of second) {
    const at = merged.findIndex(({ node }) => node.name === entry.node.name);
    const other = merged[at];
    if (other === undefined) merged.push(entry);
    else if (other.children && entry.children) merged[at] = { ...other, children: mergeEntries(other.children, entry.children) };
    else throw new LifeboatError('value-invalid', { name: 'source', value: entry.path, expected: 'a place of its own' });
  }
  return merged;
}

type Turn = () => Promise<() => void>;

/** Hands out turns in the order in which they are asked for. */
function createTurns(): Turn {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    return resolve;
  };
}

function inTurn(content: SourceContent, turn: Turn): SourceContent {
  if (content.kind === 'file') return content;
  return {
    ...content,
    open: async function* (signal) {
      const done = await turn();
      try {
        yield* content.open(signal);
      } finally {
        done();
      }
    },
  };
}
