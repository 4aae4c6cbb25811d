import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Builds the preload into `outDir` as `index.cjs`: a sandboxed one cannot be an ECMAScript module, and may require nothing but
 * electron.
 *
 * @param {string} outDir
 */
export async function buildPreload(outDir) {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'chrome152',
      outDir,
      emptyOutDir: true,
      sourcemap: true,
      license: { fileName: 'bundled-packages.json' },
      minify: false,
      lib: { entry: join(ROOT, 'src/preload/index.ts'), formats: ['cjs'], fileName: () => 'index.cjs' },
      rolldownOptions: { external: ['electron'] },
    },
  });
}
