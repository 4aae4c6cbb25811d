#!/usr/bin/env node
/** The command `lifeboat`. Plain JavaScript and little of it, so that an older Node gets as far as the sentence below. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The first Node with zstd; the product itself is built for and tested on Node 24. */
const OLDEST = { major: 22, minor: 15 };
const built = new URL('../dist/main/cli/index.js', import.meta.url);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor)) {
  refuse(
    `Lifeboat needs Node 24 and this is Node ${process.versions.node}: run \`npx lifeboat\` in its folder, which brings the right one.`,
  );
} else if (!existsSync(fileURLToPath(built))) {
  refuse('Lifeboat is not built yet: run `npm ci` (or `npm run build`) in its folder.');
} else {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
}

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
