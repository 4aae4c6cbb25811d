/**
 * `npm run screenshots`: pictures of the built app for README.md, in docs/screenshots, light and dark. It starts the app as
 * `lifeboat serve` on a sample pharmacy, and once more on an empty profile for the set-up, and opens both in Debian's Chromium.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { PageOnTest } from '../tests/e2e/support/browser.ts';
import { ServedApp } from '../tests/e2e/support/served-app.ts';
import { Azurite } from '../tests/support/azurite.ts';
import { startKeyringSession } from '../tests/support/keyring-session.ts';
import { Mailbox } from '../tests/support/mailbox.ts';
import { makeInstallation } from './screenshots/sample-installation.ts';

const PICTURES = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));

/** Screens of an installation at work, by the name of their picture. */
const AT_WORK = { home: '#/', restore: '#/restore', runs: '#/runs', settings: '#/settings' };
const BEFORE_SETUP = { setup: '#/setup' };

/** Milliseconds until charts and pictures have come to rest. */
const REST = 800;
const LONGEST_WORK = 300_000;

/** Waits until what was due when the app started is done: Home with everything at work says nothing about a usual day. */
async function untilQuiet(page: Page): Promise<void> {
  const deadline = Date.now() + LONGEST_WORK;
  for (let quiet = 0; quiet < 3 && Date.now() < deadline; ) {
    await page.waitForTimeout(1000);
    quiet = (await page.getByRole('heading', { name: 'At work now' }).count()) === 0 ? quiet + 1 : 0;
  }
}

async function photograph(profile: string, screens: Record<string, string>): Promise<void> {
  const app = await ServedApp.start({ profile });
  const on = await PageOnTest.open(app.link);
  try {
    await on.page.locator('main').waitFor();
    await untilQuiet(on.page);
    for (const [name, address] of Object.entries(screens)) {
      await on.page.evaluate((to) => {
        location.hash = to;
      }, address);
      for (const theme of ['light', 'dark'] as const) {
        await on.useTheme(theme);
        await on.page.waitForTimeout(REST);
        await on.page.screenshot({ path: join(PICTURES, `${name}-${theme}.png`) });
      }
    }
    for (const problem of on.takeProblems()) console.warn(problem);
  } finally {
    await on.close();
    await app.stop();
  }
}

const root = mkdtempSync(join(tmpdir(), 'lifeboat-screenshots-'));
const keyring = await startKeyringSession('unlocked');
Object.assign(process.env, keyring.environment);
const network = { cloud: await Azurite.start(), mail: new Mailbox() };
try {
  mkdirSync(PICTURES, { recursive: true });
  await photograph(await makeInstallation(root, network), AT_WORK);
  await photograph(join(root, 'new-profile'), BEFORE_SETUP);
  console.log(`Took ${2 * (Object.keys(AT_WORK).length + Object.keys(BEFORE_SETUP).length)} pictures.`);
} finally {
  await network.mail.close();
  await network.cloud.stop();
  await keyring.end();
  rmSync(root, { recursive: true, force: true });
}
