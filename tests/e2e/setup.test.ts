import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Azurite } from '../support/azurite.ts';
import { describeWith } from '../support/describe-with.ts';
import { readKit } from '../support/kit-paper.ts';
import { Mailbox } from '../support/mailbox.ts';
import { type PostgresqlServer, startPostgresql } from '../support/postgresql.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { PageOnTest } from './support/browser.ts';
import { Keyboard } from './support/keyboard.ts';
import { fillServer, type SamplePc, samplePc } from './support/sample-pc.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { ServedApp } from './support/served-app.ts';
import { WAY } from './support/ways.ts';

/** The browser's own viewer gives its document to nobody: what the page hands over to it is remembered. */
async function rememberPapers(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const handOver = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (paper: Blob) => {
      Object.assign(window, { lastPaper: paper });
      return handOver(paper);
    };
  });
}

/** The paper that was made last, base64. */
async function lastPaper(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const { lastPaper: paper } = window as unknown as { lastPaper: Blob };
    const bytes = new Uint8Array(await paper.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
}

describeWith('chromium', 'a newcomer sets Lifeboat up with the keyboard alone', () => {
  let scratch: Scratch;
  let pc: SamplePc;
  let app: ServedApp;
  let on: PageOnTest;
  let page: Page;
  let keys: Keyboard;
  let mailbox: Mailbox;
  let mailPort: number;
  let server: PostgresqlServer;
  let azurite: Azurite;
  const profile = (): string => join(scratch.path, 'profile');
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const radio = (name: string | RegExp) => page.getByRole('radio', { name });

  beforeAll(async () => {
    scratch = scratchFolder();
    pc = samplePc(scratch.path);
    mailbox = new Mailbox();
    mailPort = await mailbox.open({ hideSTARTTLS: true, authOptional: true });
    azurite = await Azurite.start();
    server = await startPostgresql();
    await fillServer(server);
    app = await ServedApp.start({ profile: profile(), environment: { HOME: pc.home } });
    on = await PageOnTest.open(app.link);
    page = on.page;
    await rememberPapers(page);
    await page.goto(`http://127.0.0.1:${app.port}/`);
    keys = new Keyboard(page);
  });
  afterAll(async () => {
    await on.close();
    await app.stop();
    await Promise.all([server.stop(), azurite.stop(), mailbox.close()]);
    scratch.remove();
  });

  test('an empty installation asks what it is to be', async () => {
    await heading('Welcome to Lifeboat').waitFor();
    await button('Recover with your recovery kit').waitFor();
    await expectSoundScreen(on, 'setup-0-welcome');
    await keys.press(button('Set up a new pharmacy'));
    await heading('Your pharmacy').waitFor();
  });

  test('1: the pharmacy; nothing is lost on closing, and the language changes at once', async () => {
    await keys.press(button('Next: You'));
    await page.getByText('Please fill this in.').waitFor();
    await keys.type(page.getByLabel('Name of the pharmacy'), 'Corner Pharmacy');
    await keys.press(button('Thursday: Add a break'));
    await keys.pick(field('Language'), 'Español');
    await heading('Su farmacia').waitFor();
    await page.goto('about:blank');
    await page.goto(`http://127.0.0.1:${app.port}/`);
    await page.getByRole('button', { name: 'Seguir donde lo dejó' }).press('Enter');
    await heading('Su farmacia').waitFor();
    expect(await page.getByLabel('Nombre de la farmacia').inputValue()).toBe('Corner Pharmacy');
    expect(await page.getByLabel('Jueves: abre a las').count()).toBe(2);
    await keys.pick(field('Idioma'), 'English');
    await heading('Your pharmacy').waitFor();
    await expectSoundScreen(on, 'setup-1-pharmacy');
    await keys.press(button('Next: You'));
    await heading('You').waitFor();
  });

  test('2: the owner and the pharmacist-in-charge', async () => {
    await keys.type(page.getByLabel('Your name'), 'Ana Lopez');
    await keys.type(page.getByLabel('Your e-mail address'), 'ana@pharmacy.example');
    await keys.choose(radio('Somebody else'));
    await keys.type(page.getByLabel('Name of the pharmacist-in-charge'), 'Ben Okafor');
    await keys.type(page.getByLabel('Their e-mail address'), 'ben@pharmacy.example');
    await expectSoundScreen(on, 'setup-2-you');
    await keys.press(button('Next: What'));
    await heading('What to protect').waitFor();
  });

  test('3: what was found, a database on a server and a folder, each tried', async () => {
    await keys.choose(radio(/On this PC/));
    await page.getByRole('checkbox', { name: 'Protect Dispensing' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Protect Dispensing' }).isChecked()).toBe(true);
    expect(await page.getByLabel('How much Dispensing matters').inputValue()).toBe('critical');
    await keys.press(button('Test Dispensing'));
    await page.getByText('2,000 rows in prescriptions').waitFor();
    await addDatabase();
    await addFolder();
    await keys.press(button('We do not have this: Robot or counting machine'));
    await expectSoundScreen(on, 'setup-3-what');
    await keys.press(button('Next: Where'));
    await heading('Where copies go').waitFor();
  });

  async function addDatabase(): Promise<void> {
    await keys.press(button('Add a database'));
    const dialog = page.getByRole('dialog');
    await keys.choose(dialog.getByRole('radio', { name: /A PostgreSQL database/ }));
    await keys.type(dialog.getByRole('textbox', { name: 'What do you call it?' }), 'Point of sale');
    await keys.type(dialog.getByRole('textbox', { name: 'Port' }), String(server.port));
    await keys.type(dialog.getByRole('textbox', { name: 'Name of the database' }), 'pos');
    await keys.type(dialog.getByRole('textbox', { name: 'Account' }), server.user);
    await keys.type(dialog.getByLabel('Password'), 'not the password');
    await keys.press(dialog.getByRole('button', { name: 'Test', exact: true }));
    await dialog.getByText('did not let the account').waitFor();
    await keys.type(dialog.getByLabel('Password'), server.password);
    await keys.press(dialog.getByRole('button', { name: 'Add a number' }));
    await keys.type(dialog.getByRole('textbox', { name: 'Name of the number' }), 'Last sale');
    await keys.type(dialog.getByRole('textbox', { name: 'Question to the database' }), 'SELECT max(id) FROM sales');
    await keys.press(dialog.getByRole('button', { name: 'Test', exact: true }));
    await dialog.getByText('Last sale: 250').waitFor();
    await expectSoundScreen(on, 'setup-3-database');
    await keys.press(dialog.getByRole('button', { name: 'Save' }));
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: 'Protect Point of sale' }).waitFor();
  }

  async function addFolder(): Promise<void> {
    await keys.press(button('Choose its folder…: Label templates'));
    const dialog = page.getByRole('dialog');
    await keys.press(dialog.getByRole('button', { name: 'Browse: Folder 1' }));
    const picker = page.getByRole('dialog', { name: 'Choose a folder' });
    await keys.press(picker.getByRole('button', { name: 'Papers' }));
    await picker.getByText(pc.documents).waitFor();
    await expectSoundScreen(on, 'setup-3-folder');
    await keys.press(picker.getByRole('button', { name: 'Choose this folder' }));
    await picker.waitFor({ state: 'detached' });
    expect(await dialog.getByRole('textbox', { name: 'Folder 1' }).inputValue()).toBe(pc.documents);
    await keys.press(dialog.getByRole('button', { name: 'Save' }));
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: 'Protect Label templates' }).waitFor();
  }

  test('4: a place in the pharmacy and one in the cloud, each tried', async () => {
    await keys.press(button('Next: When'));
    await page.getByText('There is no place yet.').waitFor();
    await keys.press(button('Add a place'));
    const dialog = page.getByRole('dialog');
    await keys.type(dialog.getByRole('textbox', { name: 'Folder for the copies' }), join(scratch.path, 'second-disk'));
    await keys.press(dialog.getByRole('button', { name: 'Test', exact: true }));
    await dialog.getByText('A probe was written').waitFor();
    await dialog.getByText('Could someone on this PC destroy this copy?').waitFor();
    await expectSoundScreen(on, 'setup-4-folder');
    await keys.press(dialog.getByRole('button', { name: 'Save' }));
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Next: a place somewhere else').waitFor();
    await addAzure();
    await page.getByText('3 times your data').waitFor();
    await expectSoundScreen(on, 'setup-4-where');
    await keys.press(button('Next: When'));
    await heading('When').waitFor();
  });

  async function addAzure(): Promise<void> {
    await keys.press(button('Add a place'));
    const dialog = page.getByRole('dialog');
    await keys.choose(dialog.getByRole('radio', { name: /The cloud/ }));
    await keys.press(dialog.getByRole('button', { name: 'For your IT helper' }));
    const helper = page.getByRole('dialog', { name: 'Setting up the copy in Azure' });
    await helper.getByText('--enable-versioning true').waitFor();
    await expectSoundScreen(on, 'setup-4-helper');
    await keys.press(helper.getByRole('button', { name: 'Close' }));
    await helper.waitFor({ state: 'detached' });
    await keys.type(dialog.locator('input[type=password]'), azurite.connectionString());
    await keys.type(dialog.getByRole('textbox', { name: 'Container', exact: true }), 'corner-pharmacy');
    await keys.press(dialog.getByRole('button', { name: 'Test', exact: true }));
    await dialog.getByText('A probe was written').waitFor();
    await keys.press(dialog.getByRole('button', { name: 'Save' }));
    await dialog.waitFor({ state: 'detached' });
  }

  test('5: when, with what to expect', async () => {
    await page.getByText('First upload to Azure: off-site from').waitFor();
    await page.getByText(/Then about .* a day/).waitFor();
    await page.getByText('that were proposed in January 2025 and are not in force').waitFor();
    await keys.pick(page.getByLabel('Critical: when'), 'Every 2 hours');
    await page.getByText('At most 3 h of work could be lost.').waitFor();
    await expectSoundScreen(on, 'setup-5-when');
    // The owner process may stop in the middle, too.
    await app.stop();
    app = await ServedApp.start({ profile: profile(), environment: { HOME: pc.home } });
    await page.goto(app.link);
    await heading('When').waitFor();
    expect(await page.getByLabel('Critical: when').inputValue()).toBe('120');
    on.takeProblems();
    await keys.press(button('Next: Who hears'));
    await heading('Who hears').waitFor();
  });

  test('6: two people who type back a code', async () => {
    await keys.press(button('Next: Recovery kit'));
    await page.getByText('Without a mail server').waitFor();
    await keys.type(page.getByLabel('Outgoing server (SMTP)'), '127.0.0.1');
    await keys.pick(page.getByLabel('Encryption'), 'None');
    await keys.type(page.getByRole('textbox', { name: 'Port' }), String(mailPort));
    await keys.type(page.getByLabel('Sender'), 'lifeboat@pharmacy.example');
    await keys.press(button('Save the mail server'));
    await keys.press(button('Send a test message'));
    await mailbox.take('ana@pharmacy.example');
    for (const [name, address] of [
      ['Ana Lopez', 'ana@pharmacy.example'],
      ['Ben Okafor', 'ben@pharmacy.example'],
    ] as const)
      await confirm(name, address);
    await expectSoundScreen(on, 'setup-6-who');
    await keys.press(button('Next: Recovery kit'));
    await heading('Recovery kit').waitFor();
  });

  async function confirm(name: string, address: string): Promise<void> {
    await keys.press(button(`Send a code to ${name}`));
    const { content } = await mailbox.take(address);
    const code = /\b\d{6}\b/.exec(content.slice(content.indexOf('\r\n\r\n')))?.[0] ?? '';
    await keys.type(page.getByLabel(`Code from the message to ${name}`), code === '000000' ? '000001' : '000000');
    await keys.press(button(`Confirm the code of ${name}`));
    await page.getByText('That is not the code').waitFor();
    await keys.type(page.getByLabel(`Code from the message to ${name}`), code);
    await keys.press(button(`Confirm the code of ${name}`));
    await page.getByLabel(`Code from the message to ${name}`).waitFor({ state: 'detached' });
  }

  test('7: two papers, printed and typed back', async () => {
    await keys.press(button('Next: First backup'));
    await page.getByText('The recovery kit is not ready.').waitFor();
    const papers = ["Owner's paper", "Pharmacist-in-charge's paper"] as const;
    const printed = [await print(papers[0]), await print(papers[1])] as const;
    await typeBack(papers[0], printed[1]);
    await page.getByText("This is the key of the other person's paper").waitFor();
    await typeBack(papers[0], printed[0]);
    await page.getByText('This key opened a copy just now').waitFor();
    await typeBack(papers[1], printed[1]);
    await page
      .getByText(/works: its key opened a copy/)
      .nth(1)
      .waitFor();
    await expectSoundScreen(on, 'setup-7-kit');
    await keys.press(button('Next: First backup'));
    await heading('First backup').waitFor();
  });

  /** Opens a paper as its holder does, and reads the key off it. The app's window opens no other one: there it is a file. */
  async function print(paper: string): Promise<string> {
    if (WAY !== 'browser') return await saveAsFile(paper);
    await keys.press(button(`Make the paper: ${paper}`));
    const opened = page.context().waitForEvent('page');
    await keys.press(page.getByRole('link', { name: `Open and print: ${paper}` }));
    const viewer = await opened;
    expect(viewer.url()).toMatch(/^blob:/);
    await viewer.close();
    return readKit(await lastPaper(page), scratch.path).recoveryKey;
  }

  async function saveAsFile(paper: string): Promise<string> {
    const folder = mkdtempSync(join(scratch.path, 'printer-'));
    const group = page.getByRole('group', { name: paper, exact: true });
    await keys.type(group.getByRole('textbox', { name: 'Folder for the file' }), folder);
    await keys.press(group.getByRole('button', { name: 'Make the paper and save it' }));
    await group.getByText(`Saved as ${folder}`).waitFor();
    const [name = ''] = readdirSync(folder);
    return readKit(readFileSync(join(folder, name)).toString('base64'), scratch.path).recoveryKey;
  }

  async function typeBack(paper: string, key: string): Promise<void> {
    await keys.type(page.getByLabel(`${paper}: type the recovery key from the paper`), key.toLowerCase().replaceAll('-', ' '));
    await keys.press(button(`Check the key: ${paper}`));
  }

  test('8: the first backup, and the first proof', async () => {
    await on.picture('setup-8-running');
    await page.getByText('The first backup is done.').waitFor();
    await page.getByText('The pharmacy is set up, and the first copy is proven.').waitFor();
    await page.getByText(/Dispensing came back from .*: it was opened and counted/).waitFor();
    await expectSoundScreen(on, 'setup-8-done');
    await keys.press(button('Go to Home'));
    await page.getByRole('navigation', { name: 'Main areas' }).waitFor();
    expect(on.takeProblems()).toEqual([]);
    // What was set up is not asked again.
    await page.goto(`http://127.0.0.1:${app.port}/#/setup/what`);
    await page.getByRole('navigation', { name: 'Main areas' }).waitFor();
    expect(await heading('What to protect').count()).toBe(0);
  });
});
