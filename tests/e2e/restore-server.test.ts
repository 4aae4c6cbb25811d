import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sourceSchema } from '../../src/shared/model/source.ts';
import { describeWith } from '../support/describe-with.ts';
import { type PostgresqlServer, startPostgresql } from '../support/postgresql.ts';
import type { CornerPharmacy } from './support/corner-pharmacy.ts';
import type { PastDays } from './support/past-days.ts';
import { fillServer } from './support/sample-pc.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

/** Takes its time for each row, but only where it comes back: what is restored under this name can be stopped on its way. */
const SLOW = 'slow_one';
const SLOW_INDEX = `
  CREATE FUNCTION public.slowly(id int) RETURNS int LANGUAGE sql IMMUTABLE AS
    $$ SELECT pg_sleep(CASE WHEN current_database() = '${SLOW}' THEN 0.5 ELSE 0 END); SELECT id $$;
  CREATE INDEX ON sales (public.slowly(id));`;

describeWith('chromium', 'restoring a database on a server, and one file of a folder', () => {
  let server: PostgresqlServer;
  let at: ServedPharmacy;
  let page: Page;
  const scans = (...names: string[]): string => join(at.pharmacy.scratch.path, 'data', 'scans', ...names);
  const next = async (): Promise<void> => await page.getByRole('button', { name: 'Next', exact: true }).click();

  beforeAll(async () => {
    server = await startPostgresql();
    await fillServer(server);
    await server.run(SLOW_INDEX, 'pos');
    at = await ServedPharmacy.open({ days: 4, work: fourDays });
    ({ page } = at);
  });
  afterAll(async () => {
    await at?.close();
    await server?.stop();
  });

  /** On the third somebody empties most of a table. */
  async function fourDays(past: PastDays, pharmacy: CornerPharmacy): Promise<void> {
    const folder = join(pharmacy.scratch.path, 'data', 'scans', 'November');
    mkdirSync(folder);
    for (const number of [7, 8, 9]) writeFileSync(join(folder, `rx-${number}.tif`), `scan ${number} of November`);
    await past.client.sources.put({
      source: sourceSchema.parse({
        kind: 'postgresql',
        id: 'pos',
        name: 'Point of sale',
        tier: 'standard',
        port: server.port,
        user: server.user,
        database: 'pos',
        questions: [{ name: 'Last sale', sql: 'SELECT max(id) FROM sales' }],
      }),
      credentials: { pos: { password: server.password } },
    });
    const days = [
      'INSERT INTO sales (sold_at) SELECT now() FROM generate_series(1, 10)',
      'INSERT INTO sales (sold_at) SELECT now() FROM generate_series(1, 10)',
      'DELETE FROM sales WHERE id > 40',
      'INSERT INTO sales (sold_at) SELECT now() FROM generate_series(1, 10)',
    ];
    for (const [day, work] of days.entries()) {
      past.goTo(days.length - day);
      await server.run(work, 'pos');
      await past.backUp();
    }
  }

  async function begin(reason: string): Promise<void> {
    await at.go('/');
    await at.go('/restore', 'What happened?');
    await page.getByRole('radio', { name: reason }).check();
    await next();
    await at.heading('Back to when?');
  }

  const rows = async (database: string): Promise<number> => {
    const client = await server.connect(database);
    try {
      return Number((await client.query<{ count: string }>('SELECT count(*) FROM sales')).rows[0]?.count);
    } finally {
      await client.end();
    }
  };
  const databases = async (): Promise<string[]> => {
    const client = await server.connect();
    try {
      return (await client.query<{ datname: string }>('SELECT datname FROM pg_database')).rows.map(({ datname }) => datname);
    } finally {
      await client.end();
    }
  };

  /** A table that went wrong, as a new database beside the live one, up to the plan. */
  async function asNewDatabase(name: string): Promise<void> {
    await begin('Something is wrong since some day');
    await page.getByLabel('Look at').selectOption({ label: 'Point of sale' });
    await page.getByText('The newest restore point before the first fall').waitFor();
    await page.getByText('fell', { exact: true }).first().waitFor();
    await next();
    await at.heading('What?');
    await page.getByRole('radio', { name: 'Point of sale' }).and(page.locator(':checked')).waitFor();
    await next();
    await at.heading('Where to?');
    await page.getByText('What is there now is healthy.').waitFor();
    await page.getByRole('radio', { name: 'As a new database' }).check();
    await page.getByText('Give the new database a name.').waitFor();
    await page.getByLabel('Name of the new database').fill(name);
  }

  test('a table that went wrong on a server is dated, and comes back as a new database', async () => {
    await asNewDatabase('pos_before');
    await expectSoundScreen(at.on, 'restore-where-server');
    await next();
    await at.heading('This is what will happen');
    await page.getByText('as a new database called pos_before').waitFor();
    await expectSoundScreen(at.on, 'restore-plan-server');
    await page.getByRole('button', { name: 'Restore now' }).click();
    await at.heading('It is back');
    await page.getByText('As a new database: pos_before').waitFor();
    await expectSoundScreen(at.on, 'restore-report-server');
    expect(await rows('pos_before')).toBe(270);
    expect(await rows('pos')).toBe(50);
  });

  test('a restore that is stopped says what stands now', async () => {
    await asNewDatabase(SLOW);
    await next();
    await at.heading('This is what will happen');
    await page.getByText(`called ${SLOW}`).waitFor();
    await page.getByRole('button', { name: 'Restore now' }).click();
    await at.heading('Bringing it back');
    await page.getByText('Bringing Point of sale back').first().waitFor();
    await page.getByText('Putting it into its database').waitFor();
    while (!(await databases()).includes(SLOW)) await pause(100);
    await expectSoundScreen(at.on, 'restore-at-work');
    await page.getByRole('button', { name: 'Stop' }).click();
    await at.heading('The restore was stopped');
    await page.getByText('Nothing that was there was replaced.').waitFor();
    await page.getByText('start the restore again').waitFor();
    await expectSoundScreen(at.on, 'restore-stopped');
    expect(await databases()).not.toContain(SLOW);
    expect(await rows('pos')).toBe(50);
  });

  test('one file is found by going through the folders of a moment, and comes back alone', async () => {
    const before = readFileSync(scans('November', 'rx-8.tif'));
    await begin('A file or folder is gone');
    await page.getByText('Suggested').last().waitFor();
    await next();
    await at.heading('What?');
    await page.getByRole('searchbox').fill('nothing is called like this');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('Nothing of that name').waitFor();
    await page.getByRole('button', { name: 'Open November' }).click();
    await page.getByRole('checkbox', { name: 'rx-8.tif' }).check();
    await page.getByText('Chosen: 1').waitFor();
    await expectSoundScreen(at.on, 'restore-browse');
    await page.getByRole('navigation', { name: 'Where you are' }).getByRole('button', { name: 'scans' }).click();
    await page.getByRole('checkbox', { name: 'rx-1.tif' }).waitFor();
    await next();
    await at.heading('Where to?');
    await page.getByRole('radio', { name: 'Into another folder' }).check();
    await page.getByLabel('Folder', { exact: true }).fill(join(at.pharmacy.scratch.path, 'found'));
    await next();
    await at.heading('This is what will happen');
    await page.getByText('1 file or folder of Scans (rx-8.tif)').waitFor();
    await page.getByRole('button', { name: 'Restore now' }).click();
    await at.heading('It is back');
    await page.getByText('1 file written, read back and compared.').waitFor();
    const found = join(at.pharmacy.scratch.path, 'found', 'scans', 'November');
    expect(readFileSync(join(found, 'rx-8.tif'))).toEqual(before);
    expect(existsSync(join(found, 'rx-7.tif'))).toBe(false);
  });

  test('replaces a file in its place or puts it beside, as somebody chooses, and says before what it replaces', async () => {
    writeFileSync(scans('rx-1.tif'), 'somebody wrote over this');
    await begin('A file or folder is gone');
    await page.getByText('Suggested').last().waitFor();
    await next();
    await at.heading('What?');
    await page.getByRole('checkbox', { name: 'rx-1.tif' }).check();
    await next();
    await at.heading('Where to?');
    // Something else is there now: by itself nothing is replaced.
    await page.getByRole('radio', { name: 'Beside it' }).and(page.locator(':checked')).waitFor();
    await page.getByRole('radio', { name: 'Back in its old place' }).check();
    await next();
    await page.getByText('It replaces what is there now.').waitFor();
    await page.getByText('Files: 0 missing now, 1 replaced').waitFor();
    await page.getByText('What it replaces is kept for 30 days.').waitFor();
    await expectSoundScreen(at.on, 'restore-plan-replace');
    await page.getByRole('button', { name: 'Restore now' }).click();
    await at.heading('It is back');
    expect(readFileSync(scans('rx-1.tif'), 'utf8')).toContain('scan 1');
    await page.getByRole('button', { name: 'Undo this restore' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo this restore' }).click();
    await page.getByText('it is what it was before the restore').waitFor();
    expect(readFileSync(scans('rx-1.tif'), 'utf8')).toBe('somebody wrote over this');
  });
});
