import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { describeWith } from '../support/describe-with.ts';
import { dispense } from '../support/pharmacy-app.ts';
import type { PageOnTest } from './support/browser.ts';
import type { CornerPharmacy } from './support/corner-pharmacy.ts';
import type { PastDays } from './support/past-days.ts';
import { Keyboard } from './support/keyboard.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

/** Each test goes on where the one before ended. */
describeWith('chromium', 'the restore wizard', () => {
  let served: ServedPharmacy;
  let on: PageOnTest;
  const at = (...names: string[]): string => join(served.pharmacy.scratch.path, ...names);

  beforeAll(async () => {
    served = await ServedPharmacy.open({ days: 5, work: fiveDays });
    ({ on } = served);
    ({ database } = served.pharmacy);
    renameSync(at('vault'), at('vault-away'));
  });
  afterAll(async () => await served?.close());
  let database: string;

  /** On the second last day somebody empties half a table. */
  async function fiveDays(days: PastDays, pharmacy: CornerPharmacy): Promise<void> {
    for (const ago of [5, 4, 3]) {
      days.goTo(ago);
      dispense(pharmacy.database, 5, new Date(Date.now() - ago * 86_400_000));
      await days.backUp();
    }
    days.goTo(2);
    sql(pharmacy.database, 'DELETE FROM prescriptions WHERE rx > 20');
    await days.backUp();
    days.goTo(1);
    dispense(pharmacy.database, 3, new Date(Date.now() - 86_400_000));
    await days.backUp();
    await days.prove();
  }

  function sql(path: string, statement: string): void {
    const opened = new Database(path);
    opened.exec(statement);
    opened.close();
  }

  function rows(path: string): number {
    const opened = new Database(path, { readonly: true });
    try {
      return (opened.prepare('SELECT count(*) AS rows FROM prescriptions').get() as { rows: number }).rows;
    } finally {
      opened.close();
    }
  }

  async function begin(reason: string): Promise<void> {
    const { page } = on;
    await served.go('/');
    await served.go('/restore');
    await page.getByRole('radio', { name: reason }).check();
    await page.getByRole('button', { name: 'Next' }).click();
  }

  const next = async (): Promise<void> => await on.page.getByRole('button', { name: 'Next' }).click();
  const heading = async (name: string | RegExp): Promise<void> => await served.heading(name);

  test('finds a deleted file by its name and brings it back', async () => {
    const { page } = on;
    const file = at('data', 'scans', 'rx-2.tif');
    const before = readFileSync(file);
    rmSync(file);
    await served.go('/restore');
    await heading('What happened?');
    await page.getByRole('radio', { name: 'A file or folder is gone' }).waitFor();
    await expectSoundScreen(on, 'restore-happened');
    await begin('A file or folder is gone');
    await heading('Back to when?');
    await page.getByText('· Suggested').waitFor();
    await expectSoundScreen(on, 'restore-when');
    await page.getByRole('button', { name: 'I do not know when' }).click();
    await heading('What?');
    await page.getByRole('searchbox').fill('RX-2');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('1 file or folder found.').waitFor();
    await page.getByRole('checkbox', { name: 'rx-2.tif' }).first().check();
    await page.getByText('Chosen: 1').waitFor();
    await expectSoundScreen(on, 'restore-files');
    await next();
    await heading('Where to?');
    await page.getByText('Nothing is there now, so nothing is replaced.').waitFor();
    await expectSoundScreen(on, 'restore-where-files');
    await page.getByRole('radio', { name: 'Back in its old place' }).isChecked();
    await next();
    await heading('This is what will happen');
    await page.getByText('Files: 1 missing now, 0 replaced, 0 already the same.').waitFor();
    await expectSoundScreen(on, 'restore-plan-files');
    await page.getByRole('button', { name: 'Restore now' }).click();
    await heading('It is back');
    await expectSoundScreen(on, 'restore-report-files');
    expect(readFileSync(file)).toEqual(before);
  });

  test('finds the day on which a table went wrong, and brings it back beside the live one', async () => {
    const { page } = on;
    await begin('Something is wrong since some day');
    await heading('Back to when?');
    await page.getByText('The newest restore point before the first fall').waitFor();
    await page.getByText('fell', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Ask this copy' }).waitFor();
    const asked = page.getByRole('region', { name: 'Answers' });
    for (const row of [0, 1, 2, 3, 4]) await asked.getByRole('checkbox').nth(row).check();
    await page.getByRole('button', { name: 'Ask these 5 copies' }).click();
    await page.getByText('5 of 5 answered').waitFor();
    // Before and after half of the table was emptied.
    await asked.getByRole('cell', { name: '20', exact: true }).waitFor();
    await asked.getByRole('cell', { name: '55', exact: true }).waitFor();
    await expectSoundScreen(on, 'restore-days');
    await next();
    await heading('What?');
    await page.getByRole('radio', { name: 'Dispensing database' }).and(page.locator(':checked')).waitFor();
    await next();
    await heading('Where to?');
    await page.getByText('What is there now is healthy.').waitFor();
    await page.getByRole('radio', { name: 'Beside it' }).and(page.locator(':checked')).waitFor();
    await expectSoundScreen(on, 'restore-where-database');
    await next();
    await heading('This is what will happen');
    await page.getByText('Nothing that is there now is changed.').waitFor();
    await page.getByRole('button', { name: 'Restore now' }).click();
    await heading('It is back');
    await page.getByText('Opened and counted').waitFor();
    await expectSoundScreen(on, 'restore-report-beside');
    const beside = readdirSync(at('data')).filter((name) => name.includes('restored') && name.endsWith('.db'));
    expect(beside).toHaveLength(1);
    expect(rows(at('data', beside[0] ?? ''))).toBe(55);
    expect(rows(database)).toBe(23);
  });

  test('refuses to throw away a healthy newer database without saying what would be lost, and undoes it', async () => {
    const { page } = on;
    // What somebody typed in again since, and more.
    dispense(database, 40, new Date());
    await served.go('/restore/fast');
    await page.getByText('There is healthy, newer data on this computer').waitFor();
    await page.getByText('beside what is there now and under a name of its own').waitFor();
    await expectSoundScreen(on, 'restore-fast-refused');
    await page.getByRole('radio', { name: 'Put everything back in its old place' }).check();
    await page.getByText('Say first that what would be thrown away may go.').waitFor();
    await page.getByText('Last Rx number: 46 to 63').first().waitFor();
    await page.getByText('18 rows in prescriptions').first().waitFor();
    // It can be reached, and does nothing yet.
    await page.getByRole('button', { name: 'Restore now' }).click({ force: true });
    expect(await page.getByRole('button', { name: 'Restore now' }).getAttribute('aria-disabled')).toBe('true');
    expect(rows(database)).toBe(63);
    await page.getByRole('checkbox', { name: 'Throw this away all the same' }).check();
    await expectSoundScreen(on, 'restore-fast-consent');
    await page.getByRole('button', { name: 'Restore now' }).click();
    await heading('It is back');
    await page.getByText('Enter again what was done after').waitFor();
    // The newest that is proven is of five days ago.
    expect(rows(database)).toBe(45);
    await page.getByRole('button', { name: 'Undo this restore' }).click();
    await page.getByRole('dialog').waitFor();
    await expectSoundScreen(on, 'restore-undo');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo this restore' }).click();
    await page.getByText('it is what it was before the restore').waitFor();
    expect(rows(database)).toBe(63);
  });

  test('brings everything critical back with one click and one confirmation after the disk died', async () => {
    const { page } = on;
    rmSync(at('data'), { recursive: true });
    await served.go('/');
    await served.go('/restore');
    await page.getByRole('button', { name: 'Restore everything critical' }).click();
    await page.getByText('to its old place. Nothing is there now.').waitFor();
    await expectSoundScreen(on, 'restore-fast');
    await page.getByRole('button', { name: 'Restore now' }).click();
    await heading('It is back');
    await expectSoundScreen(on, 'restore-report');
    expect(rows(database)).toBe(45);
  });

  test('brings a folder back with the keyboard alone', async () => {
    const { page } = on;
    expect(existsSync(at('data', 'scans'))).toBe(false);
    await served.go('/');
    await served.go('/restore');
    await page.getByRole('radio', { name: 'I only want to look or test' }).waitFor();
    const keys = new Keyboard(page);
    await keys.reach(page.getByRole('radio', { name: 'A file or folder is gone' }));
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    await keys.reach(page.getByRole('button', { name: 'Next' }));
    await page.keyboard.press('Enter');
    await heading('Back to when?');
    await page.getByText('Suggested').last().waitFor();
    await keys.reach(page.getByRole('button', { name: 'Next' }));
    await page.keyboard.press('Enter');
    await heading('What?');
    await keys.reach(page.getByRole('radio', { name: 'Everything critical' }));
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    await page.getByRole('radio', { name: 'Scans' }).and(page.locator(':checked')).waitFor();
    await keys.reach(page.getByRole('button', { name: 'Next' }));
    await page.keyboard.press('Enter');
    await heading('Where to?');
    await page.getByRole('radio', { name: 'Beside it' }).and(page.locator(':checked')).waitFor();
    await keys.reach(page.getByRole('button', { name: 'Next' }));
    await page.keyboard.press('Enter');
    await heading('This is what will happen');
    await page.getByText('to bring back').waitFor();
    await keys.reach(page.getByRole('button', { name: 'Restore now' }));
    await page.keyboard.press('Enter');
    await heading('It is back');
    const folder = readdirSync(at('data')).find((name) => name.startsWith('scans (restored')) ?? '';
    expect(readdirSync(at('data', folder, 'scans')).toSorted()).toEqual(['rx-1.tif', 'rx-2.tif', 'rx-3.tif']);
  });

  test('after ransomware wants a clean computer and offers nothing from after it', async () => {
    const { page } = on;
    await begin('Ransomware');
    await heading('First: a clean computer');
    await page.getByText('Say first that this computer is clean.').waitFor();
    await expectSoundScreen(on, 'restore-clean-pc');
    await page.getByRole('checkbox', { name: 'This computer is clean' }).check();
    await next();
    await heading('Back to when?');
    await page.getByText('look suspicious and are not offered here').waitFor();
    expect(await page.getByText('Suspicious', { exact: true }).count()).toBe(0);
    await expectSoundScreen(on, 'restore-when-ransomware');
  });

  test('says what has to be plugged in where no copy is here', async () => {
    const { page } = on;
    renameSync(at('nas'), at('nas-away'));
    await served.go('/');
    await page.reload();
    await begin('I only want to look or test');
    await page.getByText('Plug in or connect: ').first().waitFor();
    await page
      .getByRole('radio', { name: /Nov|Dec|[A-Z]/ })
      .first()
      .check();
    await page.getByText('The list notices it by itself.').waitFor();
    await expectSoundScreen(on, 'restore-when-away');
    await served.go('/restore/fast');
    await page.getByText('There is nothing to restore from').waitFor();
    await expectSoundScreen(on, 'restore-fast-nothing');
    renameSync(at('nas-away'), at('nas'));
  });
});
