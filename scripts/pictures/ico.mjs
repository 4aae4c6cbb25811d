/** Windows' icon file: several sizes of one picture. */

const HEADER = 6;
const ENTRY = 16;

/**
 * @param {{ size: number, body: Buffer }[]} images each square, smallest first; the body is a bitmap of an icon or a PNG file
 */
export function icoFile(images) {
  const header = Buffer.alloc(HEADER);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = HEADER + ENTRY * images.length;
  const entries = images.map(({ size, body }) => {
    const entry = Buffer.alloc(ENTRY);
    // One byte each; 0 means 256.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(body.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += body.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map((image) => image.body)]);
}
