/**
 * Builds dist/ from src/: the main side and the engine in a few ECMAScript modules, the preload and the page. Loading three hundred small
 * files took longer than backing up a day's work, and each thread loads its part again. What something starts by name keeps its place.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildPreload } from './build-preload.mjs';
import { bundle } from './bundle.mjs';
import { writeNotices } from './packing/notices.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SRC = join(ROOT, 'src');

/** Files that something starts by name: the terminal, the engine's door, a thread, Electron's processes. */
const MAIN_ENTRIES = [
  'main/cli/index.ts',
  'main/engine/index.ts',
  'main/engine/workers/worker.ts',
  'main/engine-host/child.ts',
  'main/sources/sqlite/worker.ts',
  'main/electron/entry.ts',
  'main/electron/smoke-test.ts',
  'main/electron/self-test/entry.ts',
  'main/electron/self-test/engine-process.ts',
];

/** Beside what it is about: the packages that became part of our files, for the notices. */
const BUNDLED = { fileName: 'bundled-packages.json' };

const missing = MAIN_ENTRIES.filter((entry) => !existsSync(join(SRC, entry)));
if (missing.length > 0) console.warn(`Not built, no such file yet: ${missing.join(', ')}`);

await bundle({
  from: SRC,
  programs: MAIN_ENTRIES.filter((entry) => !missing.includes(entry)).map((entry) => entry.replace(/\.ts$/, '')),
  outDir: join(ROOT, 'dist'),
  license: BUNDLED,
});

await build({
  root: join(SRC, 'renderer'),
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  // Puts a place for each load's nonce into the page; whoever serves it fills it in.
  html: { cspNonce: '__NONCE__' },
  build: {
    // The oldest engine that shows it: Electron's.
    target: 'chrome152',
    outDir: join(ROOT, 'dist', 'renderer'),
    emptyOutDir: true,
    sourcemap: false,
    license: BUNDLED,
    // Everything is a file of ours on this machine: the policy lets in nothing that is written into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    // Parts written for servers mark their files for them; a page has no use for that.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
await buildPreload(join(ROOT, 'dist/preload'));
writeNotices(ROOT);
console.log(`Built ${relative(process.cwd(), join(ROOT, 'dist')) || '.'} with Node ${process.versions.node}.`);
