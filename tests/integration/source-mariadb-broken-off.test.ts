import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { Replaced } from '../../src/main/sources/kind.ts';
import { mariadbKind } from '../../src/main/sources/mariadb/index.ts';
import type { SourceOf } from '../../src/shared/model/source.ts';
import { describeWith } from '../support/describe-with.ts';
import { Line } from '../support/line.ts';
import type { MariadbServer } from '../support/mariadb.ts';
import { DATABASE } from '../support/mariadb-pharmacy.ts';
import { mariadbWorld } from '../support/mariadb-world.ts';
import { inPlace } from '../support/put-back-ways.ts';
import type { Scratch } from '../support/scratch.ts';

describeWith('mariadb', 'a MariaDB database that is being replaced', () => {
  let server: MariadbServer;
  let scratch: Scratch;
  let source: SourceOf<'mariadb'>;

  const world = mariadbWorld();
  const { context, contentOf, eventOf, putInPlace, namesOf, captured } = world;
  /** A line that is gone for good as soon as this is said. */
  const cutAt = async (next: string): Promise<Line> => {
    const line: Line = await Line.to(server.port, (said) => {
      if (said.includes(next)) void line.cut();
      return said.includes(next);
    });
    return line;
  };

  beforeAll(async () => ({ server, scratch, source } = await world.start()));
  afterAll(world.stop);

  it.each([
    ['before the tables moved', 'RENAME TABLE'],
    ['when they had moved and nothing else', `SELECT 'VIEW'`],
  ])('undoes a swap that broke off %s', async (title, next) => {
    const still = await captured(title);
    const changes = [
      'CREATE OR REPLACE TRIGGER noted AFTER INSERT ON prescriptions FOR EACH ROW INSERT INTO audit (what) VALUES (title())',
      `CREATE OR REPLACE FUNCTION title() RETURNS TEXT RETURN '${title}'`,
      'UPDATE prescriptions SET amount = 30 LIMIT 3',
    ];
    await server.run(changes, DATABASE);
    const before = [await contentOf(DATABASE), await eventOf(DATABASE)];
    const line = await cutAt(next);
    const recorded: Replaced[] = [];
    const keepIn = join(scratch.path, title);
    await expect(
      mariadbKind.putBack({ ...source, port: line.port }, still.restored, inPlace(keepIn, recorded), await context(`${title} put`)),
    ).rejects.toThrow();
    await line.cut();
    const [replaced] = recorded;
    expect(replaced).toEqual({ place: DATABASE, kept: expect.stringMatching(/_before_\d{14}$/) as unknown });
    expect(await contentOf(DATABASE).catch((error: unknown) => error)).not.toEqual(before[0]);
    await mariadbKind.undo(source, { place: DATABASE, kept: replaced?.kept ?? '', keepIn }, await context(`${title} undo`));
    expect([await contentOf(DATABASE), await eventOf(DATABASE)]).toEqual(before);
    const databases = await namesOf();
    expect(databases).not.toContain(replaced?.kept);
    // What was filled and never got its place.
    await server.run(databases.filter((name) => /_(restored|undone)_/.test(name)).map((name) => `DROP DATABASE \`${name}\``));
  });

  it.each([
    ['before the tables moved', 'RENAME TABLE'],
    ['when they had moved and nothing else', `SELECT 'VIEW'`],
  ])('undoes again what broke off %s', async (title, next) => {
    const still = await captured(`undo ${title}`);
    await server.run([`CREATE OR REPLACE FUNCTION title() RETURNS TEXT RETURN 'undo ${title}'`], DATABASE);
    const before = [await contentOf(DATABASE), await eventOf(DATABASE)];
    const put = await putInPlace(still.restored, `undo ${title}`);
    const replaced = { place: DATABASE, kept: put.kept ?? '', keepIn: join(scratch.path, `undo ${title}`) };
    const line = await cutAt(next);
    await expect(mariadbKind.undo({ ...source, port: line.port }, replaced, await context(`undo ${title} cut`))).rejects.toThrow();
    await line.cut();
    expect(await contentOf(DATABASE).catch((error: unknown) => error)).not.toEqual(before[0]);
    await mariadbKind.undo(source, replaced, await context(`undo ${title} again`));
    expect([await contentOf(DATABASE), await eventOf(DATABASE)]).toEqual(before);
    const databases = await namesOf();
    expect(databases).not.toContain(put.kept);
    await server.run(databases.filter((name) => /_(restored|undone)_/.test(name)).map((name) => `DROP DATABASE \`${name}\``));
  });

  it.each([
    ['while it fills', 'SET SESSION lock_wait_timeout'],
    ['before the tables move', 'RENAME TABLE'],
    ['when they have moved and nothing else', `SELECT 'VIEW'`],
  ])('takes away what it made when it is aborted %s, and leaves the live database as it was', async (title, next) => {
    const still = await captured(`aborted ${title}`);
    const before = [await contentOf(DATABASE), await eventOf(DATABASE)];
    const databases = await namesOf();
    const aborting = new AbortController();
    const line = await Line.to(server.port, (said) => {
      if (said.includes(next)) aborting.abort();
      return false;
    });
    const put = mariadbKind.putBack(
      { ...source, port: line.port },
      still.restored,
      inPlace(join(scratch.path, `aborted ${title}`)),
      await context(`aborted ${title} put`, aborting.signal),
    );
    await expect(put).rejects.toThrow();
    expect(aborting.signal.aborted).toBe(true);
    await line.cut();
    expect([await contentOf(DATABASE), await eventOf(DATABASE)]).toEqual(before);
    expect(await namesOf()).toEqual(databases);
  });
});
