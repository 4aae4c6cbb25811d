import { crc32, deflateSync } from 'node:zlib';
import { noise } from './random.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Height to width of US letter paper. */
const paperShape = 11 / 8.5;

/**
 * A scanned sheet as a PNG of about `bytes` bytes. Its grain is pure noise, since what a scanner saves is compressed
 * already: no backup program can make it smaller, and no two scans share anything.
 */
export function scanImage(seed: string, bytes: number): Buffer {
  const width = Math.round(Math.sqrt(bytes / paperShape));
  const height = Math.round(width * paperShape);
  const pixels = noise(seed, height * (width + 1));
  // Each row starts with the number of its filter; 0 is none.
  for (let row = 0; row < height; row++) pixels[row * (width + 1)] = 0;
  return Buffer.concat([
    signature,
    part('IHDR', header(width, height)),
    part('IDAT', deflateSync(pixels, { level: 0 })),
    part('IEND', Buffer.alloc(0)),
  ]);
}

/** Width, height, then 8 bits of grey and no interlacing. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes[8] = 8;
  return bytes;
}

function part(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
