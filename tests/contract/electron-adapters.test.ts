import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { STAND_IN, tryAdapters } from '../support/electron/trial.ts';

const ADAPTERS = fileURLToPath(new URL('../../src/main/electron/adapters', import.meta.url));

/** Tried here and in real Electron, by the names that the program of tests/e2e-electron has for them. */
const TRIED: Readonly<Record<string, string>> = {
  'desktop-app.ts': 'program',
  'engine-process.ts': 'engine-process',
  'notices.ts': 'notices',
  'page-port.ts': 'page-port',
  'power.ts': 'power',
  'tray.ts': 'tray',
  'window.ts': 'window',
};

/** Those whose promises that program does not try, and why. */
const ELSEWHERE = [
  'dialogs.ts', // a question that only a person answers
  'installed.ts', // what it reads is what packing makes: tests/packaging
  'login-item.ts', // only on Windows and macOS
  'page-protocol.ts', // the window that is tried is served by it
  'shortcut.ts', // only on Windows, and only an administrator may
  'updater.ts', // needs a published version
];

describe('the adapters of Electron, on a stand-in for its API', () => {
  it('keep what they promise', async () => {
    const { broken, tried } = await tryAdapters({ command: [process.execPath], electron: STAND_IN });
    expect(broken).toEqual([]);
    expect(tried.filter((name) => name !== 'autostart').sort()).toEqual(Object.values(TRIED).sort());
  });

  it('are all tried, or named with the reason why not', () => {
    expect(readdirSync(ADAPTERS).sort()).toEqual([...Object.keys(TRIED), ...ELSEWHERE].sort());
  });
});
