/** Windows' bitmaps: as a file for the installer, and as the body of an entry in an icon. */

/** @typedef {import('./render.mjs').Pixels} Pixels */

const FILE_HEADER = 14;
const INFO_HEADER = 40;

/**
 * BITMAPINFOHEADER, uncompressed.
 * @param {{ width: number, height: number, bits: 24 | 32, bytes: number }} of
 */
function infoHeader({ width, height, bits, bytes }) {
  const header = Buffer.alloc(INFO_HEADER);
  header.writeUInt32LE(INFO_HEADER, 0);
  header.writeInt32LE(width, 4);
  header.writeInt32LE(height, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(bits, 14);
  header.writeUInt32LE(bytes, 20);
  return header;
}

/**
 * Rows from the bottom up, blue before green before red.
 * @param {Pixels} pixels
 * @param {3 | 4} channels
 */
function rows({ width, height, rgba }, channels) {
  const stride = Math.ceil((width * channels) / 4) * 4;
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      const to = (height - 1 - y) * stride + x * channels;
      for (let channel = 0; channel < 3; channel += 1) bytes[to + channel] = rgba[from + 2 - channel] ?? 0;
      if (channels === 4) bytes[to + 3] = rgba[from + 3] ?? 0;
    }
  }
  return bytes;
}

/**
 * A .bmp file of 24 bits a pixel, the kind NSIS shows.
 * @param {Pixels} pixels
 */
export function bmpFile(pixels) {
  const body = rows(pixels, 3);
  const header = Buffer.alloc(FILE_HEADER);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(FILE_HEADER + INFO_HEADER + body.length, 2);
  header.writeUInt32LE(FILE_HEADER + INFO_HEADER, 10);
  return Buffer.concat([header, infoHeader({ width: pixels.width, height: pixels.height, bits: 24, bytes: body.length }), body]);
}

/**
 * The bitmap inside an icon: 32 bits a pixel, its height counted twice, and after it a mask of one bit a pixel,
 * which old programs use instead of alpha.
 * @param {Pixels} pixels
 */
export function iconBitmap(pixels) {
  const { width, height, rgba } = pixels;
  const stride = Math.ceil(width / 32) * 4;
  const mask = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((rgba[(y * width + x) * 4 + 3] ?? 0) > 0) continue;
      const at = (height - 1 - y) * stride + (x >> 3);
      mask[at] = (mask[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  const body = rows(pixels, 4);
  return Buffer.concat([infoHeader({ width, height: height * 2, bits: 32, bytes: body.length + mask.length }), body, mask]);
}
