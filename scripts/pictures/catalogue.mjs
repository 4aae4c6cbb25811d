/** Every picture that is built from assets/drawings, by its path below assets/built. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bmpFile, iconBitmap } from './bmp.mjs';
import { icnsFile } from './icns.mjs';
import { icoFile } from './ico.mjs';
import { renderPixels, renderPng } from './render.mjs';

const DRAWINGS = new URL('../../assets/drawings/', import.meta.url);

/** Where the pictures are kept. */
export const BUILT = fileURLToPath(new URL('../../assets/built/', import.meta.url));

/** States that the tray shows and that stand still. */
const STILL = /** @type {const} */ (['protected', 'attention', 'not-protected', 'paused']);

/** Turns of the ring while work goes on, an eighth each. */
const FRAMES = 8;

/** Each colour has at least 3:1 against the taskbar it is for. */
const THEMES = {
  light: { protected: '#0e700e', attention: '#b36200', 'not-protected': '#c42b1c', paused: '#5d5d5d', working: '#1b1b1b' },
  dark: { protected: '#6ccb5f', attention: '#fcb941', 'not-protected': '#ff8a80', paused: '#c5c5c5', working: '#ffffff' },
};

/** Windows asks for 16 to 48 pixels in the tray, depending on the screen's scale. */
const TRAY_SIZES = [16, 20, 24, 32, 40, 48];
const APP_ICON_SIZES = [16, 20, 24, 32, 48, 64, 256];
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];

/** @param {string} name */
const drawing = (name) => readFileSync(new URL(`${name}.svg`, DRAWINGS), 'utf8');

/**
 * The app's picture at a size: below 32 pixels the cross and the waves would be a blur.
 * @param {number} size
 */
const app = (size) => drawing(size < 32 ? 'app-small' : 'app');

/**
 * PNG only for 256 pixels: smaller ones are bitmaps, which everything that shows icons on Windows can read.
 * @param {number[]} sizes
 * @param {(size: number) => string} svg
 */
const ico = (sizes, svg) =>
  icoFile(sizes.map((size) => ({ size, body: size < 256 ? iconBitmap(renderPixels(svg(size), size)) : renderPng(svg(size), size) })));

/**
 * The drawings of the tray in one colour each; what works, once for each turn.
 * @returns {{ name: string, state: keyof typeof THEMES.light, svg: string }[]}
 */
function trayDrawings() {
  const working = drawing('tray/working');
  if (!working.includes('id="turns"')) throw new Error('The drawing of working has nothing that turns.');
  const frames = Array.from({ length: FRAMES }, (_, frame) => ({
    name: `working-${frame}`,
    state: /** @type {const} */ ('working'),
    svg: working.replace('id="turns"', `transform="rotate(${(frame * 360) / FRAMES} 8 8)"`),
  }));
  return [...STILL.map((state) => ({ name: state, state, svg: drawing(`tray/${state}`) })), ...frames];
}

/** @returns {[string, Buffer][]} */
function trayPictures() {
  return trayDrawings().flatMap(({ name, state, svg }) => {
    const themed = Object.entries(THEMES).flatMap(([theme, colours]) => {
      const coloured = svg.replaceAll('currentColor', colours[state]);
      return /** @type {[string, Buffer][]} */ ([
        [`tray/${theme}/${name}.ico`, ico(TRAY_SIZES, () => coloured)],
        [`tray/${theme}/${name}.png`, renderPng(coloured, 24)],
        [`tray/${theme}/${name}@2x.png`, renderPng(coloured, 48)],
      ]);
    });
    // macOS colours a template by itself; only its alpha counts.
    const black = svg.replaceAll('currentColor', '#000');
    return [
      ...themed,
      [`tray/template/${name}Template.png`, renderPng(black, 16)],
      [`tray/template/${name}Template@2x.png`, renderPng(black, 32)],
    ];
  });
}

/**
 * Draws all of them.
 * @returns {Map<string, Buffer>} what belongs into each file
 */
export function drawAll() {
  return new Map([
    ['app.ico', ico(APP_ICON_SIZES, app)],
    ['app.icns', icnsFile((size) => renderPng(app(size), size))],
    ...LINUX_SIZES.map((size) => /** @type {[string, Buffer]} */ ([`app/${size}x${size}.png`, renderPng(app(size), size)])),
    ['favicon.ico', ico([16, 24, 32, 48], app)],
    ['favicon.svg', Buffer.from(drawing('app-small'))],
    ['installer-header.bmp', bmpFile(renderPixels(drawing('installer-header'), 150))],
    ['installer-sidebar.bmp', bmpFile(renderPixels(drawing('installer-sidebar'), 164))],
    ...trayPictures(),
  ]);
}
