import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describeWith } from '../support/describe-with.ts';
import { ended } from '../support/pharmacy-app.ts';
import { Keyboard } from './support/keyboard.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

const DAY = 24 * 60 * 60 * 1000;

describeWith('chromium', 'Home', () => {
  let at: ServedPharmacy;
  let page: Page;
  beforeAll(async () => {
    at = await ServedPharmacy.open({
      days: 6,
      work: async (past, pharmacy) => {
        for (const ago of [6, 4, 3]) {
          past.goTo(ago);
          pharmacy.work(new Date(Date.now() - ago * DAY));
          await past.backUp();
        }
      },
    });
    ({ page } = at);
  });
  afterAll(async () => await at.close());

  test('says at the top how the pharmacy stands, and below what to do next', async () => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'What to do next' }).waitFor();
    await page.getByRole('heading', { name: 'The last 30 days' }).waitFor();
    await page.locator('[data-bar]').first().waitFor();
    await expectSoundScreen(at.on, 'home');
    expect(await page.locator('[data-bar]').count()).toBeGreaterThan(3);
  });

  test('the marks of the strip are seen in high contrast', async () => {
    await at.on.useTheme('high-contrast');
    expect(await fills(page.locator('[data-bar] path'))).toEqual([await systemColor('CanvasText')]);
    expect(await fills(page.getByRole('list', { name: 'What the marks mean' }).locator('path'))).toEqual([await systemColor('CanvasText')]);
    await at.on.useTheme('light');
  });

  /** Colours of the shapes that are found, each once. */
  async function fills(shapes: Locator): Promise<string[]> {
    const all = await shapes.evaluateAll((found) => found.map((shape) => getComputedStyle(shape).fill));
    return [...new Set(all)];
  }

  async function systemColor(name: string): Promise<string> {
    return await page.evaluate((color) => {
      const probe = document.createElement('i');
      probe.style.color = color;
      document.body.append(probe);
      const found = getComputedStyle(probe).color;
      probe.remove();
      return found;
    }, name);
  }

  test('the strip is gone through with the arrow keys, and a mark opens what ran; its table does as well', async () => {
    const keys = new Keyboard(page);
    const where = async (): Promise<string> => (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '';
    await keys.reach(page.locator('[data-bar][tabindex="0"]'));
    const newest = await where();
    await page.keyboard.press('ArrowLeft');
    const older = await where();
    await page.keyboard.press('Home');
    const oldest = await where();
    await page.keyboard.press('ArrowUp');
    const tierAbove = await where();
    expect(new Set([newest, older, oldest, tierAbove]).size).toBe(4);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/runs\//);
    await page.getByRole('heading', { level: 1, name: /^Backup/ }).waitFor();
    await at.go('/', /protected|attention/i);
    await keys.press(page.locator('summary'));
    const days = page.getByRole('table', { name: 'The last 30 days' }).getByRole('link');
    expect(await days.count()).toBe(30);
    await keys.press(days.nth(3));
    await page.waitForURL(/#\/runs\/day\//);
    await page.getByText(/^Only (?!today)/).waitFor();
    // The first row is the heads of the columns.
    await page.getByRole('table', { name: 'What ran' }).getByRole('row').nth(1).waitFor();
  });

  test('says until when it is paused, and goes on at a click', async () => {
    await at.go('/runs', 'Backups');
    await page.getByRole('button', { name: 'Only today' }).click();
    await page.getByRole('menuitem', { name: 'Pause for 1 hour' }).waitFor();
    await expectSoundScreen(at.on, 'runs-only-today');
    await page.getByRole('menuitem', { name: 'Pause for 1 hour' }).click();
    const bar = page.getByRole('group').filter({ hasText: 'Paused until' }).first();
    await bar.waitFor();
    await expectSoundScreen(at.on, 'home-paused');
    await bar.getByRole('button', { name: 'Resume' }).click();
    await bar.waitFor({ state: 'detached' });
    expect((await at.client.status.get()).pause).toBeUndefined();
  });

  test('leads through a feared attack, from its button to its end', async () => {
    const protect = { name: 'Protect the copies now' };
    await page.locator('a', { hasText: 'I think we are being attacked' }).click();
    await page.getByRole('radio', { name: 'Since yesterday' }).check();
    await page.getByRole('button', protect).click();
    await page.getByRole('dialog').getByRole('button', protect).click();
    await at.heading('The copies are protected');
    await page.getByText(/restore points? (is|are) kept, whatever happens/).waitFor();
    await expectSoundScreen(at.on, 'attack-protected');
    await page.locator('main a', { hasText: 'Go to Home' }).click();
    await page.locator('a', { hasText: 'Open what to do' }).waitFor();
    await expectSoundScreen(at.on, 'home-attacked');
    const { run } = await at.client.runs.start({});
    await ended(at.client, run);
    await at.go(`/runs/${run}`);
    await page.getByText('could be destroyed from this PC: nothing was written there').first().waitFor();
    await at.go('/');
    await page.locator('a', { hasText: 'Open what to do' }).click();
    await page.getByRole('button', { name: 'It is over…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'It is over' }).click();
    await at.heading('I think we are being attacked');
    expect((await at.client.status.get()).attack).toBeUndefined();
    await at.go('/');
    await page.getByRole('heading', { name: 'What to do next' }).waitFor();
    expect(await page.locator('a', { hasText: 'Open what to do' }).count()).toBe(0);
  });
});
