import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SETTINGS_AREAS } from '../../src/shared/text/screens/settings/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { ended } from '../support/pharmacy-app.ts';
import { DamagedMemory } from './support/damaged-memory.ts';
import { HeldLine } from './support/held-line.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { type Addresses, banner, each, failure, NOBODY_THERE, ofScreen, skeleton, themesOf } from './support/screen-states.ts';
import { ServedApp } from './support/served-app.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

const SETTINGS: Addresses = Object.fromEntries(SETTINGS_AREAS.map((area) => [`settings-${area}`, `/settings/${area}`]));

describeWith('chromium', 'screens of a pharmacy at work', () => {
  let at: ServedPharmacy;
  let screens: Addresses;
  beforeAll(async () => {
    at = await ServedPharmacy.open();
    const { client } = at;
    const { run } = await client.runs.start({});
    await ended(client, run);
    const { items } = await client.restore.suggest({});
    const restore = await client.restore.start({ items: items.map((item) => ({ ...item, to: { way: 'beside' } })) });
    await ended(client, restore.run);
    const report = { wasStolen: false, noticedAt: new Date().toISOString(), paperWithIt: false, pcDisk: 'unknown' } as const;
    const loss = await client.destinations.declareLost({ thing: { destination: 'vault' }, report });
    screens = {
      home: '/',
      runs: '/runs',
      run: `/runs/${run}`,
      restore: '/restore',
      'restore-fast': '/restore/fast',
      'restore-run': `/restore/run/${restore.run}`,
      'recover-restore': '/recover/restore',
      lost: '/lost',
      'lost-declared': `/lost/declared/${loss.id}`,
      attack: '/attack',
      ...SETTINGS,
    };
  });
  afterAll(async () => await at.close());

  test('show the shape of what comes while answers are on their way, and then what came', async () => {
    const line = await HeldLine.between(at.on);
    // Grey shapes that move without a graphics card take all of a small machine.
    await at.page.emulateMedia({ reducedMotion: 'reduce' });
    line.hold(ofScreen);
    await each(screens, at.app.port, at.page, async (name) => {
      await skeleton(at.page).waitFor();
      await expectSoundScreen(at.on, `loading-${name}`, { themes: themesOf(name) });
    });
    line.release();
    await skeleton(at.page).waitFor({ state: 'detached' });
  });

  test('say why where the answer is a failure, and show it at the next try', async () => {
    const memory = new DamagedMemory(at.pharmacy.profile);
    memory.damage();
    try {
      await each(screens, at.app.port, at.page, async (name) => {
        // One damaged loss is no failure of all of them.
        await (name === 'lost-declared' ? at.page.getByText('This loss could not be read') : failure(at.page)).waitFor();
        await expectSoundScreen(at.on, `error-${name}`, { themes: themesOf(name) });
      });
    } finally {
      memory.mend();
    }
    await at.page.getByRole('button', { name: 'Try again' }).first().click();
    await failure(at.page).waitFor({ state: 'detached' });
  });

  const next = async (): Promise<void> => await at.page.getByRole('button', { name: 'Next', exact: true }).click();

  /** Begins the restore wizard anew. */
  async function begin(reason: string): Promise<void> {
    await at.go('/');
    await at.go('/restore', 'What happened?');
    await at.page.getByRole('radio', { name: reason }).check();
    await next();
  }

  /** Up to the question what should come back. */
  async function toWhat(): Promise<void> {
    await begin('I only want to look or test');
    await at.page.getByText('Suggested').first().waitFor();
    await next();
    await at.heading('What?');
  }

  /** What should come back, in the restore wizard. */
  async function choose(what: string): Promise<void> {
    await toWhat();
    await at.page.getByRole('radio', { name: new RegExp(`^${what}`) }).check();
  }

  test('that are steps of something wait and fail like all others', async () => {
    const line = await HeldLine.between(at.on);
    const waits = async (name: string): Promise<void> => {
      await skeleton(at.page).waitFor();
      await expectSoundScreen(at.on, `loading-${name}`, { themes: themesOf(name) });
      line.release();
      await skeleton(at.page).waitFor({ state: 'detached' });
    };
    line.hold((path) => path === '/restore/witnessDays');
    await begin('Something is wrong since some day');
    await waits('restore-days');
    line.hold((path) => path === '/restore/browse');
    await choose('Some files or folders');
    await waits('restore-browse');
    line.hold((path) => path === '/restore/plan');
    await choose('Dispensing database');
    await next();
    await at.page.getByText('Looking at what is there now…').waitFor();
    await expectSoundScreen(at.on, 'loading-restore-where');
    line.release();
    await at.page.getByRole('radio', { name: 'Beside it' }).and(at.page.locator(':checked')).waitFor();
    line.hold((path) => path === '/restore/plan');
    await next();
    await waits('restore-plan');
    await at.page.getByRole('button', { name: 'Back' }).click();
    const place = join(at.pharmacy.scratch.path, 'nas');
    renameSync(place, `${place}-away`);
    await next();
    await failure(at.page).waitFor();
    await expectSoundScreen(at.on, 'error-restore-plan');
    renameSync(`${place}-away`, place);
    await at.page.getByRole('button', { name: 'Try again' }).click();
    await at.page.getByText('Nothing that is there now is changed.').waitFor();
    await at.go('/lost', 'Lost or stolen');
    await at.page.getByRole('radio', { name: 'Back-office disk' }).check();
    line.hold((path) => path === '/destinations/lost');
    await next();
    await waits('lost-facts');
  });

  const retry = async (): Promise<void> => await at.page.getByRole('button', { name: 'Try again' }).click();

  test('that are steps of something say why they cannot go on, and do at the next try', async () => {
    const place = join(at.pharmacy.scratch.path, 'nas');
    await at.go('/');
    // Nothing of it was seen before.
    await at.page.reload();
    await toWhat();
    renameSync(place, `${place}-away`);
    await at.page.getByRole('radio', { name: /^Some files or folders/ }).check();
    await failure(at.page).waitFor();
    await expectSoundScreen(at.on, 'error-restore-browse');
    renameSync(`${place}-away`, place);
    await retry();
    await at.page.getByRole('checkbox', { name: 'rx-1.tif' }).waitFor();
    await choose('Dispensing database');
    renameSync(place, `${place}-away`);
    await next();
    await at.page.getByText(/cannot be reached/).waitFor();
    await expectSoundScreen(at.on, 'error-restore-where');
    renameSync(`${place}-away`, place);
    await retry();
    await at.page.getByText(/cannot be reached/).waitFor({ state: 'detached' });
    await at.go('/lost', 'Lost or stolen');
    await at.page.getByRole('radio', { name: 'Back-office disk' }).check();
    const memory = new DamagedMemory(at.pharmacy.profile);
    memory.damage();
    try {
      await next();
      await failure(at.page).waitFor();
      await expectSoundScreen(at.on, 'error-lost-facts');
    } finally {
      memory.mend();
    }
    await retry();
    await at.heading('Back-office disk: what is known');
  });

  test('leave the frame standing where an answer is not what this page knows', async () => {
    const line = await HeldLine.between(at.on);
    line.alter((answer) => answer.replace('"reasons":', '"grounds":'));
    await at.go('/');
    await at.page.reload();
    await at.heading('This page cannot be shown now');
    await expectSoundScreen(at.on, 'broken', { foreseen: /TypeError/ });
    line.alter((answer) => answer);
    await at.page.getByRole('button', { name: 'Load the page anew' }).click();
    await at.page.getByRole('heading', { name: 'What to do next' }).waitFor();
  });

  test('say when the owner hangs, and go on by themselves when it answers again', async () => {
    await at.page.clock.install();
    await at.page.reload();
    await at.page.getByRole('heading', { name: 'What to do next' }).waitFor();
    at.app.freeze();
    // Its lines stay open: only its silence tells.
    for (const seconds of [11, 16]) await at.page.clock.fastForward(seconds * 1000);
    await banner(at.page).waitFor();
    // Nor does anybody answer whether the page is signed in: that question is given up as well, and asked anew.
    for (let tries = 0; tries < 2; tries++) {
      const givenUp = at.page.waitForEvent('requestfailed', (request) => request.url().endsWith('/session'));
      // A pause, and the time that a new line may take to open.
      for (const seconds of [3, 6]) await at.page.clock.fastForward(seconds * 1000);
      expect((await givenUp).failure()?.errorText).toMatch(/ABORTED|TIMED_OUT/);
    }
    at.app.thaw();
    await banner(at.page).waitFor({ state: 'detached' });
    expect(await at.page.getByText('not signed in any more').count()).toBe(0);
    at.on.takeProblems();
  });

  test('stay as they were while nobody is there, say so, and come by themselves when somebody is', async () => {
    // Of one the code is there and no answer, of the other nothing at all.
    const { 'settings-kits': unasked = '', attack: unvisited = '', ...visited } = screens;
    await at.go('/');
    await at.page.reload();
    for (const address of Object.values(visited)) {
      await at.go(address);
      await at.page.getByRole('heading', { level: 1 }).waitFor();
      await skeleton(at.page).waitFor({ state: 'detached' });
    }
    const devtools = await at.page.context().newCDPSession(at.page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await choose('Dispensing database');
    await next();
    await at.page.getByRole('radio', { name: 'Beside it' }).and(at.page.locator(':checked')).waitFor();
    await next();
    await at.page.getByText('Nothing that is there now is changed.').waitFor();
    await at.app.kill();
    await banner(at.page).waitFor();
    await at.page.getByRole('button', { name: 'Restore now' }).click();
    await at.page.getByText('so nothing was done').waitFor();
    await expectSoundScreen(at.on, 'offline-restore-plan', { foreseen: NOBODY_THERE });
    await at.page.getByRole('button', { name: 'Back' }).click();
    await at.heading('Where to?');
    await expectSoundScreen(at.on, 'offline-restore-where', { foreseen: NOBODY_THERE, themes: ['light'] });
    await at.page.getByRole('button', { name: 'Back' }).click();
    await at.page.getByRole('radio', { name: /^Some files or folders/ }).check();
    await failure(at.page).waitFor();
    await expectSoundScreen(at.on, 'offline-restore-browse', { foreseen: NOBODY_THERE, themes: ['dark'] });
    await at.go('/lost', 'Lost or stolen');
    await at.page.getByRole('radio', { name: 'Back-office disk' }).check();
    await next();
    await failure(at.page).waitFor();
    await expectSoundScreen(at.on, 'offline-lost-facts', { foreseen: NOBODY_THERE, themes: ['high-contrast'] });
    for (const [name, address] of Object.entries(visited)) {
      await at.go(address);
      await banner(at.page).waitFor();
      await skeleton(at.page).waitFor({ state: 'detached' });
      await expectSoundScreen(at.on, `offline-${name}`, { foreseen: NOBODY_THERE, themes: themesOf(name) });
    }
    await at.go(unasked);
    await failure(at.page).waitFor();
    await expectSoundScreen(at.on, 'offline-no-answer', { foreseen: NOBODY_THERE });
    await at.go(unvisited, 'This page cannot be shown now');
    await expectSoundScreen(at.on, 'offline-no-code', { foreseen: NOBODY_THERE });
    at.app = await ServedApp.start({ profile: at.pharmacy.profile });
    await at.heading('I think we are being attacked');
    expect(await banner(at.page).count()).toBe(0);
  });
});
