import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import type { FaceClient } from '../../src/main/web/index.ts';
import type { Destination } from '../../src/shared/model/destination.ts';
import type { Azurite } from '../support/azurite.ts';
import { describeWith } from '../support/describe-with.ts';
import { disksSeen } from '../support/disks-seen.ts';
import { hostInProcess } from '../support/host-in-process.ts';
import { ended, openOwner } from '../support/pharmacy-app.ts';
import { SimulatedTimers } from '../support/simulated-month.ts';
import { BUILT_PAGE } from './support/app-ahead.ts';
import { PageOnTest } from './support/browser.ts';
import { CornerPharmacy } from './support/corner-pharmacy.ts';
import { DriveSlots } from './support/drive-slots.ts';
import { expectSoundScreen } from './support/screen-checks.ts';

describeWith('chromium', 'places for copies, added and changed on the screen', () => {
  const pharmacy = new CornerPharmacy();
  const timers = new SimulatedTimers();
  let app: OpenedApp;
  let client: FaceClient;
  let slots: DriveSlots;
  let azurite: Azurite;
  let on: PageOnTest;
  let page: Page;
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
  const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name, exact: typeof name === 'string' });
  const card = (name: string) => page.getByRole('article', { name });

  beforeAll(async () => {
    // Only now: the emulator's own client is loaded beside the app's, or their parts load each other in a circle.
    azurite = await (await import('../support/azurite.ts')).Azurite.start();
    slots = await DriveSlots.below(pharmacy.scratch.path);
    const options = { timers, startHost: hostInProcess(systemClock), listDrives: () => Promise.resolve(slots.plugged) };
    app = await openOwner(pharmacy.profile, { ...options, pageFolder: BUILT_PAGE });
    client = app.client();
    await app.start();
    await pharmacy.setUp(client);
    on = await PageOnTest.open((await app.serve({ port: 0 })).newLink());
    page = on.page;
    await page.evaluate(() => {
      location.hash = '#/settings/where';
    });
    await page.getByRole('heading', { level: 1, name: /Where copies go/ }).waitFor();
  });
  afterAll(async () => {
    await on.close();
    await app.close();
    await azurite.stop();
    slots.plug();
    pharmacy.remove();
  });

  const add = async (kind: RegExp): Promise<Locator> => {
    await button(page, 'Add a place').click();
    const form = dialog('Add a place for copies');
    await form.getByRole('radio', { name: kind }).click();
    return form;
  };
  const save = async (form: Locator): Promise<void> => {
    await button(form, 'Save').click();
    await form.waitFor({ state: 'detached' });
  };
  const stored = async (name: string): Promise<Destination | undefined> =>
    (await client.destinations.list()).find(({ destination }) => destination.name === name)?.destination;
  const seen = async (...labels: string[]): Promise<void> => {
    await disksSeen(client, 'usb-drives', labels, () => timers.run({ to: 60_000 }));
    await app.settled();
  };

  test('a set of USB drives takes in its drives one by one, knows them by their markers, and logs where they are', async () => {
    slots.plug('Drive A');
    const form = await add(/USB drives that take turns/);
    await form.getByLabel('A drive may be away for … days').fill('5');
    await button(form, 'Save').click();
    await form.getByText('No drive yet.').waitFor();
    await form.getByLabel('Plugged in now').getByText('Drive A').waitFor({ state: 'attached' });
    await takeIn(form, 'Drive A');
    slots.plug('Drive B');
    await button(form, 'Look again').click();
    await takeIn(form, 'Drive B');
    await expectSoundScreen(on, 'places-drives');
    await button(form, 'Done').click();
    await form.waitFor({ state: 'detached' });
    await seen('Drive B');
    // Whatever letter or path it gets: a drive is the one whose marker it has.
    slots.plug('Drive A');
    await seen('Drive A');
    await ended(client, (await client.runs.start({})).run);
    await app.settled();
    const drives = card('USB drives');
    await drives.getByText('Drive A: connected').waitFor();
    await drives.getByText('Drive B: away').waitFor();
    const log = drives.getByRole('table', { name: 'Where the drives were' });
    await log.getByRole('row', { name: /Drive B unplugged/ }).waitFor();
    await button(drives, 'Safe to take home?').click();
    await drives.getByText('Yes: nothing is being written.').waitFor();
    await log.getByRole('row', { name: /Drive A said to be safe to take home/ }).waitFor();
    await expectSoundScreen(on, 'places-custody');
  });

  async function takeIn(form: Locator, label: string): Promise<void> {
    await form.getByLabel('Name on its sticker').fill(label);
    await button(form, 'Add this drive').click();
    await form.getByText(`${label} is part of the set.`).waitFor();
    await form.getByRole('list', { name: 'The drives of this set' }).getByText(`${label}: plugged in`).waitFor();
  }

  test('a drive leaves its set, is not taken twice, and comes back', async () => {
    const drives = card('USB drives');
    await button(drives, 'Drives…').click();
    const form = dialog('The drives of this set');
    await form.getByLabel('Name on its sticker').fill('Drive C');
    await button(form, 'Add this drive').click();
    await form.getByText('a disk that is not in the set yet').waitFor();
    await button(form, 'Remove Drive A').click();
    const question = dialog('Take Drive A out of the set?');
    await question.getByText('What lies on it stays').waitFor();
    await button(question, 'Remove').click();
    await question.waitFor({ state: 'detached' });
    await form.getByText('Drive A: plugged in').waitFor({ state: 'detached' });
    await takeIn(form, 'Drive A');
    await button(form, 'Done').click();
    await form.waitFor({ state: 'detached' });
    const set = await stored('USB drives');
    expect(set).toMatchObject({ kind: 'usb-set', awayLimitDays: 5, isolation: 'offline', site: 'off-site' });
    expect(set?.kind === 'usb-set' && set.disks.map(({ label }) => label).toSorted()).toEqual(['Drive A', 'Drive B']);
  });

  test('a folder on the network is tried, kept, renamed, and left', async () => {
    const form = await add(/A folder on the network/);
    await form.getByRole('textbox', { name: 'Network path', exact: true }).fill(join(pharmacy.scratch.path, 'missing', 'share'));
    await button(form, 'Test').click();
    await form.locator('.fui-MessageBar').waitFor();
    await form.getByRole('textbox', { name: 'Network path', exact: true }).fill(pharmacy.folder('share'));
    await button(form, 'Test').click();
    await form.getByText('Yes. Whoever controls this PC can delete what is in this folder.').waitFor();
    await save(form);
    await button(card('Network folder'), 'Change…').click();
    const change = dialog('Change: Network folder');
    await change.getByLabel('What do you call it?').fill('NAS in the cellar');
    await save(change);
    await button(card('NAS in the cellar'), 'Remove…').click();
    const question = dialog('Stop using NAS in the cellar?');
    await question.getByText('What lies there stays').waitFor();
    await button(question, 'Remove').click();
    await card('NAS in the cellar').waitFor({ state: 'detached' });
    expect(await stored('NAS in the cellar')).toBeUndefined();
  });

  test('the key of an Azure account is narrowed to an access that can neither delete nor overwrite', async () => {
    const form = await add(/The cloud/);
    await form.getByRole('radio', { name: 'The account key' }).click();
    const { accountName, accountKey, endpoint } = azurite.account();
    await form.locator('input[type=password]').fill(accountKey);
    await form.getByLabel('Storage account').fill(accountName);
    await form.getByRole('textbox', { name: 'Container', exact: true }).fill('by-key');
    await form.getByLabel('Address', { exact: true }).fill(endpoint);
    await button(form, 'Test').click();
    await form.getByText('With what you entered, yes.').waitFor();
    // The form is longer than its dialog shows.
    await page.waitForFunction(() => {
      const end = document.querySelector('[role=dialog] button[type=submit]')?.getBoundingClientRect().bottom;
      return end !== undefined && end <= window.innerHeight;
    });
    await expectSoundScreen(on, 'places-azure');
    await save(form);
    await card('Azure').getByText('Nobody at this PC can destroy what is there.').waitFor();
    // What it was narrowed to opens this container only.
    await button(card('Azure'), 'Change…').click();
    const change = dialog('Change: Azure');
    await change.getByRole('textbox', { name: 'Container', exact: true }).fill('another');
    await button(change, 'Save').click();
    await change.locator('.fui-MessageBar').waitFor();
    await page.keyboard.press('Escape');
    await change.waitFor({ state: 'detached' });
    expect(await stored('Azure')).toMatchObject({ container: 'by-key' });
  });

  test('an access token opens a container, and a new one takes its place', async () => {
    const container = azurite.container();
    await container.create();
    const token = async (rights: string, expired = false): Promise<string> =>
      /SharedAccessSignature=(.*)$/.exec(await azurite.limitedString(container, rights, { expired }))?.[1] ?? '';
    const form = await add(/The cloud/);
    const { accountName, endpoint } = azurite.account();
    await form.getByLabel('What do you call it?').fill('Azure by token');
    await form.getByRole('radio', { name: 'An access token (SAS)' }).click();
    await form.locator('input[type=password]').fill(await token('rcl', true));
    await form.getByLabel('Storage account').fill(accountName);
    await form.getByRole('textbox', { name: 'Container', exact: true }).fill(container.containerName);
    await form.getByLabel('Address', { exact: true }).fill(endpoint);
    await button(form, 'Test').click();
    await form.locator('.fui-MessageBar').waitFor();
    await form.locator('input[type=password]').fill(await token('rcl'));
    await save(form);
    const place = card('Azure by token');
    await place.getByText('Nobody at this PC can destroy what is there.').waitFor();
    await button(place, 'Change…').click();
    const change = dialog('Change: Azure by token');
    await change.getByRole('radio', { name: 'An access token (SAS)' }).click();
    await change.locator('input[type=password]').fill(await token('rcwdl'));
    await save(change);
    await place.getByText('Somebody at this PC could destroy what is there.').waitFor();
    expect(await stored('Azure by token')).toMatchObject({ kind: 'azure', container: container.containerName });
  });

  test('the paper is not saved where copies are, in what is backed up, or in a synced folder', async () => {
    await page.evaluate(() => {
      location.hash = '#/settings/kits';
    });
    await button(page, "No printer here? Save it as a file…: Owner's paper").click();
    const trySave = async (folder: string): Promise<void> => {
      await page.getByRole('textbox', { name: 'Folder for the file', exact: true }).fill(folder);
      await button(page, 'Make the paper and save it').click();
    };
    for (const folder of [pharmacy.folder('nas'), pharmacy.scans, pharmacy.folder('OneDrive')]) {
      await trySave(folder);
      await page.getByText(`The recovery kit was not saved at ${folder}`).waitFor();
    }
    expect((await client.kit.state()).records).toEqual([]);
    await trySave(pharmacy.folder('stick'));
    await page.getByText(/^Saved as .*lifeboat-owner\.pdf/).waitFor();
    expect(
      readFileSync(join(pharmacy.folder('stick'), 'lifeboat-owner.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await page
      .getByText(/not tried yet/)
      .first()
      .waitFor();
    expect(on.takeProblems()).toEqual([]);
  });
});
