import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/describe-with.ts';
import { AppAhead } from './support/app-ahead.ts';
import { PageOnTest } from './support/browser.ts';
import { CornerPharmacy } from './support/corner-pharmacy.ts';
import { expectSoundScreen } from './support/screen-checks.ts';

describeWith('chromium', 'Home when a place goes away', () => {
  const pharmacy = new CornerPharmacy();
  const path = join(pharmacy.scratch.path, 'nas');
  let app: AppAhead;
  let on: PageOnTest;
  const messages = () => on.page.getByRole('region', { name: 'Open messages' });
  beforeAll(async () => {
    app = await AppAhead.open(pharmacy.profile);
    await pharmacy.setUp(app.client);
    await app.backUp();
    on = await PageOnTest.open(app.link);
  });
  afterAll(async () => {
    await on.close();
    await app.close();
    pharmacy.remove();
  });

  test('a drive that is unplugged shows as a step and as one message, and clears again', async () => {
    await on.page.getByRole('heading', { name: 'What to do next' }).waitFor();
    expect(await messages().count()).toBe(0);
    renameSync(path, `${path}.unplugged`);
    await app.backUp();
    await app.backUp();
    await on.page.getByText('Back-office disk has not taken copies since').first().waitFor();
    // It must hold for a while before anybody is told.
    app.goOn(6);
    await app.backUp();
    await messages().waitFor();
    expect(await messages().getByText('Back-office disk has not taken copies').count()).toBe(1);
    await expectSoundScreen(on, 'home-trouble');
    await messages().getByRole('button', { name: 'I have seen it' }).first().click();
    await messages().getByText(/^Seen/).waitFor();
    renameSync(`${path}.unplugged`, path);
    await app.backUp();
    await on.page.getByText('Back-office disk has not taken copies since').waitFor({ state: 'detached' });
    app.goOn(31);
    await app.backUp();
    const left = (await app.client.status.get()).alerts.filter(({ code }) => code === 'destination-failing');
    expect(left).toEqual([]);
    await messages().getByText('place that took no copies').waitFor({ state: 'detached' });
  });
});
