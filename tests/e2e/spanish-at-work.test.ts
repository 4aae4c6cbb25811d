import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keepingTexts, lossTexts, pageTexts, paperTexts, restoringTexts, runWords } from '../../src/shared/text/index.ts';
import { attackTexts } from '../../src/shared/text/screens/attack/index.ts';
import { homeTexts } from '../../src/shared/text/screens/home/index.ts';
import { lostTexts } from '../../src/shared/text/screens/lost/index.ts';
import { recoverTexts } from '../../src/shared/text/screens/recover/index.ts';
import { restoreTexts } from '../../src/shared/text/screens/restore/index.ts';
import { runsTexts } from '../../src/shared/text/screens/runs/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { readKit } from '../support/kit-paper.ts';
import { ended, PHARMACY } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { PageOnTest } from './support/browser.ts';
import { CornerPharmacy } from './support/corner-pharmacy.ts';
import { EnglishLeft } from './support/english-left.ts';
import { PastDays } from './support/past-days.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedApp } from './support/served-app.ts';
import { ServedPharmacy } from './support/served-pharmacy.ts';

const DAY = 24 * 60 * 60 * 1000;

const ENGLISH = new EnglishLeft([
  pageTexts,
  paperTexts,
  keepingTexts,
  homeTexts,
  runsTexts,
  runWords,
  restoreTexts,
  restoringTexts,
  recoverTexts,
  lostTexts,
  lossTexts,
  attackTexts,
]);
const words = {
  page: pageTexts('es'),
  restore: restoreTexts('es'),
  restoring: restoringTexts('es'),
  lost: lostTexts('es'),
  attack: attackTexts('es'),
};

/** A sound screen on which nothing is left in English. */
async function expectSpanish(on: PageOnTest, name: string): Promise<void> {
  await on.page.getByRole('progressbar', { name: words.page.loading }).first().waitFor({ state: 'detached' });
  await expectSoundScreen(on, `es-${name}`);
  expect({ name, english: await ENGLISH.on(on.page) }).toEqual({ name, english: [] });
}

describeWith('chromium', 'a pharmacy that speaks Spanish', () => {
  let at: ServedPharmacy;
  let page: Page;
  let proof: string;
  const expectHere = async (name: string): Promise<void> => await expectSpanish(at.on, name);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const next = async (): Promise<void> => await button(words.page.next).click();
  beforeAll(async () => {
    at = await ServedPharmacy.open({
      days: 3,
      work: async (past, pharmacy) => {
        for (const ago of [3, 2, 1]) {
          past.goTo(ago);
          pharmacy.work(new Date(Date.now() - ago * DAY));
          await past.backUp();
        }
      },
    });
    ({ page } = at);
    await at.client.settings.setPharmacy({ ...PHARMACY, name: 'Farmacia de la Esquina', language: 'es' });
    ({ run: proof } = await at.client.runs.prove({ sources: ['dispensing'] }));
    await ended(at.client, proof);
  });
  afterAll(async () => await at.close());

  async function begin(reason: keyof typeof words.restore.happened.reasons): Promise<void> {
    await at.go('/');
    await at.go('/restore', words.restore.happened.title);
    await page.getByRole('radio', { name: words.restore.happened.reasons[reason].title }).check();
    await next();
  }

  test('says so on Home and on what ran', async () => {
    await at.go('/');
    await page.locator('[data-bar]').first().waitFor();
    await page.locator('summary').click();
    await expectHere('home');
    await at.go('/runs', runsTexts('es').title);
    await expectHere('runs');
    await at.go(`/runs/${proof}`);
    await page.getByRole('heading', { name: runsTexts('es').proofs.title }).waitFor();
    await expectHere('run-proof');
    const [backup] = await at.client.runs.history({ kinds: ['backup'], limit: 1 });
    await at.go(`/runs/${backup?.run.id}`);
    await page.getByRole('heading', { name: runsTexts('es').run.jobs }).waitFor();
    await expectHere('run');
  });

  test('in the restore wizard, from what happened to the report', async () => {
    await begin('file');
    await expectHere('restore-when');
    await next();
    await at.heading(words.restore.what.title);
    await page.getByRole('searchbox').fill('rx-');
    await button(words.restore.files.searchButton).click();
    await page.getByRole('checkbox', { name: 'rx-2.tif' }).first().check();
    await expectHere('restore-what');
    await next();
    await at.heading(words.restore.where.title);
    await page.getByText(words.restore.where.looking).waitFor({ state: 'detached' });
    await expectHere('restore-where');
    await page.getByRole('radio', { name: new RegExp(`^${words.restore.where.beside.title}`) }).check();
    await next();
    await at.heading(words.restore.plan.title);
    await page.getByText(words.restoring.nothingReplaced).waitFor();
    await expectHere('restore-plan');
    await button(words.restore.plan.start).click();
    await at.heading(words.restoring.report.title.done);
    await expectHere('restore-report');
    await at.go('/restore', words.restore.happened.title);
    await page.getByRole('heading', { name: words.restore.past.title }).waitFor();
    await expectHere('restore-happened');
    await begin('wrong-since');
    await page.getByRole('heading', { name: words.restore.ask.title }).waitFor();
    await expectHere('restore-wrong-since');
    await begin('ransomware');
    await at.heading(words.restore.cleanPc.title);
    await expectHere('restore-clean-pc');
    await at.go('/restore/fast', words.restore.fast.title);
    await page.getByText(words.restore.fast.refused).waitFor();
    await expectHere('restore-fast');
  });

  test('about what is lost, and when an attack is feared', async () => {
    await at.go('/lost', words.lost.title);
    await page.getByRole('radio', { name: 'Bank vault' }).check();
    await expectHere('lost-which');
    await next();
    await page.getByRole('heading', { level: 1, name: words.lost.facts.title('Bank vault') }).waitFor();
    await expectHere('lost-facts');
    await button(words.lost.declare).click();
    await at.heading(words.lost.declared.title('Bank vault'));
    await expectHere('lost-declared');
    await at.go('/attack', words.attack.title);
    await expectHere('attack');
    await button(words.attack.begin).click();
    await page.getByRole('dialog').getByRole('button', { name: words.attack.begin }).click();
    await at.heading(words.attack.on.title);
    await expectHere('attack-on');
    await at.go('/');
    await page.locator('a[href="#/attack"]').first().waitFor();
    await expectHere('home-attacked');
    await at.go('/recover', recoverTexts('es').start.title);
    await expectHere('recover-in-use');
    await at.go('/recover/restore', recoverTexts('es').restore.title);
    await expectHere('recover-restore');
  });
});

