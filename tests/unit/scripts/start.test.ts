import { execFile } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { withScratch } from '../../support/scratch.ts';

const START = new URL('../../../scripts/start/', import.meta.url).href;

/** What a function of a script answers; scripts are no modules of the product, so they run as what they are. */
async function answer<T>(file: string, name: string, ...words: unknown[]): Promise<T> {
  const program = `const made = await import(${JSON.stringify(START + file)});
    process.stdout.write(JSON.stringify({ value: await made[${JSON.stringify(name)}](...${JSON.stringify(words)}) }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return (JSON.parse(stdout) as { value: T }).value;
}

const DESKTOP = { electron: '/e', platform: 'linux', environment: { DISPLAY: ':0' }, isRoot: false };

describe('npm start', () => {
  it.each([
    [DESKTOP, 'electron', 'Lifeboat opens in its own window, in Electron.'],
    [{ ...DESKTOP, environment: {} }, 'browser', 'Lifeboat opens in the browser: this session has no desktop to show a window on.'],
    [{ ...DESKTOP, isRoot: true }, 'browser', 'Electron shows no window for root'],
    [
      { ...DESKTOP, electron: undefined, trouble: 'the place it comes from cannot be reached' },
      'browser',
      'Electron is not here and the place',
    ],
    [{ ...DESKTOP, platform: 'win32', environment: {} }, 'electron', 'in its own window'],
  ])('chooses for %j', async (machine, place, why) => {
    expect(await answer('choose.mjs', 'choose', machine)).toEqual({ in: place, why: expect.stringContaining(why) });
  });

  it('opens a link without a shell', async () => {
    const link = 'http://127.0.0.1:1/sign-in?code=a&b';
    expect(await answer('choose.mjs', 'opener', link, 'win32')).toEqual(['rundll32', ['url.dll,FileProtocolHandler', link]]);
    expect(await answer('choose.mjs', 'opener', link, 'linux')).toEqual(['xdg-open', [link]]);
  });

  it('builds what is missing or older than its source', async () => {
    await withScratch(async (root) => {
      const write = (name: string, at: number): void => {
        mkdirSync(dirname(join(root, name)), { recursive: true });
        writeFileSync(join(root, name), '');
        utimesSync(join(root, name), at, at);
      };
      for (const name of ['src/a/b.ts', 'scripts/build.mjs', 'package.json']) write(name, 1000);
      expect(await answer('built.mjs', 'isBuilt', root)).toBe(false);
      const made = ['dist/preload/index.cjs', 'dist/renderer/index.html', 'dist/main/cli/index.js', 'dist/main/electron/entry.js'];
      for (const name of made) write(name, 2000);
      expect(await answer('built.mjs', 'isBuilt', root)).toBe(true);
      write('src/a/b.ts', 3000);
      expect(await answer('built.mjs', 'isBuilt', root)).toBe(false);
    });
  });

  it('finds Electron where it lies, without asking its package', async () => {
    await withScratch(async (root) => {
      expect(await answer('electron.mjs', 'findElectron', root, {})).toBeUndefined();
      mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true });
      writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron');
      expect(await answer('electron.mjs', 'findElectron', root, {})).toBeUndefined();
      writeFileSync(join(root, 'node_modules/electron/dist/electron'), '');
      expect(await answer('electron.mjs', 'findElectron', root, {})).toBe(join(root, 'node_modules/electron/dist/electron'));
    });
  });
});
