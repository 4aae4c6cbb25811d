import type { Clock } from '../../shared/model/clock.ts';
import { type OpenedState, openDatabase } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { SqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

/** The store and how its file was found. After `created` on a PC that was set up before, and after `set-aside`, the newest seal fills it again. */
export type OpenedStore = OpenedState & { store: Store };

/** The damaged file that the store took the place of. */
const SET_ASIDE = 'store-set-aside';

/**
 * Opens the app's memory, or begins it. Only the owner process does this. As long as a new store knows no source and no
 * destination, every opening says again how it came to be: the seal that should fill it may have been out of reach.
 *
 * Errors: `store-too-new`; those of the disk.
 *
 * @param path Of the SQLite file; it is made for its owner alone.
 */
export function openStore(path: string, clock: Clock): OpenedStore {
  const { db, ...found } = openDatabase(path, clock, MIGRATIONS);
  try {
    const store = new SqliteStore(db);
    if (found.state === 'set-aside') store.notes.setFlag(SET_ASIDE, found.setAside);
    return { store, ...stateOf(store) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function stateOf(store: Store): OpenedState {
  if (store.sources.list().length > 0 || store.destinations.list().length > 0) return { state: 'opened' };
  const setAside = store.notes.flag(SET_ASIDE);
  return setAside === undefined ? { state: 'created' } : { state: 'set-aside', setAside };
}
