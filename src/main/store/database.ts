import Database, { type Database as Connection } from 'better-sqlite3';
import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LifeboatError } from '../../shared/errors/index.ts';
import type { Clock } from '../../shared/model/clock.ts';
import { isDamage, withDatabase } from './failures.ts';
import type { Migration } from './migrations/index.ts';

/** How the file was found: whole, new, or damaged and now elsewhere. */
export type OpenedState = { state: 'opened' | 'created' } | { state: 'set-aside'; setAside: string };
export type OpenedDatabase = OpenedState & { db: Connection };

/** `LIFE`: says that a SQLite file is ours. */
const APPLICATION_ID = 0x4c49_4645;
const BACKUPS_KEPT = 3;
/** Another process (a virus scanner, a copy being made) may hold the file for a moment. */
const PATIENCE = 5000;

/**
 * Opens the store's file and brings it to this program's version; before that it is copied beside itself. A file that is
 * damaged is renamed, with the files that belong to it, and a new one begun.
 *
 * Errors: `store-too-new`, and those of the disk.
 */
export function openDatabase(path: string, clock: Clock, migrations: readonly Migration[]): OpenedDatabase {
  return withDatabase(path, () => {
    const found = look(path, migrations.length);
    if (found === 'damaged') return afterSettingAside(path, clock, migrations);
    const db = connect(path);
    try {
      migrate(db, { path, clock, migrations });
    } catch (error) {
      db.close();
      throw error;
    }
    return { db, state: found };
  });
}

function afterSettingAside(path: string, clock: Clock, migrations: readonly Migration[]): OpenedDatabase {
  const setAside = setAsideFile(path, clock);
  const db = connect(path);
  migrate(db, { path, clock, migrations });
  return { db, state: 'set-aside', setAside };
}

/** Looks at the file before anything in it is changed. */
function look(path: string, known: number): 'opened' | 'created' | 'damaged' {
  if (!existsSync(path)) return 'created';
  // SQLite would take it for new; but nobody makes an empty file, so that its content was lost.
  if (statSync(path).size === 0) return 'damaged';
  const db = new Database(path, { timeout: PATIENCE });
  try {
    return judge(db, path, known);
  } catch (error) {
    if (isDamage(error)) return 'damaged';
    throw error;
  } finally {
    db.close();
  }
}

function judge(db: Connection, path: string, known: number): 'opened' | 'created' | 'damaged' {
  const version = versionOf(db);
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (version === 0) return tables === 0 ? 'created' : 'damaged';
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return 'damaged';
  if (version > known) throw new LifeboatError('store-too-new', { path, version, known });
  return db.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'opened' : 'damaged';
}

function connect(path: string): Connection {
  // SQLite gives a new file, and those beside it, the rights of the process; ours is for its owner alone.
  closeSync(openSync(path, 'a', 0o600));
  const db = new Database(path, { timeout: PATIENCE });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('trusted_schema = OFF');
  return db;
}

function versionOf(db: Connection): number {
  return db.pragma('user_version', { simple: true }) as number;
}

interface Migrating {
  path: string;
  clock: Clock;
  migrations: readonly Migration[];
}

function migrate(db: Connection, { path, clock, migrations }: Migrating): void {
  const from = versionOf(db);
  if (from > 0 && from < migrations.length) backUp(db, path, from, clock);
  db.pragma('foreign_keys = OFF');
  for (let version = from; version < migrations.length; version++) db.transaction(() => step(db, migrations, version)).exclusive();
  db.pragma('foreign_keys = ON');
}

function step(db: Connection, migrations: readonly Migration[], version: number): void {
  const migration = migrations[version] as Migration;
  migration.run(db);
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new LifeboatError('internal', { detail: `store: ${migration.name} breaks ${broken.length} references` });
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${version + 1}`);
}

/** Copies the store beside itself as it was at `version`; the last few of these copies stay. */
function backUp(db: Connection, path: string, version: number, clock: Clock): void {
  const copy = freeName(`${path}.v${version}-${stamp(clock)}.backup`);
  try {
    closeSync(openSync(copy, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(copy);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
  const stamps = /-(\d{8}T\d{6}Z(?:-\d+)?)\.backup$/;
  const copies = readdirSync(dirname(path))
    .filter((name) => name.startsWith(`${basename(path)}.v`) && stamps.test(name))
    .sort((a, b) => (stamps.exec(a)?.[1] ?? '').localeCompare(stamps.exec(b)?.[1] ?? ''));
  for (const name of copies.slice(0, -BACKUPS_KEPT)) rmSync(join(dirname(path), name), { force: true });
}

function setAsideFile(path: string, clock: Clock): string {
  const to = freeName(`${path}.damaged-${stamp(clock)}`);
  // The log first: left beside a new database it would be taken for that one's.
  for (const end of ['-wal', '-shm', '-journal', '']) if (existsSync(path + end)) renameSync(path + end, to + end);
  return to;
}

function freeName(path: string): string {
  if (!existsSync(path)) return path;
  const end = /(\.backup)?$/.exec(path)?.[0] ?? '';
  const base = path.slice(0, path.length - end.length);
  let number = 2;
  while (existsSync(`${base}-${number}${end}`)) number++;
  return `${base}-${number}${end}`;
}

function stamp(clock: Clock): string {
  return clock
    .now()
    .toISOString()
    .replace(/[-:]|\.\d+/g, '');
}
