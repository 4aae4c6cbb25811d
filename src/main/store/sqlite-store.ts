import type { Database } from 'better-sqlite3';
import { type Destination, destinationSchema } from '../../shared/model/destination.ts';
import { type Settings, settingsSchema } from '../../shared/model/installation.ts';
import { type Person, personSchema } from '../../shared/model/person.ts';
import { type Pharmacy, pharmacySchema } from '../../shared/model/pharmacy.ts';
import { type SetupProgress, setupProgressSchema } from '../../shared/model/setup-progress.ts';
import { type Source, sourceSchema } from '../../shared/model/source.ts';
import { SqliteCollection, SqliteSingle } from './documents.ts';
import { withDatabase } from './failures.ts';
import { SqliteHistory } from './history.ts';
import { SqliteNotes } from './notes.ts';
import { SqlitePoints } from './points.ts';
import type { Collection, Past, Single, Store } from './store.ts';
import { tidy } from './tidy.ts';

/** The store over an open database that has this program's version. */
export class SqliteStore implements Store {
  readonly pharmacy: Single<Pharmacy>;
  readonly settings: Single<Settings>;
  readonly setup: Single<SetupProgress>;
  readonly sources: Collection<Source>;
  readonly destinations: Collection<Destination>;
  readonly people: Collection<Person>;
  readonly history: SqliteHistory;
  readonly points: SqlitePoints;
  readonly notes: SqliteNotes;
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
    this.pharmacy = new SqliteSingle(db, 'pharmacy', pharmacySchema);
    this.settings = new SqliteSingle(db, 'settings', settingsSchema);
    this.setup = new SqliteSingle(db, 'setup', setupProgressSchema);
    this.sources = new SqliteCollection(db, 'sources', sourceSchema);
    this.destinations = new SqliteCollection(db, 'destinations', destinationSchema);
    this.people = new SqliteCollection(db, 'people', personSchema);
    this.history = new SqliteHistory(db);
    this.points = new SqlitePoints(db);
    this.notes = new SqliteNotes(db);
  }

  transaction<T>(work: () => T): T {
    return withDatabase(this.db.name, () => this.db.transaction(work).immediate());
  }

  addPast({ runs, jobs, proofs, ...notes }: Past): void {
    this.transaction(() => {
      this.history.addPast(runs.toReversed(), jobs.toReversed());
      this.points.addPast(proofs.toReversed());
      this.notes.addPast({
        probes: notes.probes.toReversed(),
        custody: notes.custody.toReversed(),
        kitRecords: notes.kitRecords.toReversed(),
        kitTests: notes.kitTests.toReversed(),
        restoreReports: notes.restoreReports.toReversed(),
        flags: notes.flags,
      });
    });
  }

  tidy(now: Date): number {
    return tidy(this.db, now);
  }

  close(): void {
    this.db.close();
  }
}
