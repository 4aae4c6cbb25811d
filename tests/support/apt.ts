import { spawnSync } from 'node:child_process';

/** Whether Debian packages can be installed here without asking anybody. */
export function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/** Installs Debian packages; a failure is told on the terminal. */
export function install(packages: readonly string[]): void {
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