describeWith('chromium', 'a blank PC that speaks Spanish', () => {
  /** Whose PC is dead. */
  const pharmacy = new CornerPharmacy();
  let recoveryKey: string;
  let scratch: Scratch;
  let app: ServedApp;
  let on: PageOnTest;
  const recover = recoverTexts('es');
  beforeAll(async () => {
    scratch = scratchFolder();
    const dead = await PastDays.open(pharmacy.profile, 1);
    await pharmacy.setUp(dead.client);
    // Once it has taken over, this PC speaks the pharmacy's language.
    await dead.client.settings.setPharmacy({ ...PHARMACY, language: 'es' });
    await dead.backUp();
    ({ recoveryKey } = readKit((await dead.client.kit.make({ holder: 'owner' })).pdf, pharmacy.folder('paper')));
    await dead.close();
    app = await ServedApp.start({ profile: scratch.path, environment: { HOME: scratch.path } });
    on = await PageOnTest.open(app.link, { locale: 'es-US' });
  });
  afterAll(async () => {
    await on.close();
    await app.stop();
    scratch.remove();
    pharmacy.remove();
  });

  test('says how it takes the place of another one', async () => {
    const { page } = on;
    const next = async (): Promise<void> => await page.getByRole('button', { name: words.page.next, exact: true }).click();
    const heading = async (name: string): Promise<void> => await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.goto(`http://127.0.0.1:${app.port}/#/recover`);
    await heading(recover.start.title);
    await page.getByRole('radio', { name: recover.start.move.title }).check();
    await expectSpanish(on, 'recover-start');
    await next();
    await heading(recover.from.title);
    await page.getByRole('radio', { name: recover.from.azure.title }).check();
    await page.getByText(recover.from.looking).waitFor({ state: 'detached' });
    await expectSpanish(on, 'recover-from');
    await next();
    await heading(recover.key.title);
    await expectSpanish(on, 'recover-key');
  });

  test('says whose copies were found, and what is to be done once it has taken over', async () => {
    const { page } = on;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await page.goto(`http://127.0.0.1:${app.port}/#/recover`);
    await page.getByRole('radio', { name: recover.start.move.title }).check();
    await button(words.page.next).click();
    await page.getByRole('radio', { name: recover.from.folder.title }).check();
    await page.getByLabel(recover.from.folder.field, { exact: true }).fill(pharmacy.folder('nas'));
    await button(words.page.next).click();
    await page.getByLabel(paperTexts('es').group(1)).fill(recoveryKey);
    await button(recover.key.next).click();
    await page.getByRole('heading', { level: 1, name: recover.found.title(PHARMACY.name) }).waitFor();
    await expectSpanish(on, 'recover-found');
    await button(recover.found.takeOver).click();
    await page.getByRole('heading', { level: 1, name: recover.taken.title }).waitFor();
    await expectSpanish(on, 'recover-taken');
  });
});
