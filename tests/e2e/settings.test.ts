import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ConnectedFace } from '../../src/main/web/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { PageOnTest } from './support/browser.ts';
import { CornerPharmacy } from './support/corner-pharmacy.ts';
import { faceOf } from './support/face-of.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedApp } from './support/served-app.ts';

describeWith('chromium', 'Settings', () => {
  const pharmacy = new CornerPharmacy();
  let app: ServedApp;
  let face: ConnectedFace;
  let on: PageOnTest;
  const go = async (address: string, heading: string | RegExp): Promise<void> => {
    await on.page.goto(`http://127.0.0.1:${app.port}/#${address}`);
    await on.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  beforeAll(async () => {
    app = await ServedApp.start({ profile: pharmacy.profile });
    face = await faceOf(pharmacy.profile);
    await pharmacy.setUp(face.client);
    on = await PageOnTest.open(app.link);
  }, 240_000);
  afterAll(async () => {
    await on.close();
    face.close();
    await app.stop();
    pharmacy.remove();
  });

  test('what is protected can be tried out and set aside', async () => {
    await go('/settings/what', /What is protected/);
    await on.page.getByRole('button', { name: 'Test Dispensing database' }).click();
    await on.page.getByText(/Last Rx number: 40/).waitFor({ timeout: 60_000 });
    await expectSoundScreen(on, 'settings-what');
    await on.page.getByRole('button', { name: 'Remove Scans' }).click();
    await on.page.getByText('The copies there are stay and can be restored.').waitFor();
    await on.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await on.page.getByRole('button', { name: 'Remove Scans' }).waitFor({ state: 'detached' });
    expect((await face.client.sources.list()).map(({ id }) => id)).toEqual(['dispensing']);
  }, 240_000);

  test('places say how they are, and are tried again', async () => {
    await go('/settings/where', /Where copies go/);
    const card = on.page.getByRole('article', { name: 'Bank vault' });
    await card.getByText('connected').waitFor();
    await card.getByRole('button', { name: 'Try it again' }).click();
    await card.getByText('Could someone on this PC destroy this copy?').waitFor({ timeout: 60_000 });
    await expectSoundScreen(on, 'settings-where');
  }, 240_000);

  test('when backups run is changed and kept', async () => {
    await go('/settings/when', /When/);
    await on.page.getByRole('button', { name: 'Add quiet hours' }).click();
    await on.page.getByLabel('To').fill('14:30');
    await expectSoundScreen(on, 'settings-when');
    await on.page.getByRole('button', { name: 'Save' }).click();
    await on.page.getByText('Saved.').waitFor();
    expect((await face.client.settings.get()).settings.quietHours).toEqual([{ from: '12:00', to: '14:30' }]);
  }, 240_000);

  test('who hears, the kits, the pharmacy, updates and about are sound screens', async () => {
    for (const [area, heading] of [
      ['people', /Who hears/],
      ['kits', /Recovery kits/],
      ['pharmacy', /Pharmacy/],
      ['updates', /Updates/],
      ['about', /About/],
    ] as const) {
      await go(`/settings/${area}`, heading);
      await on.page.getByRole('progressbar').waitFor({ state: 'detached' });
      await expectSoundScreen(on, `settings-${area}`);
    }
  }, 400_000);

  test('a feared attack is said, holds, and is ended', async () => {
    await go('/attack', 'I think we are being attacked');
    await expectSoundScreen(on, 'attack');
    await on.page.getByRole('button', { name: 'Protect the copies now' }).click();
    await on.page.getByRole('dialog').getByRole('button', { name: 'Protect the copies now' }).click();
    await on.page.getByRole('heading', { name: 'The copies are protected' }).waitFor();
    await expectSoundScreen(on, 'attack-on');
    expect((await face.client.status.get()).attack).toBeDefined();
    await on.page.getByRole('button', { name: 'It was a false alarm…' }).click();
    await on.page.getByRole('dialog').getByRole('button', { name: 'It was a false alarm' }).click();
    await on.page.getByRole('heading', { name: 'I think we are being attacked' }).waitFor();
    expect((await face.client.status.get()).attack).toBeUndefined();
  }, 240_000);
});
