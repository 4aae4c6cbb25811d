import { copyFile, mkdir, open, readdir, readFile, stat, truncate, unlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { createPharmacy, databaseFile, knownFacts } from '../../demo/sample-pharmacy/index.ts';
import type { Capture, PutBackWay, RestoredPart, SourceContext } from '../../src/main/sources/kind.ts';
import { sqliteKind } from '../../src/main/sources/sqlite/index.ts';
import { sqliteSourceSchema, type Question, type SourceOf } from '../../src/shared/model/source.ts';
import { compareWitness, type Witness } from '../../src/shared/model/witness.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { bringOver, sourceContext } from '../support/source-world.ts';
import { sqliteUser, type SqliteHabit, type SqliteUser } from '../support/sqlite-user.ts';
import { inPlace } from '../support/put-back-ways.ts';

const PAGE = 4096;
let scratch: Scratch;
let pharmacy: string;
let live: string;
let context: SourceContext;
const users: SqliteUser[] = [];

beforeEach(async () => {
  scratch = scratchFolder();
  pharmacy = join(scratch.path, 'pharmacy');
  createPharmacy(pharmacy, { size: 2_000_000 });
  live = join(pharmacy, databaseFile);
  context = await sourceContext(scratch.path);
});

afterEach(async () => {
  for (const user of users.splice(0)) await user.kill();
  scratch.remove();
});

async function someone(habit: SqliteHabit, mode?: 'wal' | 'delete', path = live): Promise<SqliteUser> {
  const user = await sqliteUser(path, habit, mode);
  users.push(user);
  return user;
}

function sourceOf(path = live, questions: Question[] = []): SourceOf<'sqlite'> {
  return sqliteSourceSchema.parse({ kind: 'sqlite', id: 'dispensing', name: 'Dispensing', tier: 'critical', path, questions });
}

/** As the engine would: every file read to its end, then the witness, then the release. */
async function backUp(source = sourceOf(), name = 'copy'): Promise<{ restored: RestoredPart; witness: Witness; capture: Capture }> {
  const capture = await sqliteKind.capture(source, context);
  try {
    const restored = await bringOver(capture, join(scratch.path, name));
    return { restored, witness: await capture.witness(), capture };
  } finally {
    await capture.release();
  }
}

const rows = (path: string, table: string): unknown => {
  const db = new Database(path);
  try {
    return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  } finally {
    db.close();
  }
};

const valueOf = (witness: Witness, subject: string): unknown => witness.facts.find((fact) => fact.subject === subject)?.value;

describe('capture', () => {
  it.each(['wal', 'delete'] as const)('gives one state, counted exactly, while another program writes all the time (%s)', async (mode) => {
    const user = await someone('writes', mode);
    for (const round of [1, 2, 3]) {
      const { restored, witness, capture } = await backUp(sourceOf(), `copy-${round}`);
      await user.step();
      expect(capture.isConsistent).toBe(true);
      expect(witness.isExact).toBe(true);
      const opened = await sqliteKind.openForProof(sourceOf(), restored, context);
      expect(opened).toMatchObject({ level: 'opened', damage: [] });
      expect(compareWitness(witness, opened.witness)).toEqual([]);
      await opened.close();
    }
    expect(await user.step()).toMatch(/^\d+$/);
  });

  it.each(['wal', 'delete'] as const)(
    'says what a pharmacist knows, and leaves no file behind in scratch or beside the database (%s)',
    async (mode) => {
      const facts = knownFacts(pharmacy);
      const db = new Database(live);
      db.pragma(`journal_mode = ${mode}`);
      db.close();
      const bytes = await readFile(live);
      const before = await readdir(join(live, '..'));
      const source = sourceOf(live, [
        { name: 'Last Rx number', sql: 'SELECT max(rx_number) FROM prescriptions' },
        { name: 'Last fill', sql: '-- newest\nSELECT max(filled_on) FROM fills' },
      ]);
      const { witness, capture } = await backUp(source);
      expect(valueOf(witness, 'rows:prescriptions')).toBe(facts.prescriptions);
      expect(valueOf(witness, 'newest:fills.filled_on')).toBe(facts.today);
      expect(valueOf(witness, 'question:Last Rx number')).toBe(facts.lastRxNumber);
      expect(valueOf(witness, 'question:Last fill')).toBe(facts.today);
      expect(witness.environment).toMatchObject({ page_size: String(PAGE), user_version: '0' });
      expect(JSON.stringify(witness)).not.toContain('birth');
      expect(capture.warnings).toEqual([]);
      expect(await readdir(context.scratch)).toEqual([]);
      await sqliteKind.look(source, context);
      expect(await readdir(join(live, '..'))).toEqual(before);
      expect((await readFile(live)).equals(bytes)).toBe(true);
    },
  );

  it('keeps the answers of no questions but those for one number or one date', async () => {
    const asked = {
      'a name': 'SELECT name FROM patients LIMIT 1',
      'two values': 'SELECT 1, 2',
      'two rows': 'SELECT rx_number FROM prescriptions LIMIT 2',
      'a change': 'DELETE FROM patients',
      'a change that answers': 'DELETE FROM patients RETURNING id',
      'a change behind a WITH': 'WITH x AS (SELECT 1) DELETE FROM patients',
      'another file': "ATTACH '/tmp/other.db' AS other",
      'two statements': 'SELECT 1; DELETE FROM patients',
      'a setting': 'PRAGMA user_version',
      nonsense: 'SELECT',
    };
    const questions = Object.entries(asked).map(([name, sql]) => ({ name, sql }));
    const { witness, capture } = await backUp(sourceOf(live, questions));
    expect(capture.warnings).toEqual(questions.map(({ name }) => ({ code: 'question-failed', detail: name })));
    expect(witness.facts.filter(({ subject }) => subject.startsWith('question:'))).toEqual([]);
    expect(rows(live, 'patients')).toBe(knownFacts(pharmacy).patients);
  });

  it('takes what was committed when the program that writes was killed, without touching the live files', async () => {
    const user = await someone('half-written', 'delete');
    await user.kill();
    const [bytes, journal] = [await readFile(live), await readFile(`${live}-journal`)];
    const { restored, witness } = await backUp();
    expect(valueOf(witness, 'rows:journal_of_work')).toBe(5);
    const opened = await sqliteKind.openForProof(sourceOf(), restored, context);
    expect(opened.damage).toEqual([]);
    expect((await readFile(live)).equals(bytes)).toBe(true);
    expect((await readFile(`${live}-journal`)).equals(journal)).toBe(true);
  });

  it('refuses what is no database, is encrypted, or is not there', async () => {
    const [empty, noise] = [join(scratch.path, 'empty.db'), join(scratch.path, 'noise.db')];
    await writeFile(empty, '');
    await writeFile(noise, Buffer.from(Array.from({ length: 8192 }, (_, at) => (at * 131 + (at >> 3)) % 256)));
    await expect(sqliteKind.capture(sourceOf(empty), context)).rejects.toMatchObject({ code: 'source-not-a-database' });
    await expect(sqliteKind.capture(sourceOf(noise), context)).rejects.toMatchObject({ code: 'source-not-a-database' });
    await expect(sqliteKind.capture(sourceOf(join(scratch.path, 'away.db')), context)).rejects.toMatchObject({ code: 'source-not-found' });
    await expect(sqliteKind.look(sourceOf(empty), context)).resolves.toMatchObject({ isHealthy: false });
    await expect(sqliteKind.look(sourceOf(join(scratch.path, 'away.db')), context)).resolves.toBeUndefined();
    expect(await readdir(context.scratch)).toEqual([]);
  });

  it('does not take a damaged database for a backup', async () => {
    await damage(live, 20);
    await expect(sqliteKind.capture(sourceOf(), context)).rejects.toMatchObject({ code: 'source-damaged' });
    await expect(sqliteKind.look(sourceOf(), context)).resolves.toMatchObject({ isHealthy: false });
  });

  it('stops when it is aborted', async () => {
    const gone = await sourceContext(scratch.path, { signal: AbortSignal.abort() });
    await expect(sqliteKind.capture(sourceOf(), gone)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(context.scratch)).toEqual([]);
  });
});

describe('proof', () => {
  it('finds a copy that was cut off, and one with pages of something else', async () => {
    const { restored } = await backUp();
    const file = join(restored.folder, 'database.sqlite');
    const torn = { folder: join(scratch.path, 'torn'), paths: [] };
    await mkdir(torn.folder);
    const other = join(torn.folder, 'database.sqlite');
    await copyFile(file, other);
    await truncate(other, Math.floor((await stat(file)).size / 2 / PAGE) * PAGE);
    expect((await sqliteKind.openForProof(sourceOf(), torn, context)).damage).not.toEqual([]);
    await damage(file, 20);
    expect((await sqliteKind.openForProof(sourceOf(), restored, context)).damage).not.toEqual([]);
    await truncate(other, 0);
    await expect(sqliteKind.openForProof(sourceOf(), torn, context)).rejects.toMatchObject({ code: 'source-not-a-database' });
  });

  it('shows that a database was emptied', async () => {
    const { witness } = await backUp();
    const db = new Database(live);
    db.pragma('foreign_keys = OFF');
    db.exec('DELETE FROM fills; DELETE FROM prescriptions');
    db.close();
    const { restored } = await backUp(sourceOf(), 'emptied');
    const opened = await sqliteKind.openForProof(sourceOf(), restored, context);
    const differences = compareWitness(witness, opened.witness);
    expect(differences).toContainEqual({
      subject: 'rows:prescriptions',
      expected: String(valueOf(witness, 'rows:prescriptions')),
      found: '0',
    });
    expect(differences).toContainEqual(expect.objectContaining({ subject: 'newest:fills.filled_on', found: '-' }));
  });

  it('answers a person, one value at a time', async () => {
    const { restored } = await backUp();
    const opened = await sqliteKind.openForProof(sourceOf(), restored, context);
    expect(await opened.ask('SELECT max(rx_number) FROM prescriptions')).toBe(knownFacts(pharmacy).lastRxNumber);
    expect(await opened.ask('SELECT NULL')).toBeUndefined();
    await expect(opened.ask('DROP TABLE fills')).rejects.toMatchObject({ code: 'question-refused' });
  });
});

describe('put back', () => {
  const put = async (restored: RestoredPart, to: PutBackWay) => await sqliteKind.putBack(sourceOf(), restored, to, context);
  const keepIn = (): string => join(scratch.path, 'kept');

  it('replaces the database, keeps what was there, and undoes exactly', async () => {
    const { restored, witness } = await backUp();
    const user = await someone('holds-open');
    await user.kill();
    // Its log has what it wrote, and would be played into whatever takes the database's place.
    expect((await stat(`${live}-wal`)).size).toBeGreaterThan(0);
    const result = await put(restored, inPlace(keepIn()));
    expect(result).toMatchObject({ place: live, kept: join(keepIn(), basename(live)) });
    expect(compareWitness(witness, result.witness)).toEqual([]);
    expect((await readFile(live)).equals(await readFile(join(restored.folder, 'database.sqlite')))).toBe(true);
    expect(rows(result.kept!, 'journal_of_work')).toBe(5);
    await sqliteKind.undo(sourceOf(), { kept: result.kept!, place: live, keepIn: keepIn() }, context);
    expect(rows(live, 'journal_of_work')).toBe(5);
    expect((await readdir(join(live, '..'))).filter((name) => name.startsWith(basename(live)))).toEqual([basename(live)]);
  });

  it('has on record what it replaces before it does, and an undo loses nothing that was written since', async () => {
    const { restored } = await backUp();
    const seen: unknown[] = [];
    const before = await readFile(live);
    const breaksOff: PutBackWay = {
      way: 'in-place',
      keepIn: keepIn(),
      beforeReplacing: async (replaced) => {
        seen.push(replaced, (await readFile(live)).equals(before), rows(replaced.kept, 'prescriptions'));
        throw new Error('the power is out');
      },
    };
    await expect(put(restored, breaksOff)).rejects.toThrow('the power is out');
    const kept = join(keepIn(), basename(live));
    const count = knownFacts(pharmacy).prescriptions;
    expect(seen).toEqual([{ place: live, kept }, true, count]);
    // Nothing was replaced, and the pharmacy went on.
    const database = new Database(live);
    database.exec('CREATE TABLE written_since (at TEXT); INSERT INTO written_since VALUES (1)');
    database.close();
    await sqliteKind.undo(sourceOf(), { kept, place: live, keepIn: keepIn() }, context);
    expect(rows(live, 'prescriptions')).toBe(count);
    const undone = (await readdir(keepIn())).find((name) => name.startsWith('undone'));
    expect(rows(join(keepIn(), undone ?? '', basename(live)), 'written_since')).toBe(1);
  });

  it('keeps a damaged one byte for byte, with what lies beside it', async () => {
    const { restored } = await backUp();
    const files = { '': Buffer.from('no database at all'), '-wal': Buffer.from('a log'), '-journal': Buffer.from('a journal') };
    for (const [side, bytes] of Object.entries(files)) await writeFile(live + side, bytes);
    const { kept } = await put(restored, inPlace(keepIn()));
    expect(rows(live, 'prescriptions')).toBe(knownFacts(pharmacy).prescriptions);
    await sqliteKind.undo(sourceOf(), { kept: kept!, place: live, keepIn: keepIn() }, context);
    for (const [side, bytes] of Object.entries(files)) expect((await readFile(live + side)).equals(bytes)).toBe(true);
  });

  it.each([
    ['holds-open', 'wal'],
    ['holds-open', 'delete'],
    ['locks', 'delete'],
  ] as const)('changes nothing while another program %s the database (%s)', async (habit, mode) => {
    const { restored } = await backUp();
    await someone(habit, mode);
    const before = await readFile(live);
    await expect(put(restored, inPlace(keepIn()))).rejects.toMatchObject({ code: 'source-in-use' });
    expect((await readFile(live)).equals(before)).toBe(true);
    expect((await sqliteKind.look(sourceOf(), { ...context }))?.isInUse ?? true).toBe(true);
  });

  it('puts a copy beside, into a folder, or to another path, and never over anything', async () => {
    const { restored } = await backUp();
    const before = await readFile(live);
    const beside = await put(restored, { way: 'beside' });
    const again = await put(restored, { way: 'beside' });
    expect(basename(beside.place)).toMatch(/ \(restored \d{4}-\d\d-\d\d \d\d\.\d\d\)\./);
    expect(again.place).not.toBe(beside.place);
    const folder = await put(restored, { way: 'folder', path: join(scratch.path, 'new folder') });
    expect(folder.place).toBe(join(scratch.path, 'new folder', basename(live)));
    const other = join(scratch.path, 'other.db');
    expect((await put(restored, { way: 'new-database', name: other })).place).toBe(other);
    await expect(put(restored, { way: 'new-database', name: other })).rejects.toMatchObject({ code: 'database-exists' });
    expect((await readFile(live)).equals(before)).toBe(true);
  });

  it('puts nothing damaged to work', async () => {
    const { restored } = await backUp();
    await damage(join(restored.folder, 'database.sqlite'), 20);
    const before = await readFile(live);
    await expect(put(restored, inPlace(keepIn()))).rejects.toMatchObject({ code: 'source-damaged' });
    expect((await readFile(live)).equals(before)).toBe(true);
  });

  it('makes the database anew where it is gone', async () => {
    const { restored } = await backUp();
    await unlink(live);
    const result = await put(restored, inPlace(keepIn()));
    expect(result.kept).toBeUndefined();
    expect(rows(live, 'prescriptions')).toBe(knownFacts(pharmacy).prescriptions);
  });
});

/** Overwrites some pages in the middle with others of the same file. */
async function damage(path: string, pages: number): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const middle = Math.floor((await handle.stat()).size / PAGE / 2) * PAGE;
    await handle.write(Buffer.alloc(pages * PAGE, 0x5a), 0, pages * PAGE, middle);
  } finally {
    await handle.close();
  }
}
