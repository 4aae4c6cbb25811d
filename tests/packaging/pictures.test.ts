import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BUILT, drawAll } from '../../scripts/pictures/catalogue.mjs';
import { bitmapSize, icnsPictures, iconEntries, pngSize } from './support/picture-files.ts';

const STATES = ['protected', 'attention', 'not-protected', 'paused', ...Array.from({ length: 8 }, (_, frame) => `working-${frame}`)];
const kept = (path: string): Buffer => readFileSync(join(BUILT, path));
const sizes = (path: string): number[] => iconEntries(kept(path)).map(({ width }) => width);

describe('the pictures', () => {
  test('are what the drawings give: `npm run pictures` would change nothing', () => {
    const drawn = drawAll();
    const found = readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(BUILT, path)).isFile())
      .map((path) => path.replaceAll('\\', '/'));
    expect(found.sort()).toEqual([...drawn.keys()].sort());
    expect([...drawn].filter(([path, bytes]) => !kept(path).equals(bytes)).map(([path]) => path)).toEqual([]);
  });

  test('the app has an icon for Windows, macOS and Linux in the sizes each asks for', () => {
    expect(sizes('app.ico')).toEqual([16, 20, 24, 32, 48, 64, 256]);
    expect(iconEntries(kept('app.ico')).map(({ kind }) => kind)).toEqual([...Array.from({ length: 6 }, () => 'bitmap'), 'png']);
    const mac = [...icnsPictures(kept('app.icns'))].map(([name, png]) => [name, pngSize(png).width]);
    expect(Object.fromEntries(mac)).toMatchObject({ icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 });
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      expect(pngSize(kept(`app/${size}x${size}.png`))).toEqual({ width: size, height: size });
    }
  });

  test('the tray has every state for light and dark taskbars, and each can be seen', () => {
    for (const state of STATES) {
      for (const theme of ['light', 'dark']) {
        const entries = iconEntries(kept(`tray/${theme}/${state}.ico`));
        expect(entries.map(({ width, height, bits }) => [width, height, bits])).toEqual(
          [16, 20, 24, 32, 40, 48].map((size) => [size, size, 32]),
        );
        for (const { width, alpha } of entries) expect(alpha.filter((value) => value > 128).length).toBeGreaterThan((width * width) / 4);
        expect(pngSize(kept(`tray/${theme}/${state}.png`)).width).toBe(24);
        expect(pngSize(kept(`tray/${theme}/${state}@2x.png`)).width).toBe(48);
      }
      expect(pngSize(kept(`tray/template/${state}Template.png`)).width).toBe(16);
    }
  });

  test('at 16 pixels any two states differ by their shape, whatever their colours', () => {
    const shape = (state: string): readonly number[] => iconEntries(kept(`tray/dark/${state}.ico`))[0]!.alpha;
    const still = ['protected', 'attention', 'not-protected', 'paused', 'working-0'];
    for (const [index, one] of still.entries()) {
      for (const other of still.slice(index + 1)) {
        const [left, right] = [shape(one), shape(other)];
        const different = left.filter((value, pixel) => Math.abs(value - right[pixel]!) > 96).length;
        expect({ one, other, clearlyDifferent: different > 256 / 12 }).toEqual({ one, other, clearlyDifferent: true });
      }
    }
  });

  test('the installer has its two bitmaps in the sizes NSIS asks for', () => {
    expect(bitmapSize(kept('installer-header.bmp'))).toEqual({ width: 150, height: 57 });
    expect(bitmapSize(kept('installer-sidebar.bmp'))).toEqual({ width: 164, height: 314 });
  });

  const readers = process.platform === 'win32' ? test.skip : test;
  readers('the operating system takes them for what they are', () => {
    const told = (path: string): string => execFileSync('file', ['--brief', join(BUILT, path)], { encoding: 'utf8' });
    expect(told('app.ico')).toMatch(/^MS Windows icon resource - 7 icons, 16x16, 32 bits\/pixel/);
    expect(told('app.icns')).toMatch(/^Mac OS X icon/);
    expect(told('installer-sidebar.bmp')).toMatch(/^PC bitmap, Windows 3\.x format, 164 x 314 x 24/);
  });
});
