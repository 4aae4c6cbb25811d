import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/describe-with.ts';
import { openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { PageOnTest } from './support/browser.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedApp } from './support/served-app.ts';
import { WAY } from './support/ways.ts';

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

  test('of an empty installation leads to its set-up, with nowhere else to go', async () => {
    await on.page.getByRole('heading', { name: 'Welcome to Lifeboat' }).waitFor();
    await on.page.goto(`http://127.0.0.1:${app.port}/#/runs`);
    await on.page.getByRole('heading', { name: 'Welcome to Lifeboat' }).waitFor();
    expect(await on.page.getByRole('navigation').count()).toBe(0);
  });

  // The bridge of the tests signs in by its cookie alone; the app's window signs nobody in.
  (WAY === 'window' ? test.skip : test).each(['stop', 'kill'] as const)(
    'says when the owner process is gone (%s), and goes on by itself when it is back',
    async (way) => {
      const { port } = app;
      await app[way]();
      await on.page.getByText('Lifeboat is not running at the moment.').waitFor();
      app = await ServedApp.start({ profile: profile() });
      expect(app.port).toBe(port);
      // Without a click, and without a new link.
      await on.page.getByText('Lifeboat is not running at the moment.').waitFor({ state: 'detached' });
      expect(await on.page.getByText('not signed in any more').count()).toBe(0);
      // What it asks is answered, and it may be loaded again.
      await on.page.reload();
      await on.page.getByRole('heading', { name: 'Welcome to Lifeboat' }).waitFor();
      // The browser's own words about the connection that broke.
      on.takeProblems();
    },
  );

  test('an address that leads nowhere says so', async () => {
    await app.stop();
    await setUpNow();
    app = await ServedApp.start({ profile: profile() });
    await on.page.goto(app.link);
    // The browser's own words about the connection that broke.
    on.takeProblems();
    await on.page.goto(`http://127.0.0.1:${app.port}/#/nowhere`);
    await on.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await expectSoundScreen(on, 'not-found');
  });

  (WAY === 'browser' ? test : test.skip)('signs out every page, until somebody opens a new link', async () => {
    await on.page.getByRole('button', { name: 'Sign out' }).click();
    await on.page.getByText('This page is not signed in any more.').waitFor();
    await app.stop();
    app = await ServedApp.start({ profile: profile() });
    await on.page.reload();
    await on.page.getByText('This page is not signed in any more.').waitFor();
    await on.page.goto(app.link);
    await on.page.getByRole('navigation').waitFor();
    expect(await on.page.getByText('not signed in any more').count()).toBe(0);
    // The browser's own words about the connection that broke.
    on.takeProblems();
  });

  /** As `lifeboat setup` leaves a profile. */
  async function setUpNow(): Promise<void> {
    const owner = await openOwner(profile());
    const client = owner.client();
    await setUp(client);
    await client.sources.put({ source: smallSources(scratch.path).database });
    const path = join(scratch.path, 'copies');
    await client.destinations.add({
      destination: { kind: 'folder', id: 'disk', name: 'Disk', site: 'on-site', isolation: 'online', path },
    });
    await owner.close();
  }
});
