import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/describe-with.ts';
import { setUp, smallSources } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { PageOnTest } from './support/browser.ts';
import { PastDays } from './support/past-days.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedApp } from './support/served-app.ts';

const PATIENCE = 240_000;

describeWith('chromium', 'lost or stolen', () => {
  let scratch: Scratch;
  let app: ServedApp;
  let on: PageOnTest;
  const at = (...names: string[]): string => join(scratch.path, ...names);

  beforeAll(async () => {
    scratch = scratchFolder();
    for (const folder of ['data', 'nas', 'drive']) mkdirSync(at(folder));
    const sources = smallSources(at('data'));
    const days = await PastDays.open(at('profile'), 1);
    const { client } = days;
    await setUp(client);
    for (const source of [sources.database, sources.scans]) await client.sources.put({ source });
    for (const [id, name] of [
      ['nas', 'Office NAS'],
      ['drive', 'Drive in the car'],
    ] as const) {
      await client.destinations.add({ destination: { kind: 'folder', id, name, site: 'on-site', isolation: 'online', path: at(id) } });
    }
    await days.backUp();
    await days.close();
    app = await ServedApp.start({ profile: at('profile') });
    on = await PageOnTest.open(app.link);
  }, PATIENCE);
  afterAll(async () => {
    await on?.close();
    await app?.stop();
    scratch?.remove();
  });

  test(
    'says what was on it and who could read it, and makes a statement',
    async () => {
      const { page } = on;
      await page.goto(`http://127.0.0.1:${app.port}/#/lost`);
      await page.getByRole('radio', { name: 'Drive in the car' }).check();
      await expectSoundScreen(on, 'lost-which');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('heading', { level: 1, name: 'Drive in the car: what is known' }).waitFor();
      await page.getByRole('rowheader', { name: 'Dispensing database' }).waitFor();
      await page.getByText('Everything that Lifeboat wrote there was encrypted').waitFor();
      await page.getByRole('radio', { name: 'Stolen' }).check();
      await page.getByRole('radio', { name: 'Yes, or we are not sure' }).check();
      await page.getByText('treat the data as disclosed').waitFor();
      await expectSoundScreen(on, 'lost-facts');
      await page.getByRole('button', { name: 'Declare it lost' }).click();
      await page.getByRole('heading', { level: 1, name: 'Drive in the car is declared lost' }).waitFor();
      await page.getByText('Make new recovery kits for both holders now.').waitFor();
      await page.getByRole('button', { name: 'Make the statement' }).click();
      const statement = page.getByRole('link', { name: 'Open the statement to print or save it' });
      expect(await statement.getAttribute('href')).toMatch(/^blob:/);
      await expectSoundScreen(on, 'lost-declared');
    },
    PATIENCE,
  );

  test(
    'waits for it no longer, and remembers the loss',
    async () => {
      const { page } = on;
      await page.getByRole('button', { name: 'Lost or stolen' }).click();
      await page.getByRole('radio', { name: 'Office NAS' }).waitFor();
      expect(await page.getByRole('radio', { name: 'Drive in the car' }).count()).toBe(0);
      await page.getByRole('link', { name: 'Look: Drive in the car' }).waitFor();
      await expectSoundScreen(on, 'lost-before');
    },
    PATIENCE,
  );
});
