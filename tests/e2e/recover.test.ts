import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { ContainerClient } from '@azure/storage-blob';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { makeRecoveryKey, RECOVERY_KEY_RANDOM } from '../../src/shared/model/recovery-key.ts';
import type { Azurite } from '../support/azurite.ts';
import { describeWith } from '../support/describe-with.ts';
import { type ReadKit, readKit } from '../support/kit-paper.ts';
import { smallSources } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { PageOnTest } from './support/browser.ts';
import { lifeboat } from './support/command.ts';
import { HeldLine } from './support/held-line.ts';
import { expectSoundScreen } from './support/screen-checks.ts';
import { banner, failure, NOBODY_THERE, skeleton } from './support/screen-states.ts';
import { ServedApp } from './support/served-app.ts';

describeWith('chromium', 'recovering a dead PC in the page', () => {
  let scratch: Scratch;
  let azurite: Azurite;
  let container: ContainerClient;
  let kit: ReadKit;
  let app: ServedApp | undefined;
  let on: PageOnTest | undefined;
  let line: HeldLine | undefined;
  const at = (...names: string[]): string => join(scratch.path, ...names);

  beforeAll(async () => {
    scratch = scratchFolder();
    azurite = await (await import('../support/azurite.ts')).Azurite.start();
    container = azurite.container();
    for (const folder of ['data', 'nas', 'paper', 'home']) mkdirSync(at(folder));
    smallSources(at('data'));
    writeFileSync(at('setup.json'), JSON.stringify(setupFile()));
    const secrets = { AZURE: azurite.connectionString() };
    await lifeboat(['setup', '--from', at('setup.json'), '--kit', at('paper', 'kit.pdf')], at('old-pc'), secrets);
    await lifeboat(['run'], at('old-pc'));
    kit = readKit(readFileSync(at('paper', 'kit.pdf')).toString('base64'), at('paper'));
    renameSync(at('data'), at('burned'));
    rmSync(at('old-pc'), { recursive: true });
    mkdirSync(at('data'));
  });
  afterAll(async () => {
    await leave();
    await azurite?.stop();
    scratch?.remove();
  });

  function setupFile() {
    const questions = [{ name: 'Last Rx number', sql: 'SELECT max(rx) FROM prescriptions' }];
    const path = at('data', 'dispensing.db');
    const endpoint = `http://127.0.0.1:${azurite.port}/pharmacy`;
    const credential = { connectionString: { env: 'AZURE' } };
    const cloud = { kind: 'azure', id: 'cloud', name: 'Azure', site: 'off-site', account: 'pharmacy', container: container.containerName };
    return {
      pharmacy: { name: 'Corner Pharmacy', timeZone: 'America/Chicago' },
      people: [{ name: 'Ana', role: 'owner', email: 'ana@pharmacy.example' }],
      sources: [
        { kind: 'sqlite', id: 'dispensing', name: 'Dispensing database', tier: 'critical', path, questions },
        { kind: 'folder', id: 'scans', name: 'Scans', tier: 'important', paths: [at('data', 'scans')] },
      ],
      destinations: [
        { kind: 'folder', id: 'nas', name: 'Office NAS', site: 'on-site', path: at('nas') },
        { ...cloud, endpoint, credential },
      ],
    };
  }

  /** A computer on which Lifeboat was never set up. */
  async function blankPc(profile: string, environment: NodeJS.ProcessEnv = {}): Promise<PageOnTest['page']> {
    await leave();
    app = await ServedApp.start({ profile: at(profile), environment: { HOME: at('home'), ...environment } });
    on = await PageOnTest.open(app.link);
    await on.page.getByRole('heading', { level: 1 }).waitFor();
    await on.page.goto(`http://127.0.0.1:${app.port}/#/recover`);
    await on.page.getByRole('heading', { level: 1, name: 'Recover with your recovery kit' }).waitFor();
    return on.page;
  }

  async function leave(): Promise<void> {
    await on?.close();
    await app?.stop();
    on = undefined;
    app = undefined;
  }

  function rows(): number {
    const opened = new Database(at('data', 'dispensing.db'), { readonly: true });
    try {
      return (opened.prepare('SELECT count(*) AS rows FROM prescriptions').get() as { rows: number }).rows;
    } finally {
      opened.close();
    }
  }

  /** The owner process is gone and comes back; in between the screen stays as it was. */
  async function whileNobodyIsThere(page: Screen, name: string, work: () => Promise<void>): Promise<void> {
    const { port = 0 } = app ?? {};
    await app?.kill();
    await banner(page).waitFor();
    await work();
    if (on) await expectSoundScreen(on, `offline-${name}`, { foreseen: NOBODY_THERE });
    app = await ServedApp.start({ profile: at('new-pc'), port, environment: { HOME: at('home') } });
    await banner(page).waitFor({ state: 'detached' });
    on?.takeProblems();
  }

  type Screen = PageOnTest['page'];
  const sound = async (name: string): Promise<void> => on && (await expectSoundScreen(on, name));
  const next = async (page: Screen): Promise<void> => await page.getByRole('button', { name: 'Next', exact: true }).click();

  async function chooseFolder(page: Screen, path: string): Promise<void> {
    await page.getByRole('heading', { level: 1, name: 'Where are the copies?' }).waitFor();
    await page.getByRole('radio', { name: 'In a folder or on the network' }).check();
    await page.getByLabel('Folder with the copies', { exact: true }).fill(path);
    await next(page);
    await page.getByRole('heading', { level: 1, name: 'Type what is on the paper' }).waitFor();
  }

  /** As somebody types it: the page goes from group to group by itself. */
  async function typeKey(page: Screen, key: string): Promise<void> {
    const groups = page.getByRole('group', { name: 'Recovery key' }).getByRole('textbox');
    for (const group of await groups.all()) await group.fill('');
    await groups.first().focus();
    await page.keyboard.type(key.toLowerCase());
  }

  test('tells a typing error, a wrong key and a damaged copy apart', async () => {
    const page = await blankPc('new-pc');
    line = on && (await HeldLine.between(on));
    await page.getByRole('radio', { name: 'Move to a new computer' }).check();
    await page.getByText('On the old computer: close the pharmacy program').waitFor();
    await sound('recover-start');
    await page.getByRole('radio', { name: 'The old computer is dead' }).check();
    await next(page);
    cpSync(at('nas'), at('broken'), { recursive: true });
    rmSync(at('broken', 'config'));
    await chooseFolder(page, at('broken'));
    const wrong = (kit.recoveryKey.startsWith('0') ? '1' : '0') + kit.recoveryKey.slice(1);
    await typeKey(page, wrong);
    await page.getByText('Group 1 is not as it is on the paper.').waitFor();
    await sound('recover-key-typo');
    await typeKey(page, kit.recoveryKey);
    await page.getByText('The key is whole.').waitFor();
    await page.getByRole('button', { name: 'Look what is there' }).click();
    await page.getByText('This copy is damaged').waitFor();
    await page.getByRole('button', { name: 'Choose another copy' }).click();
    await chooseFolder(page, at('nas'));
    await typeKey(page, makeRecoveryKey(randomBytes(RECOVERY_KEY_RANDOM)));
    await page.getByRole('button', { name: 'Look what is there' }).click();
    // Every key file there is tried, and each is slow by intention.
    await page.getByText('The key does not open these copies').waitFor();
    expect(await page.getByText('This copy is damaged').count()).toBe(0);
    await sound('recover-wrong-key');
  });

  test('brings everything back from a folder', async () => {
    const page = on?.page;
    if (page === undefined) throw new Error('The page is gone.');
    await typeKey(page, kit.recoveryKey);
    await page.getByRole('button', { name: 'Look what is there' }).click();
    await page.getByRole('heading', { level: 1, name: 'These are the copies of Corner Pharmacy' }).waitFor();
    await page.getByRole('rowheader', { name: 'Dispensing database' }).waitFor();
    await sound('recover-found');
    await whileNobodyIsThere(page, 'recover-found', async () => {
      await page.getByRole('button', { name: 'Take over on this computer' }).click();
      await page.getByText('so nothing was done').waitFor();
    });
    line?.hold((path) => path === '/recovery/takeOver');
    await page.getByRole('button', { name: 'Take over on this computer' }).click();
    await page.getByText('Taking over…').waitFor();
    await sound('loading-recover-found');
    line?.release();
    line?.hold((path) => path === '/sources/list');
    await page.getByRole('heading', { level: 1, name: 'This computer has taken over' }).waitFor();
    await skeleton(page).waitFor();
    await sound('loading-recover-taken');
    line?.release();
    await skeleton(page).waitFor({ state: 'detached' });
    await whileNobodyIsThere(page, 'recover-taken', async () => {});
    await page.getByRole('listitem').filter({ hasText: 'Azure' }).waitFor();
    await sound('recover-taken');
    await page.getByRole('button', { name: 'Next: bring the data back' }).click();
    await page.getByText('to its old place. Nothing is there now.').first().waitFor();
    await sound('recover-restore');
    await page.getByRole('button', { name: 'Bring everything back now' }).click();
    await page.getByRole('heading', { level: 1, name: 'It is back' }).waitFor();
    await page.getByText('Still to do: change these').waitFor();
    await sound('recover-report');
    expect(rows()).toBe(40);
    expect(readFileSync(at('data', 'scans', 'rx-1.tif'))).toEqual(readFileSync(at('burned', 'scans', 'rx-1.tif')));
    // The key of the paper is nowhere in what the page holds.
    expect(await page.content()).not.toContain(kit.recoveryKey);
  });

  test('the old PC can be declared lost from then on', async () => {
    const page = on?.page;
    if (page === undefined) throw new Error('The page is gone.');
    await page.goto(`http://127.0.0.1:${app?.port}/#/lost`);
    await page.getByRole('radio', { name: 'The old computer' }).check();
    await next(page);
    await page.getByRole('heading', { level: 1, name: 'The old computer: what is known' }).waitFor();
    await page.getByRole('rowheader', { name: 'Dispensing database' }).waitFor();
    await page.getByText('Whether the disk of the PC was encrypted is not known.').waitFor();
    await page.getByRole('radio', { name: 'No', exact: true }).check();
    await page.getByText('Whoever has the PC can read what was stored on it').waitFor();
    await sound('lost-old-pc');
    await page.getByRole('button', { name: 'Declare it lost' }).click();
    await page.getByRole('heading', { level: 1, name: 'The old computer is declared lost' }).waitFor();
    await page.getByText('Change the passwords of everybody who worked at that PC').waitFor();
    expect(await page.getByText('Change the access to Azure').count()).toBe(1);
    await sound('lost-old-pc-declared');
  });

  test('brings everything back from Azure with what stands on the paper', async () => {
    rmSync(at('data'), { recursive: true });
    rmSync(at('nas'), { recursive: true });
    mkdirSync(at('data'));
    const page = await blankPc('third-pc');
    line = on && (await HeldLine.between(on));
    await page.getByRole('radio', { name: 'The old computer is dead' }).check();
    await next(page);
    await page.getByRole('radio', { name: 'In Azure' }).check();
    await next(page);
    await typeKey(page, kit.recoveryKey);
    const code = page.getByLabel('Access code');
    await code.fill(`${kit.accessLines.split('\n')[0] ?? ''}\n`);
    await page.getByText(/1 of \d+ lines are right/).waitFor();
    await code.fill(kit.accessLines);
    await page.getByText('The access code is whole.').waitFor();
    await sound('recover-key-azure');
    await page.getByRole('button', { name: 'Look what is there' }).click();
    line?.fail((path) => path === '/sources/list');
    await page.getByRole('button', { name: 'Take over on this computer' }).click();
    await failure(page).waitFor();
    await sound('error-recover-taken');
    line?.release();
    await page.getByRole('button', { name: 'Try again' }).click();
    await failure(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Next: bring the data back' }).click();
    await page.getByText('to its old place. Nothing is there now.').first().waitFor();
    await page.getByRole('button', { name: 'Bring everything back now' }).click();
    await page.getByRole('heading', { level: 1, name: 'It is back' }).waitFor();
    expect(rows()).toBe(40);
    await page.goto(`http://127.0.0.1:${app?.port}/#/recover`);
    await page.getByText('Lifeboat protects something on this computer already').waitFor();
    await sound('recover-in-use');
  });

  test('says so where the computer cannot keep keys, before anything is changed', async () => {
    mkdirSync(at('copy'));
    const { downloadContainer } = await import('../support/azurite.ts');
    await downloadContainer(container, at('copy'));
    const page = await blankPc('no-vault', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' });
    await page.getByRole('radio', { name: 'The old computer is dead' }).check();
    await next(page);
    await chooseFolder(page, at('copy'));
    await typeKey(page, kit.recoveryKey);
    await page.getByRole('button', { name: 'Look what is there' }).click();
    await page.getByRole('button', { name: 'Take over on this computer' }).click();
    await page.getByText('This computer cannot keep keys safely').waitFor();
    expect(await page.getByText('This computer has taken over').count()).toBe(0);
    await sound('recover-no-vault');
  });
});
