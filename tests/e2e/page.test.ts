import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/describe-with.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { PageOnTest } from './support/browser.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedApp } from './support/served-app.ts';

describeWith('chromium', 'the page around all screens', () => {
  let scratch: Scratch;
  let app: ServedApp;
  let on: PageOnTest;
  const profile = (): string => join(scratch.path, 'profile');
  beforeAll(async () => {
    scratch = scratchFolder();
    app = await ServedApp.start({ profile: profile() });
    on = await PageOnTest.open(app.link);
  });
  afterAll(async () => {
    await on.close();
    await app.stop();
    scratch.remove();
  });

  test('shows Home of an empty installation', async () => {
    await on.page.getByRole('heading', { level: 1 }).waitFor();
    await on.page.getByText('Not protected').first().waitFor();
    await expectSoundScreen(on, 'home-empty');
  });

  test('says when the owner process has stopped, and goes on by itself when it is back', async () => {
    await app.stop();
    await on.page.getByText('Lifeboat is not running at the moment.').waitFor();
    app = await ServedApp.start({ profile: profile(), port: app.port });
    // The old sign-in ended with the old process.
    await on.page.getByText('This page is not signed in any more.').waitFor();
    await on.page.goto(app.link);
    await on.page.getByText('Not protected').first().waitFor();
    expect(await on.page.getByText('not signed in any more').count()).toBe(0);
    // The browser's own words about the connection that broke.
    on.takeProblems();
  });

  test('an address that leads nowhere says so', async () => {
    await on.page.goto(`http://127.0.0.1:${app.port}/#/nowhere`);
    await on.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await expectSoundScreen(on, 'not-found');
  });
});
