import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ElectronApplication, Page } from 'playwright-core';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { describeElectron } from './support/describe-electron.ts';
import { electronProgram, launch } from './support/electron-app.ts';

describeElectron('the app in real Electron', () => {
  let scratch: Scratch;
  let app: ElectronApplication;
  let page: Page;
  const complaints: string[] = [];
  beforeEach(async () => {
    scratch = scratchFolder();
    complaints.length = 0;
    app = await launch(`${scratch.path}/profile`);
    page = await app.firstWindow();
    page.on('console', (message) => (message.type() === 'error' ? complaints.push(message.text()) : undefined));
    await page.waitForSelector('#root *');
  });
  afterEach(async () => {
    await app.close();
    scratch.remove();
  });

  it('shows the page, which speaks to the owner by its port, without a complaint', async () => {
    expect(page.url()).toMatch(/^app:\/\/lifeboat\//);
    await expect(page.evaluate(() => Object.keys((globalThis as unknown as { lifeboat: object }).lifeboat))).resolves.toEqual(['connect']);
    await page.waitForFunction(() => document.body.innerText.length > 50);
    expect(complaints).toEqual([]);
  });

  it('gives the page no Node, and lets it go nowhere', async () => {
    expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined');
    await page.evaluate(() => void (window.location.href = 'https://example.com/'));
    await page.evaluate(() => void window.open('https://example.com/'));
    expect(page.url()).toMatch(/^app:\/\/lifeboat\//);
    expect(app.windows()).toHaveLength(1);
  });

  it('stays in the tray when its window is closed', async () => {
    const isVisible = async (): Promise<boolean> =>
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
    expect(await isVisible()).toBe(true);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await isVisible()).toBe(false);
    expect(await app.evaluate(({ app: running }) => running.isReady())).toBe(true);
  });

  it('is started once: another start wakes the window and ends', async () => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const profile = `${scratch.path}/profile`;
    await promisify(execFile)(electronProgram() ?? '', ['.', `--profile=${profile}`, `--user-data-dir=${profile}-own`]);
    const isVisible = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
    expect(isVisible).toBe(true);
  });

  it('looks what is due when the PC wakes up', async () => {
    const heard = await app.evaluate(({ powerMonitor }) => ({
      resume: powerMonitor.listenerCount('resume'),
      unlock: powerMonitor.listenerCount('unlock-screen'),
    }));
    expect(heard).toEqual({ resume: 1, unlock: 1 });
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  });

  it('can show messages on this desktop', async () => {
    expect(await app.evaluate(({ Notification }) => Notification.isSupported())).toBe(true);
  });

  it('passes its own smoke test', async () => {
    const { stdout } = await promisify(execFile)(electronProgram() ?? '', ['.', '--smoke-test', `--user-data-dir=${scratch.path}/smoke`]);
    expect(JSON.parse(stdout)).toMatchObject({ passed: true, steps: { owner: 'ok', engine: 'ok', page: 'ok' } });
  });
});
