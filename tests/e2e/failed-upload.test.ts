import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lookAt } from '../../src/main/electron/status/seen.ts';
import { trayView } from '../../src/main/electron/tray/tray-view.ts';
import type { Azurite } from '../support/azurite.ts';
import { AzureGateway } from '../support/azure-gateway.ts';
import { describeWith } from '../support/describe-with.ts';
import { AppAhead } from './support/app-ahead.ts';
import { PageOnTest } from './support/browser.ts';
import { CornerPharmacy } from './support/corner-pharmacy.ts';
import { expectSoundScreen } from './support/screen-checks.ts';

describeWith('chromium', 'Home when an upload fails', () => {
  const pharmacy = new CornerPharmacy();
  let azurite: Azurite;
  /** The line to the cloud. */
  let line: AzureGateway;
  let app: AppAhead;
  let on: PageOnTest;
  const messages = () => on.page.getByRole('region', { name: 'Open messages' });
  const trouble = () => on.page.getByText('Azure has not taken copies since').first();
  const tray = async (): Promise<string> => {
    const seen = await lookAt(app.client, ['en-US'], 'America/Chicago');
    const facts = { role: 'owner', seen, day: { kind: 'idle' }, now: new Date(), language: 'en' } as const;
    return trayView({ ...facts, startsAtSignIn: undefined, problem: undefined }).tooltip;
  };
  const backUpADay = async (): Promise<void> => {
    pharmacy.work(new Date());
    await app.backUp();
  };
  beforeAll(async () => {
    azurite = await (await import('../support/azurite.ts')).Azurite.start();
    line = await AzureGateway.start(azurite.port);
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
        endpoint: `http://127.0.0.1:${line.port}/pharmacy`,
      },
      credential: { connectionString: azurite.connectionString(line.port) },
    });
    await app.backUp();
    on = await PageOnTest.open(app.link);
  });
  afterAll(async () => {
    await on.close();
    await app.close();
    await Promise.all([line.stop(), azurite.stop()]);
    pharmacy.remove();
  });

  test('it shows as a step, beside the clock and as one message, its run says why, and all of it clears again', async () => {
    await on.page.getByRole('heading', { name: 'What to do next' }).waitFor();
    expect(await tray()).not.toContain('Azure has not taken copies');
    const { port } = line;
    await line.stop();
    await backUpADay();
    await backUpADay();
    await trouble().waitFor();
    app.goOn(6);
    await app.backUp();
    await messages().waitFor();
    expect(await messages().getByText('Azure has not taken copies').count()).toBe(1);
    expect(await tray()).toMatch(/Needs attention|Not protected/);
    expect((await app.client.status.get()).protection.reasons.map(({ code }) => code)).toContain('destination-failing');
    await expectSoundScreen(on, 'home-upload-fails');
    const failed = await app.client.runs.lastFailed({ kinds: ['copy'], destination: 'cloud' });
    await on.page.goto(`${new URL(on.page.url()).origin}/#/runs/${failed.run}`);
    await on.page
      .getByText(/cannot be reached/)
      .first()
      .waitFor();
    line = await AzureGateway.start(azurite.port, port);
    await backUpADay();
    await on.page.goto(`${new URL(on.page.url()).origin}/#/`);
    await on.page.getByRole('heading', { name: 'What to do next' }).waitFor();
    await trouble().waitFor({ state: 'detached' });
    app.goOn(31);
    await app.backUp();
    await messages().getByText('place that took no copies').waitFor({ state: 'detached' });
    expect((await app.client.status.get()).alerts.filter(({ code }) => code === 'destination-failing')).toEqual([]);
  });
});
