import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { makeRecoveryKey, RECOVERY_KEY_RANDOM } from '../../src/shared/model/recovery-key.ts';
import { describeWith } from '../support/describe-with.ts';
import { readKit } from '../support/kit-paper.ts';
import { ended } from '../support/pharmacy-app.ts';
import { resticOk } from '../support/restic.ts';
import type { PageOnTest } from './support/browser.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

/** As restic lists it. */
interface KeyAtPlace {
  id: string;
  hostName: string;
  current: boolean;
}

describeWith('chromium', "a place that this PC's key does not open", () => {
  let at: ServedPharmacy;
  let on: PageOnTest;
  /** What stands on the paper in the safe. */
  let recoveryKey: string;

  beforeAll(async () => {
    at = await ServedPharmacy.open({
      days: 1,
      work: async (past, pharmacy) => {
        await past.backUp();
        ({ recoveryKey } = readKit((await past.client.kit.make({ holder: 'owner' })).pdf, pharmacy.folder('paper')));
        const paper = { repo: pharmacy.folder('nas'), password: recoveryKey };
        for (const { id, current } of await keysAt(paper)) if (!current) await resticOk(['key', 'remove', id], paper);
      },
    });
    ({ on } = at);
    const { jobs } = await ended(at.client, (await at.client.runs.start({})).run);
    expect(jobs.find(({ destination, error }) => destination === 'nas' && error !== undefined)?.error?.code).toBe('wrong-password');
  });
  afterAll(async () => await at.close());

  async function keysAt(paper: { repo: string; password: string }): Promise<KeyAtPlace[]> {
    return JSON.parse(await resticOk(['key', 'list', '--json'], paper)) as KeyAtPlace[];
  }

  const dialog = (): Locator => on.page.getByRole('dialog', { name: 'Open Back-office disk with the recovery key' });
  const pasteKey = async (key: string): Promise<void> => await dialog().getByLabel('Group 1 of 7').fill(key);
  const open = async (): Promise<void> => await dialog().getByRole('button', { name: 'Open it' }).click();

  test('asks for the recovery key in the settings, and gives the focus back', async () => {
    await at.go('/settings/where', /Where copies go/);
    const card = on.page.getByRole('article', { name: 'Back-office disk' });
    const button = card.getByRole('button', { name: 'Open it with the recovery key…' });
    await button.click();
    await dialog().waitFor();
    await on.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await on.page.waitForFunction(() => document.activeElement?.textContent === 'Open it with the recovery key…');
    await expectSoundScreen(on, 'shut-place-card');
  });

  test('is opened with the recovery key, right from Home, and takes copies again', async () => {
    const { page } = on;
    const beginning = Date.now();
    await at.go('/');
    await page.getByText("Back-office disk is here, but this PC's key does not open it").waitFor();
    await page.getByRole('link', { name: 'Open it with the recovery key' }).click();
    await dialog().waitFor();
    await open();
    await dialog().getByText('Type the whole key').waitFor();
    await pasteKey(`${recoveryKey.slice(0, 3)}!`);
    await dialog().getByText('Group 1 has a character that no recovery key has.').waitFor();
    await expectSoundScreen(on, 'shut-place-key');
    await pasteKey(makeRecoveryKey(randomBytes(RECOVERY_KEY_RANDOM)));
    await open();
    await dialog().getByText('The recovery key does not open the copies at Back-office disk.').waitFor();
    await expectSoundScreen(on, 'shut-place-refused', { themes: ['light'] });
    await pasteKey(recoveryKey);
    const folder = at.pharmacy.folder('nas');
    renameSync(folder, `${folder}-away`);
    await open();
    await dialog()
      .getByText(/Back-office disk cannot be reached/)
      .waitFor();
    renameSync(`${folder}-away`, folder);
    await open();
    await dialog().getByText('It is open.').waitFor();
    await expectSoundScreen(on, 'shut-place-opened');
    await dialog().getByRole('link', { name: 'See the backup' }).click();
    await page.getByText('Everything went well.').waitFor();
    const newest = (await at.client.runs.points({ source: 'dispensing' })).find(({ destination }) => destination === 'nas');
    expect(Date.parse(newest?.time ?? '')).toBeGreaterThan(beginning);
    const keys = await keysAt({ repo: folder, password: recoveryKey });
    expect(keys.filter(({ hostName }) => hostName.startsWith('pc-'))).not.toEqual([]);
    await at.go('/');
    await page.getByRole('heading', { name: 'What to do next' }).waitFor();
    await page.getByText("this PC's key does not open it").waitFor({ state: 'detached' });
  });
});
