/** Draws an SVG at a size in pixels, as PNG or as the pixels themselves. */
import { Resvg } from '@resvg/resvg-js';

/**
 * @typedef {object} Pixels
 * @property {number} width
 * @property {number} height
 * @property {Uint8Array} rgba four bytes a pixel, from the top left; colour not multiplied by alpha
 */

/**
 * @param {string} svg
 * @param {number} width in pixels; the height follows from the drawing
 */
function draw(svg, width) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render();
}

/**
 * @param {string} svg
 * @param {number} width in pixels
 * @returns {Buffer} a PNG file
 */
export function renderPng(svg, width) {
  return draw(svg, width).asPng();
}

/**
 * @param {string} svg
 * @param {number} width in pixels
 * @returns {Pixels}
 */
export function renderPixels(svg, width) {
  const image = draw(svg, width);
  const rgba = Uint8Array.from(image.pixels);
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel += 1) rgba[channel] = Math.min(255, Math.round(((rgba[channel] ?? 0) * 255) / alpha));
  }
  return { width: image.width, height: image.height, rgba };
}
