import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canInstall, install as installHere } from '../../support/apt.ts';
import { wineFolder, windowsPackages } from './wine-folder.ts';

const DEBIAN = 'trixie';
const QUIET_APT = ['-qq', '-y', '--no-install-recommends', '-o', 'DPkg::Options::=--force-unsafe-io'];

/** Makes what is missing of the Wine folder. Each part is built beside its place and renamed when it is complete. Throws. */
export function makeWineFolder(): void {
  const { root, packages } = wineFolder();
  make(packages, fetchPackages);
  make(root, install);
}

function make(place: string, build: (folder: string) => void): void {
  if (existsSync(place)) return;
  mkdirSync(dirname(place), { recursive: true });
  removeAbandoned(dirname(place));
  const folder = mkdtempSync(`${place}.new-${process.pid}-`);
  try {
    build(folder);
    renameSync(folder, place);
  } catch (error) {
    // Another run may have been quicker.
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a run that was killed had begun. */
function removeAbandoned(base: string): void {
  for (const name of readdirSync(base)) {
    const maker = /\.new-(\d+)-/.exec(name)?.[1];
    if (maker !== undefined && !isRunning(Number(maker))) rmSync(join(base, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function fetchPackages(folder: string): void {
  for (const name of windowsPackages()) {
    const place = join(folder, 'node_modules', name.slice(0, name.lastIndexOf('@')));
    mkdirSync(place, { recursive: true });
    run('npm', ['pack', '--silent', '--pack-destination', folder, name]);
    const archive = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
    run('tar', ['-xzf', join(folder, archive), '-C', place, '--strip-components=1']);
    rmSync(join(folder, archive));
  }
}

/** Debian, in it Wine, in it a drive C. */
function install(folder: string): void {
  if (spawnSync('debootstrap', ['--version']).status !== 0 && canInstall()) installHere(['debootstrap']);
  // In namespaces of its own, so that what it mounts is gone with it.
  run('unshare', ['--mount', 'debootstrap', '--variant=minbase', DEBIAN, folder]);
  run('chroot', [folder, 'apt-get', 'install', ...QUIET_APT, 'wine', 'wine64']);
  rmSync(join(folder, 'var/cache/apt'), { recursive: true });
  rmSync(join(folder, 'var/lib/apt/lists'), { recursive: true });
  const inside = ['env', '-i', 'PATH=/usr/bin:/bin', 'HOME=/root', 'LC_ALL=C.UTF-8', 'WINEPREFIX=/opt/prefix', 'WINEDEBUG=-all'];
  const wine = ['WINEDLLOVERRIDES=mscoree,mshtml=', 'sh', '-c', 'wineboot --init && wineserver --kill'];
  // Wine finds itself through /proc; the mount is seen by nobody else and goes with the process.
  const mounted = `mount -t proc proc '${folder}/proc' && exec chroot '${folder}' "$@"`;
  run('unshare', ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', mounted, 'sh', ...inside, ...wine]);
}

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', TMPDIR: '/tmp' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 2 ** 26,
  });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${error?.message ?? ''}${stdout}${stderr}`.slice(-2000));
}
