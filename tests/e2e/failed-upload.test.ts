import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Azurite } from '../support/azurite.ts';
import { describeWith } from '../support/describe-with.ts';
import { AppAhead } from './support/app-ahead.ts';
import { PageOnTest } from './support/browser.ts';
import { CornerPharmacy } from './support/corner-pharmacy.ts';

describeWith('chromium', 'Home when an upload fails', () => {
  const pharmacy = new CornerPharmacy();
  let azurite: Azurite;
  let app: AppAhead;
  let on: PageOnTest;
  const messages = () => on.page.getByRole('region', { name: 'Open messages' });
  beforeAll(async () => {
    azurite = await (await import('../support/azurite.ts')).Azurite.start();
    app = await AppAhead.open(pharmacy.profile);
    await pharmacy.setUp(app.client);
    await app.client.destinations.add({
      destination: {
        kind: 'azure',
        id: 'cloud',
        name: 'Azure',
        site: 'off-site',
        isolation: 'online',
        account: 'pharmacy',
        container: azurite.container().containerName,
        prefix: '',
        endpoint: `http://127.0.0.1:${azurite.port}/pharmacy`,
      },
      credential: { connectionString: azurite.connectionString() },
    });
    await app.backUp();
    on = await PageOnTest.open(app.link);
  }, 300_000);
  afterAll(async () => {
    await on.close();
    await app.close();
    await azurite.stop();
    pharmacy.remove();
  });

  test('it shows as a step and as one message, and its run says why', async () => {
    await on.page.getByRole('heading', { name: 'What to do next' }).waitFor();
    await azurite.stop();
    pharmacy.work(new Date());
    await app.backUp();
    pharmacy.work(new Date());
    await app.backUp();
    await on.page.getByText('Azure has not taken copies since').first().waitFor();
    app.goOn(6);
    await app.backUp();
    await messages().waitFor();
    expect(await messages().getByText('Azure has not taken copies').count()).toBe(1);
    const failed = await app.client.runs.lastFailed({ kinds: ['copy'], destination: 'cloud' });
    await on.page.goto(`${new URL(on.page.url()).origin}/#/runs/${failed.run}`);
    await on.page
      .getByText(/cannot be reached/)
      .first()
      .waitFor();
  }, 560_000);
});
