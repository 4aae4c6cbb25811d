import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { describeWith } from '../support/describe-with.ts';
import { dispense, setUp, smallSources } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { PageOnTest } from './support/browser.ts';
import { PastDays } from './support/past-days.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedApp } from './support/served-app.ts';

const PATIENCE = 240_000;

/** Each test goes on where the one before ended. */
describeWith('chromium', 'the restore wizard', () => {
  let scratch: Scratch;
  let app: ServedApp;
  let on: PageOnTest;
  let database: string;
  const at = (...names: string[]): string => join(scratch.path, ...names);

  beforeAll(async () => {
    scratch = scratchFolder();
    for (const folder of ['data', 'nas', 'drive']) mkdirSync(at(folder));
    database = await livePharmacy();
    renameSync(at('drive'), at('drive-at-home'));
    app = await ServedApp.start({ profile: at('profile') });
    on = await PageOnTest.open(app.link);
  }, PATIENCE);
  afterAll(async () => {
    await on?.close();
    await app?.stop();
    scratch?.remove();
  });

  /** Five days: on the second last somebody empties half a table. */
  async function livePharmacy(): Promise<string> {
    const sources = smallSources(at('data'));
    const days = await PastDays.open(at('profile'), 5);
    const { client } = days;
    await setUp(client);
    for (const source of [sources.database, sources.scans]) await client.sources.put({ source });
    for (const [id, name] of [
      ['nas', 'Office NAS'],
      ['drive', 'Drive in the car'],
    ] as const) {
      await client.destinations.add({ destination: { kind: 'folder', id, name, site: 'on-site', isolation: 'online', path: at(id) } });
    }
    for (const ago of [5, 4, 3]) {
      days.goTo(ago);
      dispense(sources.path, 5, new Date(Date.now() - ago * 86_400_000));
      await days.backUp();
    }
    days.goTo(2);
    sql(sources.path, 'DELETE FROM prescriptions WHERE rx > 20');
    await days.backUp();
    days.goTo(1);
    dispense(sources.path, 3, new Date(Date.now() - 86_400_000));
    await days.backUp();
    await days.prove();
    await days.close();
    return sources.path;
  }

  function sql(path: string, statement: string): void {
    const opened = new Database(path);
    opened.exec(statement);
    opened.close();
  }

  function rows(path: string): number {
    const opened = new Database(path, { readonly: true });
    try {
      return (opened.prepare('SELECT count(*) AS rows FROM prescriptions').get() as { rows: number }).rows;
    } finally {
      opened.close();
    }
  }

  async function begin(reason: string): Promise<void> {
    const { page } = on;
    await page.goto(`http://127.0.0.1:${app.port}/#/`);
    await page.goto(`http://127.0.0.1:${app.port}/#/restore`);
    await page.getByRole('radio', { name: reason }).check();
    await page.getByRole('button', { name: 'Next' }).click();
  }

  const next = async (): Promise<void> => await on.page.getByRole('button', { name: 'Next' }).click();
  const heading = async (name: string | RegExp): Promise<void> => await on.page.getByRole('heading', { level: 1, name }).waitFor();

  test('finds a deleted file by its name and brings it back', async () => {
    const { page } = on;
    const file = at('data', 'scans', 'rx-2.tif');
    const before = readFileSync(file);
    rmSync(file);
    await page.goto(`http://127.0.0.1:${app.port}/#/restore`);
    await heading('What happened?');
    await page.getByRole('radio', { name: 'A file or folder is gone' }).waitFor();
    await expectSoundScreen(on, 'restore-happened');
    await begin('A file or folder is gone');
    await heading('Back to when?');
    await page.getByText('· Suggested').waitFor();
    await expectSoundScreen(on, 'restore-when');
    await page.getByRole('button', { name: 'I do not know when' }).click();
    await heading('What?');
    await page.getByRole('searchbox').fill('RX-2');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('1 file or folder found.').waitFor();
    await page.getByRole('checkbox', { name: 'rx-2.tif' }).first().check();
    await page.getByText('Chosen: 1').waitFor();
    await expectSoundScreen(on, 'restore-files');
    await next();
    await heading('Where to?');
    await page.getByText('Nothing is there now, so nothing is replaced.').waitFor();
    await expectSoundScreen(on, 'restore-where-files');
    await page.getByRole('radio', { name: 'Back in its old place' }).isChecked();
    await next();
    await heading('This is what will happen');
    await page.getByText('Files: 1 missing now, 0 replaced, 0 already the same.').waitFor();
    await expectSoundScreen(on, 'restore-plan-files');
    await page.getByRole('button', { name: 'Restore now' }).click();
    await heading('It is back');
    await expectSoundScreen(on, 'restore-report-files');
    expect(readFileSync(file)).toEqual(before);
  }, PATIENCE);
});
