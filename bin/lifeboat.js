#!/usr/bin/env node
/** The command `lifeboat`. Plain JavaScript and little of it, so that an older Node gets as far as the sentence below. */
import { existsSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
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
  keepCompiled();
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
}

/** Node keeps what it made of our code beside our other copies: the next start and its threads need not compile it again. Safe to lose, and to do without. */
function keepCompiled() {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  try {
    const caches = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME || join(homedir(), '.cache');
    if (caches) module.enableCompileCache(join(caches, 'lifeboat', 'compiled'));
  } catch {
    // Nobody's home: then it starts as it always did.
  }
}

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
