import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/describe-with.ts';
import { PageOnTest } from './support/browser.ts';
import { CornerPharmacy } from './support/corner-pharmacy.ts';
import { PastDays } from './support/past-days.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedApp } from './support/served-app.ts';

const DAY = 24 * 60 * 60 * 1000;

describeWith('chromium', 'Home', () => {
  const pharmacy = new CornerPharmacy();
  let app: ServedApp;
  let on: PageOnTest;
  beforeAll(async () => {
    const past = await PastDays.open(pharmacy.profile, 6);
    await pharmacy.setUp(past.client);
    for (const ago of [6, 4, 3]) {
      past.goTo(ago);
      pharmacy.work(new Date(Date.now() - ago * DAY));
      await past.backUp();
    }
    await past.close();
    app = await ServedApp.start({ profile: pharmacy.profile });
    on = await PageOnTest.open(app.link);
  }, 300_000);
  afterAll(async () => {
    await on.close();
    await app.stop();
    pharmacy.remove();
  });

  test('says at the top how the pharmacy stands, and below what to do next', async () => {
    await on.page.getByRole('heading', { level: 1 }).waitFor();
    await on.page.getByRole('heading', { name: 'What to do next' }).waitFor();
    await on.page.getByRole('heading', { name: 'The last 30 days' }).waitFor();
    await on.page.locator('[data-bar]').first().waitFor();
    await expectSoundScreen(on, 'home');
    expect(await on.page.locator('[data-bar]').count()).toBeGreaterThan(3);
  });
});
