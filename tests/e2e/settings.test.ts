import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type Source, sourceSchema } from '../../src/shared/model/source.ts';
import { describeWith } from '../support/describe-with.ts';
import type { PageOnTest } from './support/browser.ts';
import { HeldLine } from './support/held-line.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { skeleton } from './support/screen-states.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

describeWith('chromium', 'Settings', () => {
  let at: ServedPharmacy;
  let on: PageOnTest;
  beforeAll(async () => {
    at = await ServedPharmacy.open();
    ({ on } = at);
  });
  afterAll(async () => await at.close());

  test('what is protected can be tried out and set aside', async () => {
    await at.go('/settings/what', /What is protected/);
    await on.page.getByRole('button', { name: 'Test Dispensing database' }).click();
    await on.page.getByText(/Last Rx number: 40/).waitFor();
    await expectSoundScreen(on, 'settings-what');
    const line = await HeldLine.between(on);
    await on.page.getByRole('button', { name: 'Remove Scans' }).click();
    await on.page.getByText('The copies there are stay and can be restored.').waitFor();
    line.hold((path) => path === '/sources/remove');
    const yes = on.page.getByRole('dialog').getByRole('button', { name: 'Remove' });
    await yes.click();
    // Somebody who is in a hurry presses again before the answer is there.
    await yes.and(on.page.locator('[aria-disabled=true]')).click({ force: true });
    await on.page.keyboard.press('Enter');
    line.release();
    await on.page.getByRole('button', { name: 'Remove Scans' }).waitFor({ state: 'detached' });
    expect(line.asked('/sources/remove')).toBe(1);
    expect((await at.client.sources.list()).map(({ id }) => id)).toEqual(['dispensing']);
  });

  test('a group says before it is removed what stops being backed up with it', async () => {
    const { page } = on;
    const member = { tier: 'important', controlledSubstances: false } as const;
    const folder = (id: string, name: string) => ({ ...member, kind: 'folder', id, name, paths: [at.pharmacy.folder(id)], exclude: [] });
    const members = [folder('labels', 'Label templates'), folder('faxes', 'Faxes')];
    const source = sourceSchema.parse({ ...member, kind: 'group', id: 'papers', name: 'Papers', members });
    await at.client.sources.put({ source });
    await at.go('/settings/what', /What is protected/);
    await page.getByRole('button', { name: 'Remove Papers' }).click();
    await page.getByText('stops being backed up with it: Label templates, Faxes.').waitFor();
    await expectSoundScreen(on, 'settings-remove-group', { themes: ['light'] });
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove Papers' }).waitFor({ state: 'detached' });
    expect((await at.client.sources.list()).map(({ id }) => id)).toEqual(['dispensing']);
  });

  test('places say how they are, and are tried again', async () => {
    await at.go('/settings/where', /Where copies go/);
    const card = on.page.getByRole('article', { name: 'Bank vault' });
    await card.getByText('connected').waitFor();
    await card.getByRole('button', { name: 'Try it again' }).click();
    await card.getByText('Could someone on this PC destroy this copy?').waitFor();
    await expectSoundScreen(on, 'settings-where');
  });

  test('a dialog gives the page and the focus back, however it goes', async () => {
    await at.go('/settings/where', /Where copies go/);
    const opener = on.page.getByRole('article', { name: 'Bank vault' }).getByRole('button', { name: 'Change…' });
    await opener.click();
    const dialog = on.page.getByRole('dialog', { name: 'Change: Bank vault' });
    await dialog.getByRole('button', { name: /^Browse/ }).click();
    const picker = on.page.getByRole('dialog', { name: 'Choose a folder' });
    await picker.getByRole('button', { name: 'Cancel' }).click();
    await picker.waitFor({ state: 'detached' });
    await expectFocus(dialog.getByRole('button', { name: /^Browse/ }));
    await on.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expectFocus(opener);
    await expectPageShown();
    // Its screen is left while it is open: by the browser's own way back, say.
    await opener.click();
    await dialog.waitFor();
    await on.page.evaluate(() => {
      location.hash = '#/settings/about';
    });
    await on.page.getByRole('heading', { level: 1, name: /About/ }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await expectPageShown();
    await expectFocus(on.page.getByRole('heading', { level: 1 }).or(on.page.getByRole('main')));
  });

  /** Somebody without a mouse goes on from here. */
  async function expectFocus(wanted: Locator): Promise<void> {
    await on.page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
    const found = await wanted.all();
    const hasFocus = await Promise.all(found.map(async (one) => await one.evaluate((element) => element === document.activeElement)));
    expect({ wanted: String(wanted), hasFocus: hasFocus.includes(true) }).toEqual({ wanted: String(wanted), hasFocus: true });
  }

  /** Whoever hears the page can hear all of it again; the focus trap takes a moment to hide and to show. */
  async function expectPageShown(): Promise<void> {
    await on.page.waitForTimeout(600);
    await on.page.getByRole('main').waitFor();
    await on.page.waitForFunction(() =>
      [...document.querySelectorAll('body > [aria-hidden=true]')].every(({ outerHTML }) => outerHTML.includes('tabster-dummy')),
    );
  }

  test('when backups run, what is promised and what stays are changed and kept', async () => {
    await at.client.sources.put({ source: { ...(await dispensing()), controlledSubstances: true } });
    await at.go('/settings/when', /When/);
    const { page } = on;
    await page.getByLabel('Critical: when').selectOption('240');
    await page.getByLabel('Critical: Work lost at most').selectOption({ label: '2 h' });
    await page.getByText('with this schedule up to 4 h of work lies between two backups').waitFor();
    await page.getByLabel('Critical: when').selectOption('times');
    await page.getByRole('checkbox', { name: 'Sunday' }).click();
    await page.getByRole('radio', { name: 'Proposed HIPAA numbers' }).click();
    await page.getByLabel('Important: Trial restore').selectOption({ label: 'every 60 days' });
    await page.getByText('Important: the proposed HIPAA numbers ask for more').waitFor();
    await page.getByLabel('Important: Trial restore').selectOption({ label: 'every 14 days' });
    await page.getByLabel('Critical: Working again within').selectOption({ label: '8 h' });
    await page.getByLabel('Critical: One a month').fill('6');
    await page.getByLabel('Critical: One a year').fill('');
    await page.getByText('Dispensing database holds controlled-substance records').waitFor();
    await page.getByRole('textbox', { name: 'While you are open' }).fill('8');
    await page.getByRole('button', { name: 'Add quiet hours' }).click();
    await page.getByRole('textbox', { name: 'To' }).fill('14:30');
    await expectSoundScreen(on, 'settings-when');
    await page.getByLabel('Critical: One a month').fill('six');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This number cannot be right.').first().waitFor();
    expect((await at.client.settings.get()).settings.quietHours).toEqual([]);
    await page.getByLabel('Critical: One a month').fill('6');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    const { settings } = await at.client.settings.get();
    const [critical, important] = ['critical', 'important'].map((tier) => settings.tiers.find((one) => one.tier === tier));
    expect(critical).toMatchObject({ schedule: { kind: 'at', times: ['12:30', '21:00'] }, rtoMinutes: 480 });
    expect(critical?.schedule).toMatchObject({ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] });
    expect(critical?.retention).toEqual({ hourly: 24, daily: 30, weekly: 12, monthly: 6 });
    expect(important?.proofEveryDays).toBe(14);
    expect(settings).toMatchObject({ profile: 'hipaa-proposal', bandwidth: { whileOpen: 1_000_000 } });
    expect(settings.quietHours).toEqual([{ from: '12:00', to: '14:30' }]);
  });

  async function dispensing(): Promise<Source> {
    const source = (await at.client.sources.list()).find(({ id }) => id === 'dispensing');
    if (source === undefined) throw new Error('There is no dispensing database.');
    return source;
  }

  test('a pause begins and ends', async () => {
    await at.go('/settings/when', /When/);
    const { page } = on;
    await page.getByLabel('For how long?').selectOption({ label: 'Until a day and time' });
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByText('Choose a day and time that lie ahead.').waitFor();
    await page.getByLabel('Until', { exact: true }).fill('2099-01-01T08:00');
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await on.picture('settings-pause');
    await page.getByText(/Paused until/).waitFor();
    expect((await at.client.status.get()).pause?.until).toMatch(/^2099-01-01/);
    await page.getByRole('button', { name: 'Go on with backups' }).click();
    await page.getByLabel('For how long?').waitFor();
    expect((await at.client.status.get()).pause).toBeUndefined();
  });

  test('who hears, the kits, the pharmacy, updates and about are sound screens', async () => {
    for (const [area, heading] of [
      ['people', /Who hears/],
      ['kits', /Recovery kits/],
      ['pharmacy', /Pharmacy/],
      ['updates', /Updates/],
      ['about', /About/],
    ] as const) {
      await at.go(`/settings/${area}`, heading);
      await skeleton(on.page).waitFor({ state: 'detached' });
      await expectSoundScreen(on, `settings-${area}`);
    }
  });

  test('a feared attack is said, holds, and is ended', async () => {
    await at.go('/attack', 'I think we are being attacked');
    await expectSoundScreen(on, 'attack');
    await on.page.getByRole('button', { name: 'Protect the copies now' }).click();
    await on.page.getByRole('dialog').getByRole('button', { name: 'Protect the copies now' }).click();
    await on.page.getByRole('heading', { name: 'The copies are protected' }).waitFor();
    await expectSoundScreen(on, 'attack-on');
    expect((await at.client.status.get()).attack).toBeDefined();
    await on.page.getByRole('button', { name: 'It was a false alarm…' }).click();
    await on.page.getByRole('dialog').getByRole('button', { name: 'It was a false alarm' }).click();
    await on.page.getByRole('heading', { name: 'I think we are being attacked' }).waitFor();
    expect((await at.client.status.get()).attack).toBeUndefined();
  });

  test('a key that leaked: the dialog says what it means, and new copies begin', async () => {
    await at.go('/settings/kits', /Recovery kits/);
    const opener = on.page.getByRole('button', { name: 'A key leaked…' });
    await opener.click();
    const dialog = on.page.getByRole('dialog', { name: 'Begin new copies with new keys?' });
    await dialog.getByText(/There is no backup yet, so there is nothing to store once more/).waitFor();
    await expectSoundScreen(on, 'settings-leaked');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await at.client.kit.retired()).toMatchObject({ copies: [] });
    await opener.click();
    await dialog.getByRole('button', { name: 'Begin new copies' }).click();
    await dialog.waitFor({ state: 'detached' });
    await on.page.getByText(/^New copies with new keys were begun/).waitFor();
    const table = on.page.getByRole('table', { name: 'Old copies' });
    const forget = table.getByRole('button', { name: 'Forget the old copies of Bank vault' });
    await forget.waitFor();
    await expectSoundScreen(on, 'settings-kits-old-copies');
    await forget.click();
    await on.page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await forget.waitFor({ state: 'detached' });
    expect((await at.client.kit.retired()).copies.map(({ name }) => name)).not.toContain('Bank vault');
  });
});
