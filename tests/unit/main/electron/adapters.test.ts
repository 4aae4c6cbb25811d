import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { APP_ID, TOAST_ACTIVATOR } from '../../../../src/main/electron/app-id.ts';
import { startMenuShortcut } from '../../../../src/main/electron/start-menu.ts';

const SRC = fileURLToPath(new URL('../../../../src', import.meta.url));

const sources = readdirSync(join(SRC, 'main', 'electron'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(SRC, 'main', 'electron', name), 'utf8') }));

describe('the room of Electron', () => {
  it('hands no address and no path to the operating system', () => {
    for (const { name, text } of sources) {
      expect({ name, calls: /\b(openExternal|openPath|loadFile|executeJavaScript|insertCSS)\(/.exec(text)?.[0] }).toEqual({ name });
    }
  });

  it('listens to one channel of the page', () => {
    const listening = sources.filter(({ text }) => /ipcMain\.(on|once|handle|handleOnce)\(/.test(text));
    expect(listening.map(({ name }) => name)).toEqual([join('adapters', 'page-port.ts')]);
  });

  it('never fetches or installs an update unasked', () => {
    const updater = sources.find(({ name }) => name === join('adapters', 'updater.ts'))?.text ?? '';
    expect(updater).toContain('autoUpdater.autoDownload = false;');
    expect(updater).toContain('autoUpdater.autoInstallOnAppQuit = false;');
  });

  it('is known to Windows by the name its installer has', () => {
    const builder = readFileSync(join(SRC, '..', 'electron-builder.yml'), 'utf8');
    expect(/^appId: (.+)$/m.exec(builder)?.[1]).toBe(APP_ID);
  });

  it('finds the shortcut of its installer, and marks it as what starts at a click on an old message', () => {
    const builder = readFileSync(join(SRC, '..', 'electron-builder.yml'), 'utf8');
    const name = /^ {2}shortcutName: (.+)$/m.exec(builder)?.[1];
    expect(startMenuShortcut({ ProgramData: 'D:\\Data' })).toBe(`D:\\Data\\Microsoft\\Windows\\Start Menu\\Programs\\${name}.lnk`);
    // In a folder of its own, or for one person only, it would lie elsewhere.
    expect(builder).toMatch(/^ {2}perMachine: true$/m);
    expect(builder).not.toMatch(/menuCategory/);
    expect(TOAST_ACTIVATOR).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
    const shortcut = sources.find((one) => one.name === join('adapters', 'shortcut.ts'))?.text;
    expect(shortcut).toMatch(/appUserModelId: APP_ID,\s+toastActivatorClsid: TOAST_ACTIVATOR/);
  });

  it('is that of one Electron, whose next version is somebody’s decision', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(SRC, '..', 'package.json'), 'utf8')) as {
      devDependencies: { electron: string };
    };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('keeps the sandbox for every process of a page', () => {
    expect(sources.find(({ name }) => name === join('adapters', 'desktop-app.ts'))?.text).toContain('app.enableSandbox();');
  });
});
