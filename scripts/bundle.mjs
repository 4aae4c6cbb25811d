import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { AT_RUN_TIME } from './packing/at-run-time.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** They find another file beside themselves, a thread's or a process's, so they must stay where they are. */
const STAY = ['main/engine/workers/pool', 'main/engine-host/fork-host', 'main/sources/sqlite/database-thread'];

/**
 * Makes a few ECMAScript modules of programs for Node and of all they import, with maps to the source. What something starts by name
 * keeps its place below `from`.
 *
 * @param {{
 *   from: string,
 *   programs: readonly string[],
 *   stay?: readonly string[],
 *   outDir: string,
 *   license?: { fileName: string },
 * }} bundle `programs` and `stay`: paths below `from`, a folder of the project, without their ending.
 */
export async function bundle({ from, programs, stay = STAY, outDir, license }) {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron', ...AT_RUN_TIME] },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      sourcemap: true,
      ...(license !== undefined && { license }),
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(programs.map((program) => [program, join(from, `${program}.ts`)])),
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: (chunk) => (stay.includes(chunk.name) ? '[name].js' : 'chunks/[name].js'),
          codeSplitting: { groups: stay.map((name) => ({ name, test: (id) => id === join(from, `${name}.ts`) })) },
        },
      },
    },
  });
}
