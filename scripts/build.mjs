/**
 * Builds dist/ from src/: the main side and the engine as ECMAScript modules that mirror src file for file, so that
 * a worker thread or Electron finds its sibling file where the source has it, and a stack trace names the real file.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SRC = join(ROOT, 'src');

/** Files that something starts by name: the terminal, the engine's door, a thread, Electron's processes. */
const MAIN_ENTRIES = [
  'main/cli/index.ts',
  'main/engine/index.ts',
  'main/engine/workers/worker.ts',
  'main/engine-host/child.ts',
  'main/sources/sqlite/worker.ts',
  'main/electron/self-test/entry.ts',
  'main/electron/self-test/engine-process.ts',
];

const missing = MAIN_ENTRIES.filter((entry) => !existsSync(join(SRC, entry)));
if (missing.length > 0) console.warn(`Not built, no such file yet: ${missing.join(', ')}`);

await build({
  root: ROOT,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node24',
    outDir: join(ROOT, 'dist'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: MAIN_ENTRIES.filter((entry) => !missing.includes(entry)).map((entry) => join(SRC, entry)),
      external: isPackage,
      output: {
        format: 'es',
        preserveModules: true,
        preserveModulesRoot: SRC,
        entryFileNames: '[name].js',
      },
    },
  },
});
console.log(`Built ${relative(process.cwd(), join(ROOT, 'dist')) || '.'} with Node ${process.versions.node}.`);

/** Everything that is not ours is imported at run time from node_modules, native parts above all. @param {string} id */
function isPackage(id) {
  return !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(id);
}
