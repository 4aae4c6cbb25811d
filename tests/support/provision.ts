/**
 * Before the tests: finds the real parts they run against, and installs the missing ones where it can (root on a
 * Debian-like Linux). Without a part its tests are skipped and say so; with CI=true a missing part is a failure.
 */
import { spawnSync } from 'node:child_process';
import { missingParts } from './parts.ts';

const isCi = process.env['CI'] === 'true' || process.env['CI'] === '1';

const absent = missingParts();
if (absent.length > 0 && canInstall()) install(absent.flatMap(({ packages }) => packages));

const missing = absent.length > 0 ? missingParts() : [];
for (const { name, hint } of missing) console.warn(`MISSING: ${name}; its tests ${isCi ? 'cannot run' : 'are skipped'}. ${hint}`);
if (missing.length > 0 && isCi) process.exitCode = 1;

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function install(packages: readonly string[]): void {
  console.log(`Installing for the tests: ${packages.join(' ')}`);
  const installed = () => apt('install', '--no-install-recommends', ...packages);
  // Package lists may be old or absent, as in a fresh container.
  if (installed() || (apt('update') && installed())) return;
  console.warn('apt-get could not install them.');
}

function apt(...args: string[]): boolean {
  const { status } = spawnSync('apt-get', ['-qq', '-y', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}
