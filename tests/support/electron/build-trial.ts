/**
 * A program: builds the one that tries the adapters' promises into the folder of its first word. It has to lie below the project,
 * where packages are found. The second word is what is taken in the place of Electron's own module.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const [outDir = '', electron] = process.argv.slice(2);

await build({
  root: ROOT,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  ...(electron !== undefined && { resolve: { alias: { electron } } }),
  ssr: electron === undefined ? { external: ['electron'] } : { noExternal: ['electron'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { trial: join(ROOT, 'tests/e2e-electron/adapters/in-electron.ts') },
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
});
