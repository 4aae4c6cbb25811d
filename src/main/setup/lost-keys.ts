import { z } from 'zod';
import { repositoriesOf, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { SetupNeeds } from './needs.ts';

type Memory = Pick<SetupNeeds, 'store'>;

/** The flag with the keys of lost PCs, by their labels, and the repositories in which none of them is any more. */
const LOST_KEYS = 'lost-keys';
const lostKeysSchema = z.object({ labels: z.array(z.string()), goneFrom: z.array(z.string()) });

function lostKeys({ store }: Memory): z.infer<typeof lostKeysSchema> {
  return lostKeysSchema.parse(JSON.parse(store.notes.flag(LOST_KEYS) ?? '{"labels":[],"goneFrom":[]}'));
}

/** The key with this label must open nothing any more, wherever it is: every repository is to be looked at, again too. */
export function loseKey(memory: Memory, label: string): void {
  const labels = [...new Set([...lostKeys(memory).labels, label])];
  memory.store.notes.setFlag(LOST_KEYS, JSON.stringify({ labels, goneFrom: [] }));
}

/** Labels of keys that a repository may still have although they are lost. */
export function lostKeysAt(memory: Memory, ref: RepositoryRef): readonly string[] {
  const { labels, goneFrom } = lostKeys(memory);
  return goneFrom.includes(repositoryKey(ref)) ? [] : labels;
}

/** None of them is there any more. */
export function lostKeysGone(memory: Memory, ref: RepositoryRef): void {
  const { labels, goneFrom } = lostKeys(memory);
  memory.store.notes.setFlag(LOST_KEYS, JSON.stringify({ labels, goneFrom: [...new Set([...goneFrom, repositoryKey(ref)])] }));
}

/** Repositories that may still have one. */
export function placesWithLostKeys(memory: Memory): RepositoryRef[] {
  return memory.store.destinations
    .list()
    .flatMap(repositoriesOf)
    .filter((ref) => lostKeysAt(memory, ref).length > 0);
}
