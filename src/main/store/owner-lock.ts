import Database, { type Database as Connection } from 'better-sqlite3';
import { closeSync, openSync, truncateSync } from 'node:fs';
import { isBusy, isDamage, withDatabase } from './failures.ts';

/** That this process is the one that owns the profile. */
export interface Ownership {
  release(): void;
}

/**
 * Makes this process the profile's owner, or gives undefined where another one is. The lock is SQLite's on a file of its own:
 * the operating system takes it away with the process, however that ends, and nothing stale stays behind.
 */
export function takeOwnership(profile: { ownerLock: string }): Ownership | undefined {
  return withDatabase(profile.ownerLock, () => take(profile.ownerLock, 'may-empty'));
}

function take(path: string, ifDamaged: 'may-empty' | 'fail'): Ownership | undefined {
  closeSync(openSync(path, 'a', 0o600));
  const db = new Database(path, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return ownership(db);
  } catch (error) {
    db.close();
    if (isBusy(error)) return undefined;
    if (!isDamage(error) || ifDamaged === 'fail') throw error;
    // Something else wrote into it. It holds nothing; emptied, not replaced: another process may hold a lock on this very file.
    truncateSync(path);
    return take(path, 'fail');
  }
}

function ownership(db: Connection): Ownership {
  return {
    release: () => {
      if (!db.open) return;
      db.exec('ROLLBACK');
      db.close();
    },
  };
}
