/**
 * Before the tests: finds the real parts they run against, and installs the missing ones where it can (root on a
 * Debian-like Linux). Without a part its tests are skipped and say so; with CI=true a missing part is a failure.
 * And builds dist/ if it is not of this source: some tests run what is built.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from '../../scripts/start/built.mjs';
import { canInstall, install } from './apt.ts';
import { missingParts } from './parts.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const isCi = process.env['CI'] === 'true' || process.env['CI'] === '1';

const absent = missingParts();
if (absent.length > 0 && canInstall()) install(absent.flatMap(({ packages }) => packages));

const missing = absent.length > 0 ? missingParts() : [];
for (const { name, hint } of missing) console.warn(`MISSING: ${name}; its tests ${isCi ? 'cannot run' : 'are skipped'}. ${hint}`);
if (missing.length > 0 && isCi) process.exitCode = 1;

if (!isBuilt(PROJECT)) {
  const { status } = spawnSync(process.execPath, [join(PROJECT, 'scripts/build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exitCode = 1;
}
