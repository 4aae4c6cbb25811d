import { renameSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/describe-with.ts';
import { ended } from '../support/pharmacy-app.ts';
import { BACK_OFFICE, type PageOnTest } from './support/browser.ts';
import { brokenWords } from './support/broken-words.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

describeWith('chromium', 'Backups', () => {
  let at: ServedPharmacy;
  let on: PageOnTest;
  beforeAll(async () => {
    at = await ServedPharmacy.open();
    ({ on } = at);
  });
  afterAll(async () => await at.close());

  test('an empty history says what the first step is', async () => {
    await at.go('/runs');
    await on.page.getByText('Nothing has run yet').waitFor();
    await expectSoundScreen(on, 'runs-empty');
  });

  test('a backup is started by hand, goes on before one’s eyes and is on record with its steps', async () => {
    await on.page.getByRole('button', { name: 'Back up now' }).click();
    await expectSoundScreen(on, 'runs-dialog');
    await on.page.getByRole('dialog').getByRole('combobox').selectOption({ label: 'Only Dispensing database' });
    await on.page.getByRole('button', { name: 'Start' }).click();
    await on.page.getByRole('heading', { name: /^Backup of Dispensing database/ }).waitFor();
    await on.page.getByText('Everything went well.').waitFor();
    const row = on.page.getByRole('row', { name: /Backup of Dispensing database/ });
    expect(await row.innerText()).toContain('Back-office disk');
    await expectSoundScreen(on, 'run');
    await on.resize({ width: BACK_OFFICE.width / 2, height: BACK_OFFICE.height / 2 });
    expect(await brokenWords(on.page)).toEqual([]);
    await on.resize(BACK_OFFICE);
    await on.page.getByRole('link', { name: 'All runs' }).click();
    await on.page.getByRole('link', { name: 'Backup of Dispensing database' }).waitFor();
  });

  test('a restore point that a run made is kept for good, and let go again', async () => {
    const { page } = on;
    await page.getByRole('link', { name: 'Backup of Dispensing database' }).first().click();
    const part = page.getByRole('region', { name: 'Restore points it made' });
    await part.getByText('It is deleted when it is older than what is set for its tier.').waitFor();
    await part.getByRole('button', { name: 'Keep for good: Dispensing database' }).click();
    const dialog = page.getByRole('dialog', { name: /^Keep Dispensing database as it was/ });
    await dialog.getByLabel('What for? (optional)').fill('Before the year end');
    await expectSoundScreen(on, 'run-keep');
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await part.getByText(/Kept for good since .*“Before the year end”/).waitFor();
    expect((await at.client.restore.timeline({ source: 'dispensing' })).map(({ kept }) => kept?.note)).toEqual(['Before the year end']);
    await expectSoundScreen(on, 'run-kept');
    await page.getByRole('link', { name: 'All runs' }).click();
    const row = page.getByRole('row', { name: /Backup of Dispensing database/ });
    await row.getByText('Kept for good').waitFor();
    await on.picture('runs-kept');
    await row.getByRole('link').click();
    await part.getByRole('button', { name: 'Stop keeping Dispensing database' }).click();
    await page.getByRole('dialog').getByText('that cannot be undone').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop keeping' }).click();
    await part.getByText('It is deleted when it is older than what is set for its tier.').waitFor();
    expect((await at.client.restore.timeline({ source: 'dispensing' })).map(({ kept }) => kept)).toEqual([undefined]);
  });

  test('a restore test tells what was compared', async () => {
    const { run } = await at.client.runs.prove({ sources: ['dispensing'] });
    await ended(at.client, run);
    await at.go(`/runs/${run}`);
    await on.page.getByRole('heading', { name: 'What the restore test found' }).waitFor();
    await on.page.getByText('It came back, was opened, and its contents were counted.').first().waitFor();
    await on.page.getByText('Last Rx number: 40').first().waitFor();
    await expectSoundScreen(on, 'run-proof');
  });

  test('a failed run says what it needs and can be tried again', async () => {
    renameSync(at.pharmacy.database, `${at.pharmacy.database}.away`);
    const { run } = await at.client.runs.start({ sources: ['dispensing'] });
    await ended(at.client, run);
    renameSync(`${at.pharmacy.database}.away`, at.pharmacy.database);
    await at.go('/runs');
    await on.page.getByLabel('Outcome').selectOption({ label: 'Failed' });
    // What did not fail goes, and what failed is drawn anew: a click on it before is lost.
    await on.page.getByRole('row', { name: /Done/ }).first().waitFor({ state: 'detached' });
    await on.page
      .getByRole('row', { name: /Failed/ })
      .getByRole('link')
      .first()
      .click();
    await on.page.getByText('Something failed. What it needs is below.').waitFor();
    await on.page
      .getByText(/There is no .* to back up/)
      .first()
      .waitFor();
    await expectSoundScreen(on, 'run-failed');
    await on.page.getByRole('button', { name: 'Try again now' }).click();
    await on.page.getByText('Everything went well.').waitFor();
  });

  test('a run that is not known says so', async () => {
    await at.go('/runs/nobody-knows');
    await on.page.getByText('This run is not known').waitFor();
    await expectSoundScreen(on, 'run-unknown');
  });

  test('what is started while the owner process is gone fails in words', async () => {
    await at.go('/runs');
    await on.page.getByRole('link', { name: 'Restore test' }).first().waitFor();
    await at.app.kill();
    await on.page.getByText('Lifeboat is not running at the moment.').first().waitFor();
    await on.page.getByRole('button', { name: 'Run a restore test now' }).click();
    await on.page.getByRole('button', { name: 'Start' }).click();
    await on.page.getByText(/^That did not work\..*so nothing was done/).waitFor();
    on.takeProblems();
    expect(await on.accessibilityProblems()).toEqual([]);
  });
});
