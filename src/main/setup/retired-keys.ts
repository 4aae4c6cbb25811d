import type { SetupNeeds } from './needs.ts';

/** The flag with ids of key files that must go wherever they still are. */
const RETIRED_KEYS = 'retired-keys';

/** These must open nothing any more. */
export function retire({ store }: Pick<SetupNeeds, 'store'>, keyIds: readonly string[]): void {
  store.notes.setFlag(RETIRED_KEYS, JSON.stringify([...new Set([...retiredKeys({ store }), ...keyIds])]));
}

/** Ids of key files that must go wherever they still are. */
export function retiredKeys({ store }: Pick<SetupNeeds, 'store'>): string[] {
  return JSON.parse(store.notes.flag(RETIRED_KEYS) ?? '[]') as string[];
}
