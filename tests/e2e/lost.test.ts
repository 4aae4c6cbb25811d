import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/describe-with.ts';
import type { PageOnTest } from './support/browser.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

describeWith('chromium', 'lost or stolen', () => {
  let at: ServedPharmacy;
  let on: PageOnTest;
  beforeAll(async () => {
    at = await ServedPharmacy.open({ days: 1, work: async (past) => await past.backUp() });
    ({ on } = at);
  });
  afterAll(async () => await at?.close());

  test('says what was on it and who could read it, and makes a statement', async () => {
    const { page } = on;
    await at.go('/lost');
    await page.getByRole('radio', { name: 'Back-office disk' }).check();
    await expectSoundScreen(on, 'lost-which');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { level: 1, name: 'Back-office disk: what is known' }).waitFor();
    await page.getByRole('rowheader', { name: 'Dispensing database' }).waitFor();
    await page.getByText('Everything that Lifeboat wrote there was encrypted').waitFor();
    await page.getByRole('radio', { name: 'Stolen' }).check();
    await page.getByRole('radio', { name: 'Yes, or we are not sure' }).check();
    await page.getByText('treat the data as disclosed').waitFor();
    await expectSoundScreen(on, 'lost-facts');
    await page.getByRole('button', { name: 'Declare it lost' }).click();
    await page.getByRole('heading', { level: 1, name: 'Back-office disk is declared lost' }).waitFor();
    await page.getByText('Make new recovery kits for both holders now.').waitFor();
    await page.getByRole('button', { name: 'Make the statement' }).click();
    const statement = page.getByRole('link', { name: 'Open the statement to print or save it' });
    expect(await statement.getAttribute('href')).toMatch(/^blob:/);
    await expectSoundScreen(on, 'lost-declared');
  });

  test('waits for it no longer, and remembers the loss', async () => {
    const { page } = on;
    await page.getByRole('button', { name: 'Lost or stolen' }).click();
    await page.getByRole('radio', { name: 'Bank vault' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Back-office disk' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Look: Back-office disk' }).waitFor();
    await expectSoundScreen(on, 'lost-before');
  });
});
