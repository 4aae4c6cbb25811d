/** Draws assets/built anew from assets/drawings. What is there and no longer drawn is removed. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { BUILT, drawAll } from './pictures/catalogue.mjs';

const pictures = drawAll();
rmSync(BUILT, { recursive: true, force: true });
for (const [path, bytes] of pictures) {
  mkdirSync(dirname(join(BUILT, path)), { recursive: true });
  writeFileSync(join(BUILT, path), bytes);
}
console.log(`Drew ${pictures.size} pictures into ${relative(process.cwd(), BUILT)}.`);
