import { afterAll, beforeAll, test } from '@jest/globals';
import { SETUP_STEPS } from '../../src/shared/model/setup-progress.ts';
import { settingsTexts } from '../../src/shared/text/screens/settings/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { PageOnTest } from './support/browser.ts';
import { DamagedMemory } from './support/damaged-memory.ts';
import { faceOf } from './support/face-of.ts';
import { HeldLine } from './support/held-line.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { type Addresses, banner, each, failure, NOBODY_THERE, ofScreen, skeleton, themesOf } from './support/screen-states.ts';
import { ServedApp } from './support/served-app.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

const texts = settingsTexts('en');

const STEPS: Addresses = {
  'setup-welcome': '/setup',
  ...Object.fromEntries(SETUP_STEPS.map((step) => [`setup-${step}`, `/setup/${step}`])),
};

describeWith('chromium', 'screens with nothing to show yet', () => {
  let at: ServedPharmacy;
  beforeAll(async () => {
    at = await ServedPharmacy.open();
    await at.client.setup.finish();
  });
  afterAll(async () => await at.close());

  test('teach the next step before the first backup', async () => {
    for (const [name, address, words] of [
      ['home', '/', 'The first backup appears here.'],
      ['runs', '/runs', 'Nothing has run yet'],
      ['runs-day', '/runs/day/2020-02-29', 'Nothing fits'],
      ['run', '/runs/nobody-knows', 'This run is not known'],
      ['restore', '/restore', 'There are no restore points yet'],
      ['restore-fast', '/restore/fast', 'There is nothing to restore from'],
      ['restore-run', '/restore/run/nobody-knows', 'This restore is not known'],
      ['recover', '/recover', 'Lifeboat protects something on this computer already'],
      ['recover-restore', '/recover/restore', 'Nothing can be brought back from here now'],
      ['lost-declared', '/lost/declared/nobody-knows', 'There is no such loss'],
    ] as const) {
      await at.go(address);
      await at.page.getByText(words).first().waitFor();
      await expectSoundScreen(at.on, `empty-${name}`, { themes: themesOf(name) });
    }
  });

  test('teach it where nothing is protected any more, and where nothing could be lost', async () => {
    const expectEmpty = async (name: string, address: string, words: string): Promise<void> => {
      await at.go(address);
      await at.page.getByText(words).first().waitFor();
      await expectSoundScreen(at.on, `empty-${name}`, { themes: themesOf(name) });
    };
    for (const { destination } of await at.client.destinations.list()) await at.client.destinations.remove({ id: destination.id });
    await expectEmpty('lost', '/lost', 'Nothing is set up that could be lost');
    await expectEmpty('settings-where', '/settings/where', texts.where.empty.title);
    for (const { id } of await at.client.sources.list()) await at.client.sources.remove({ id });
    await expectEmpty('lost-elsewhere', '/lost', 'This computer makes no backups');
    await expectEmpty('settings-what', '/settings/what', texts.what.empty.title);
    await expectEmpty('home-bare', '/', 'Choose what to protect');
  });
});

/** Every step is empty as well: nothing was typed. */
describeWith('chromium', 'steps of a set-up that somebody clicked through', () => {
  let scratch: Scratch;
  let app: ServedApp;
  let on: PageOnTest;
  beforeAll(async () => {
    scratch = scratchFolder();
    app = await ServedApp.start({ profile: scratch.path, environment: { HOME: scratch.path } });
    const face = await faceOf(scratch.path);
    await face.client.setup.keep({ step: 'first-backup', draft: {} });
    face.close();
    on = await PageOnTest.open(app.link);
  });
  afterAll(async () => {
    await on.close();
    await app.stop();
    scratch.remove();
  });

  test('show the shape of what comes while answers are on their way, and then what came', async () => {
    const line = await HeldLine.between(on);
    // Grey shapes that move without a graphics card take all of a small machine.
    await on.page.emulateMedia({ reducedMotion: 'reduce' });
    line.hold(ofScreen);
    await each(STEPS, app.port, on.page, async (name) => {
      await on.page.getByRole('heading', { level: 1 }).or(skeleton(on.page)).first().waitFor();
      await expectSoundScreen(on, `loading-${name}`, { themes: themesOf(name) });
    });
    line.release();
    line.hold((path) => path === '/recovery/find');
    await on.page.goto(`http://127.0.0.1:${app.port}/#/recover`);
    await on.page.getByRole('radio', { name: 'The old computer is dead' }).check();
    await on.page.getByRole('button', { name: 'Next', exact: true }).click();
    await on.page.getByText('Looking on the drives of this computer…').waitFor();
    await expectSoundScreen(on, 'loading-recover-from');
    line.release();
    // What lies on the drives of the machine that runs the tests is no part of any test.
    await on.page.getByText('Looking on the drives of this computer…').waitFor({ state: 'detached' });
    await each(STEPS, app.port, on.page, async (name) => {
      await on.page.getByRole('heading', { level: 1 }).waitFor();
      await skeleton(on.page).waitFor({ state: 'detached' });
      await expectSoundScreen(on, `empty-${name}`, { themes: themesOf(name) });
    });
  });

  test('say why where the answer is a failure, and while nobody is there', async () => {
    const memory = new DamagedMemory(scratch.path);
    memory.damage();
    await each(STEPS, app.port, on.page, async (name) => {
      await failure(on.page).waitFor();
      await expectSoundScreen(on, `error-${name}`, { themes: themesOf(name) });
    });
    memory.mend();
    await on.page.getByRole('button', { name: 'Try again' }).first().click();
    await failure(on.page).waitFor({ state: 'detached' });
    await app.kill();
    await banner(on.page).waitFor();
    for (const [name, address] of Object.entries(STEPS)) {
      await on.page.goto(`http://127.0.0.1:${app.port}/#${address}`);
      await skeleton(on.page).waitFor({ state: 'detached' });
      await expectSoundScreen(on, `offline-${name}`, { foreseen: NOBODY_THERE, themes: themesOf(name) });
    }
  });
});
