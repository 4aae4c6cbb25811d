import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/describe-with.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { smallSources } from '../support/pharmacy-app.ts';
import { PageOnTest } from './support/browser.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedApp } from './support/served-app.ts';

describeWith('chromium', 'the guided set-up', () => {
  let scratch: Scratch;
  let app: ServedApp;
  let on: PageOnTest;
  beforeAll(async () => {
    scratch = scratchFolder();
    const home = join(scratch.path, 'home');
    mkdirSync(join(home, 'Pharmacy'), { recursive: true });
    smallSources(join(home, 'Pharmacy'));
    app = await ServedApp.start({ profile: join(scratch.path, 'profile'), environment: { HOME: home } });
    on = await PageOnTest.open(app.link);
  });
  afterAll(async () => {
    await on.close();
    await app.stop();
    scratch.remove();
  });

  test('goes step by step', async () => {
    const { page } = on;
    await page.getByRole('heading', { name: 'Welcome to Lifeboat' }).waitFor();
    await expectSoundScreen(on, 'setup-welcome');
    await page.getByRole('button', { name: 'Set up a new pharmacy' }).click();
    await page.getByRole('heading', { name: 'Your pharmacy' }).waitFor();
    await page.getByLabel('Name of the pharmacy').fill('Corner Pharmacy');
    await expectSoundScreen(on, 'setup-pharmacy');
    await page.getByRole('button', { name: 'Next: You' }).click();
    await page.getByRole('heading', { name: 'You', exact: true }).waitFor();
    await page.getByLabel('Your name').fill('Ana Lopez');
    await page.getByLabel('Your e-mail address').fill('ana@pharmacy.example');
    await page.getByRole('radio', { name: 'Somebody else' }).click();
    await page.getByLabel('Name of the pharmacist-in-charge').fill('Ben Okafor');
    await expectSoundScreen(on, 'setup-you');
    await page.getByRole('button', { name: 'Next: What' }).click();
    await page.getByRole('heading', { name: 'What to protect' }).waitFor();
    await page.getByRole('checkbox', { name: /Protect/ }).first().waitFor();
    await expectSoundScreen(on, 'setup-what');
    await page.getByRole('button', { name: 'Add a folder' }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('button', { name: 'Browse: Folder 1' }).click();
    await page.getByRole('button', { name: 'Pharmacy' }).waitFor();
    await expectSoundScreen(on, 'setup-folder-picker');
    expect(on.takeProblems()).toEqual([]);
  }, 240_000);
});
