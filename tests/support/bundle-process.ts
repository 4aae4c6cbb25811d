/** A program: bundles the programs of the tests, and the threads and processes that these start, into the folder given to it. */
import { fileURLToPath } from 'node:url';
import { bundle } from '../../scripts/bundle.mjs';
import { PROGRAMS } from './program.ts';

await bundle({
  from: fileURLToPath(new URL('../..', import.meta.url)),
  programs: [
    ...PROGRAMS.map((name) => `tests/support/${name}`),
    'src/main/engine-host/child',
    'src/main/engine/workers/worker',
    'src/main/sources/sqlite/worker',
  ],
  stay: [
    'src/main/engine/workers/pool',
    'src/main/engine-host/fork-host',
    'src/main/sources/sqlite/database-thread',
    'tests/support/program',
  ],
  outDir: process.argv[2] ?? '',
});
