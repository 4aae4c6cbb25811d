/** macOS's icon file: PNG files, each under a name of four letters that stands for its size. */

/** Names and sizes in pixels; 11 to 14 are the doubled ones. */
export const ICNS_SIZES = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]);

/**
 * @param {string} name four letters
 * @param {Buffer} body
 */
function block(name, body) {
  const header = Buffer.alloc(8);
  header.write(name, 0, 'latin1');
  header.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([header, body]);
}

/**
 * @param {(size: number) => Buffer} png makes the PNG file of a size
 */
export function icnsFile(png) {
  return block('icns', Buffer.concat(ICNS_SIZES.map(([name, size]) => block(name, png(size)))));
}
