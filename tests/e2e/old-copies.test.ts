import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import type { FaceClient } from '../../src/main/web/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { hostInProcess } from '../support/host-in-process.ts';
import { readKit } from '../support/kit-paper.ts';
import { answered, ended, openOwner } from '../support/pharmacy-app.ts';
import { BUILT_PAGE } from './support/app-ahead.ts';
import { PageOnTest } from './support/browser.ts';
import { CornerPharmacy } from './support/corner-pharmacy.ts';
import { expectSoundScreen } from './support/screen-checks.ts';

describeWith('chromium', 'on a PC that took over', () => {
  describeWith('paper', 'old copies from before a key leaked', () => {
    const pharmacy = new CornerPharmacy();
    let app: OpenedApp;
    let on: PageOnTest;
    let leaked: string;
    let paper: string;
    const open = async (profile: string): Promise<OpenedApp> =>
      await openOwner(profile, { startHost: hostInProcess(systemClock), pageFolder: BUILT_PAGE });
    const newPaper = async (client: FaceClient): Promise<string> =>
      readKit((await client.kit.make({ holder: 'owner' })).pdf, pharmacy.folder('paper')).recoveryKey;
    const backUp = async (client: FaceClient): Promise<void> => {
      await ended(client, (await client.runs.start({})).run);
      await app.settled();
    };

    beforeAll(async () => {
      app = await open(pharmacy.profile);
      const client = app.client();
      await pharmacy.setUp(client);
      leaked = await newPaper(client);
      await backUp(client);
      await answered(client.kit.declareLeaked());
      await app.settled();
      paper = await newPaper(client);
      await backUp(client);
      await app.close();
      app = await open(pharmacy.folder('new-pc'));
      await answered(app.client().recovery.takeOver({ location: pharmacy.folder('nas-2'), recoveryKey: paper }));
      on = await PageOnTest.open((await app.serve({ port: 0 })).newLink());
    });
    afterAll(async () => {
      await on?.close();
      await app?.close();
      pharmacy.remove();
    });

    test('say that they are not opened, and are opened by a paper of then', async () => {
      const { page } = on;
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(`${new URL('/', page.url()).href}#/settings/kits`);
      const row = page.getByRole('table', { name: 'Old copies' }).getByRole('row').filter({ hasText: 'Back-office disk' });
      await row.getByText('Not opened').waitFor();
      await expectSoundScreen(on, 'old-copies-shut');
      await row.getByRole('button', { name: 'Open the old copies of Back-office disk' }).click();
      const dialog = page.getByRole('dialog', { name: 'Open the old copies of Back-office disk' });
      const key = dialog.getByLabel('Group 1 of 7');
      await key.fill(paper);
      await dialog.getByRole('button', { name: 'Open it' }).click();
      await dialog.getByText('Take a paper from before the key leaked').waitFor();
      await expectSoundScreen(on, 'old-copies-refused');
      await key.fill(leaked);
      await dialog.getByRole('button', { name: 'Open it' }).click();
      await dialog.getByText('They are open.').waitFor();
      await expectSoundScreen(on, 'old-copies-opened', { themes: ['light'] });
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'detached' });
      await row.getByText('Not opened').waitFor({ state: 'detached' });
      const { copies } = await app.client().kit.retired();
      expect(copies.find(({ id }) => id === 'nas-old')).toMatchObject({ isShut: false, points: 2 });
      const points = await app.client().restore.timeline({ source: 'dispensing' });
      expect(points.flatMap((point) => point.copies).map(({ destination }) => destination)).toContain('nas-old');
    });
  });
});
