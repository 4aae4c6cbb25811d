/** Readers of picture files, written from the formats and not from our writers. */

export interface IconEntry {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly kind: 'bitmap' | 'png';
  /** How far each pixel can be seen, 0 to 255; empty for a PNG. */
  readonly alpha: readonly number[];
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Width and height of a PNG file; throws where it is none. */
export function pngSize(file: Buffer): { width: number; height: number } {
  if (!file.subarray(0, 8).equals(PNG)) throw new Error('not a PNG file');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** What a Windows icon holds, each entry measured by its own body and not by the table. */
export function iconEntries(file: Buffer): IconEntry[] {
  if (file.readUInt32LE(0) !== 0x00010000) throw new Error('not an icon');
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const entry = iconEntry(file.subarray(file.readUInt32LE(at + 12), file.readUInt32LE(at + 12) + file.readUInt32LE(at + 8)));
    const told = { width: file[at] || 256, height: file[at + 1] || 256 };
    if (told.width !== entry.width || told.height !== entry.height) throw new Error('the table of the icon tells another size');
    return entry;
  });
}

function iconEntry(body: Buffer): IconEntry {
  if (body.subarray(0, 8).equals(PNG)) return { ...pngSize(body), bits: 32, kind: 'png', alpha: [] };
  const [width, height, bits] = [body.readInt32LE(4), body.readInt32LE(8) / 2, body.readUInt16LE(14)];
  const mask = Math.ceil(width / 32) * 4 * height;
  if (body.length !== 40 + width * height * 4 + mask) throw new Error('an entry of the icon is too short or too long');
  const alpha = Array.from({ length: width * height }, (_, pixel) => body.readUInt8(40 + pixel * 4 + 3));
  return { width, height, bits, kind: 'bitmap', alpha };
}

/** The pictures of a macOS icon by their names. */
export function icnsPictures(file: Buffer): Map<string, Buffer> {
  if (file.toString('latin1', 0, 4) !== 'icns' || file.readUInt32BE(4) !== file.length) throw new Error('not a macOS icon');
  const found = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    found.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
  }
  return found;
}

/** The size of a Windows bitmap of 24 bits a pixel. */
export function bitmapSize(file: Buffer): { width: number; height: number } {
  if (file.toString('latin1', 0, 2) !== 'BM' || file.readUInt32LE(2) !== file.length) throw new Error('not a bitmap');
  if (file.readUInt16LE(28) !== 24 || file.readUInt32LE(30) !== 0) throw new Error('not of 24 bits, or compressed');
  return { width: file.readInt32LE(18), height: file.readInt32LE(22) };
}
