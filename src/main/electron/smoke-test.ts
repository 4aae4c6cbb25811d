/**
 * Boots everything that can boot without Electron's window, in a scratch profile: `node dist/main/electron/smoke-test.js`, or the
 * installed program with `--smoke-test`. Prints what it found as JSON and exits 0 if all of it works, else 1.
 */
import { fileURLToPath } from 'node:url';
import { forkHost } from '../engine-host/index.ts';
import { smokeTest } from './smoke-test/run.ts';

const PAGE = fileURLToPath(new URL('../../renderer', import.meta.url));

const report = await smokeTest({ startHost: forkHost, pageFolder: PAGE });
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
process.exitCode = report.passed ? 0 : 1;
