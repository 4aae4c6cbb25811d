import { spawnSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import { ENVIRONMENT, TABLES } from '../../src/main/sources/sqlserver/statements.ts';
import type { FaceClient } from '../../src/main/web/index.ts';
import type { Source } from '../../src/shared/model/source.ts';
import { describeWith } from '../support/describe-with.ts';
import { hostInProcess } from '../support/host-in-process.ts';
import { type MariadbServer, startMariadb } from '../support/mariadb.ts';
import { ended, openOwner } from '../support/pharmacy-app.ts';
import { type Answer, TdsServer } from '../support/tds-server.ts';
import { BUILT_PAGE } from './support/app-ahead.ts';
import { PageOnTest } from './support/browser.ts';
import { CornerPharmacy } from './support/corner-pharmacy.ts';
import { expectSoundScreen } from './support/screen-checks.ts';

/** Milliseconds for one kind of source with its looks in every theme, on a slow machine. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describeWith('chromium', 'what is protected, added and changed on the screen', () => {
  const pharmacy = new CornerPharmacy();
  let app: OpenedApp;
  let client: FaceClient;
  let on: PageOnTest;
  let page: Page;
  let sqlServer: TdsServer | undefined;
  const form = () => page.getByRole('dialog');
  const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });
  const box = (name: string) => form().getByRole('textbox', { name, exact: true });
  const stored = async (name: string): Promise<Source | undefined> => (await client.sources.list()).find((source) => source.name === name);

  beforeAll(async () => {
    app = await openOwner(pharmacy.profile, { startHost: hostInProcess(systemClock), pageFolder: BUILT_PAGE });
    client = app.client();
    await pharmacy.setUp(client);
    on = await PageOnTest.open((await app.serve({ port: 0 })).newLink());
    page = on.page;
    await page.evaluate(() => {
      location.hash = '#/settings/what';
    });
    await page.getByRole('heading', { level: 1, name: /What is protected/ }).waitFor();
  });
  afterAll(async () => {
    await on.close();
    await app.close();
    await sqlServer?.close();
    pharmacy.remove();
  });

  const add = async (opener: string, kind: RegExp): Promise<void> => {
    await button(page, opener).click();
    await form().getByRole('radio', { name: kind }).click();
  };
  const tried = async (words: string | RegExp): Promise<void> => {
    await button(form(), 'Test').click();
    await form().getByText(words).waitFor();
  };
  const save = async (): Promise<void> => {
    await button(form(), 'Save').click();
    await form().waitFor({ state: 'detached' });
  };

  test("the pharmacy system's own backup file: the newest is taken, and one that is too old is told", async () => {
    const folder = pharmacy.folder('bak');
    await add('Add a folder or file', /The pharmacy system's own backup file/);
    await box('What do you call it?').fill('Nightly backup');
    await box('Folder of the backup files').fill(folder);
    await box('Names of the files').fill('PMS_*.bak');
    await tried('It does not work yet.');
    writeFileSync(join(folder, 'PMS_1.bak'), 'older');
    const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 3_600_000);
    utimesSync(join(folder, 'PMS_1.bak'), daysAgo(3), daysAgo(3));
    await tried('Check that its own backup still runs.');
    writeFileSync(join(folder, 'PMS_2.bak'), 'a whole backup'.repeat(500));
    await tried('Size: 6.84 KiB.');
    await form().getByText('Check that its own backup still runs.').waitFor({ state: 'detached' });
    await expectSoundScreen(on, 'sources-vendor');
    await save();
    expect(await stored('Nightly backup')).toMatchObject({
      kind: 'vendor-file',
      pattern: 'PMS_*.bak',
      maxAgeHours: 26,
      tier: 'critical',
    });
  });

  (hasOpenssl ? test : test.skip)('a SQL Server database, as far as the edge of its protocol', async () => {
    const share = pharmacy.folder('share');
    sqlServer = new TdsServer(pharmacy.folder('certificate'), (sql) => answerOf(sql, share));
    const port = await sqlServer.listen();
    await add('Add a database', /A Microsoft SQL Server database/);
    await box('What do you call it?').fill('PioneerRx');
    await box('Server').fill('127.0.0.1');
    await box('Port').fill(String(port));
    await box('Name of the database').fill('Rx');
    await box('Account').fill('lifeboat');
    await form().getByLabel('Password').fill('secret-4711');
    await button(form(), 'Save').click();
    await form().getByText('Please fill this in.').first().waitFor();
    await box('Folder for backup files, as the server names it').fill('D:\\Staging');
    await box('The same folder, as this PC names it').fill(share);
    await button(form(), 'Add a number').click();
    await box('Name of the number').fill('Last Rx number');
    await box('Question to the database (SQL that only reads)').fill('SELECT MAX(RxNumber) FROM Rx');
    await tried('Last Rx number: 104290');
    expect(sqlServer.batches.some((sql) => sql.startsWith('BACKUP DATABASE [Rx]'))).toBe(true);
    await expectSoundScreen(on, 'sources-sqlserver');
    await save();
    expect(await stored('PioneerRx')).toMatchObject({ kind: 'sqlserver', port, backupFolder: { onServer: 'D:\\Staging', here: share } });
    expect(JSON.stringify(await client.sources.list())).not.toContain('secret-4711');
    await client.sources.remove({ id: 'pioneerrx' });
  });

  test('a database and its images are captured together; what leaves them is protected on its own again', async () => {
    await button(page, 'Add a group').click();
    await box('What do you call it?').fill('Dispensing with scans');
    await form().getByRole('checkbox', { name: 'Dispensing database' }).click();
    await button(form(), 'Save').click();
    await form().getByText('Choose at least two.').waitFor();
    await form().getByRole('checkbox', { name: 'Scans' }).click();
    await form()
      .getByRole('radio', { name: /^Critical/ })
      .click();
    await tried('dispensing: Last Rx number: 40');
    await form().getByText('scans: 3 files').waitFor();
    await expectSoundScreen(on, 'sources-group');
    await save();
    const group = await stored('Dispensing with scans');
    expect(group?.kind === 'group' && group.members.map(({ id, tier }) => [id, tier])).toEqual([
      ['dispensing', 'critical'],
      ['scans', 'critical'],
    ]);
    expect((await client.sources.list()).map(({ name }) => name)).toEqual(expect.not.arrayContaining(['Scans']));
    await ended(client, (await client.runs.start({ sources: ['dispensing-with-scans'] })).run);
    expect(await client.runs.points({ source: 'dispensing-with-scans' })).not.toHaveLength(0);
    await app.settled();
    for (const [leaves, comes] of [
      ['Scans', 'Nightly backup'],
      ['Nightly backup', 'Scans'],
    ] as const) {
      await button(page, 'Change Dispensing with scans').click();
      for (const name of [leaves, comes]) await form().getByRole('checkbox', { name }).click();
      await save();
      await button(page, `Change ${leaves}`).waitFor();
      expect((await client.sources.list()).map(({ name }) => name).toSorted()).toEqual(['Dispensing with scans', leaves]);
    }
  });

  test('what is kept of it is changed, and what it means is said before it goes', async () => {
    await button(page, 'Change Nightly backup').click();
    await box('A new file comes at least every … hours').fill('50');
    await form()
      .getByRole('radio', { name: /^Important/ })
      .click();
    await save();
    expect(await stored('Nightly backup')).toMatchObject({ maxAgeHours: 50, tier: 'important' });
    await button(page, 'Remove Nightly backup').click();
    await form().getByText('The copies there are stay and can be restored.').waitFor();
    await button(form(), 'Remove').click();
    await button(page, 'Change Nightly backup').waitFor({ state: 'detached' });
    expect(await stored('Nightly backup')).toBeUndefined();
    await page.waitForFunction(() => document.activeElement?.tagName === 'MAIN');
    expect(on.takeProblems()).toEqual([]);
  });

  describeWith('mariadb', 'a MariaDB database', () => {
    let server: MariadbServer;
    beforeAll(async () => {
      server = await startMariadb();
      await server.run(['CREATE DATABASE till']);
      const table = 'CREATE TABLE sales (id INT AUTO_INCREMENT PRIMARY KEY, sold_at DATETIME)';
      await server.run([table, 'INSERT INTO sales (sold_at) SELECT NOW() FROM seq_1_to_120'], 'till');
    });
    afterAll(async () => await server.stop());

    test('is tried with a wrong password and with the right one, kept, and backed up', async () => {
      await add('Add a database', /A MariaDB or MySQL database/);
      await box('What do you call it?').fill('Till');
      await box('Port').fill(String(server.port));
      await box('Name of the database').fill('till');
      await box('Account').fill(server.user);
      await form().getByLabel('Password').fill('not the password');
      await tried('It does not work yet.');
      await form().getByLabel('Password').fill(server.password);
      await tried('120 rows in sales');
      await expectSoundScreen(on, 'sources-mariadb');
      await save();
      await ended(client, (await client.runs.start({ sources: ['till'] })).run);
      expect(await client.runs.points({ source: 'till' })).not.toHaveLength(0);
      await app.settled();
      await button(page, 'Change Till').click();
      expect(await form().getByLabel('Password').inputValue()).toBe('');
      await tried('120 rows in sales');
      await page.keyboard.press('Escape');
      await form().waitFor({ state: 'detached' });
    });
  });

  function answerOf(sql: string, share: string): Answer {
    const backup = /^BACKUP DATABASE .* TO DISK = N'[^']*\\([^'\\]+)'/.exec(sql)?.[1];
    if (backup !== undefined) writeFileSync(join(share, backup), 'TAPE and then the whole database');
    if (sql === ENVIRONMENT) return { rows: [['15.0.2000.5', 'Express Edition (64-bit)', 'SQL_Latin1_General_CP1_CI_AS', 'SIMPLE']] };
    if (sql === TABLES) return { rows: [['dbo', 'Rx', '8192000']] };
    if (sql.includes('MAX(RxNumber)')) return { rows: [['104290']] };
    if (sql.includes('SUM(row_count)')) return { rows: [['1200']] };
    if (sql.includes('state_desc')) return { rows: [['ONLINE']] };
    return { rows: sql.includes('DB_ID') ? [['5']] : [] };
  }
});
