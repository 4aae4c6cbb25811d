import { spawnSync } from 'node:child_process';

/** A real part that some tests run against, beside Node and the packages of package.json. */
export interface Part {
  readonly name: string;
  /** Where the part exists and has to be installed; elsewhere the system brings it. */
  readonly platforms: readonly NodeJS.Platform[];
  /** Debian's packages that bring it. */
  readonly packages: readonly string[];
  /** The part is there when all of these run and end well. */
  readonly probes: readonly (readonly [command: string, ...args: string[]])[];
  /** What a person does to get it. */
  readonly hint: string;
}

export const PARTS = {
  restic: {
    name: 'restic',
    platforms: ['linux', 'darwin', 'win32'],
    packages: ['restic'],
    probes: [['restic', 'version']],
    hint: 'Install restic 0.14 or newer and have it on PATH.',
  },
  keyring: {
    name: 'a Secret Service (gnome-keyring)',
    platforms: ['linux'],
    packages: ['gnome-keyring', 'dbus', 'libsecret-1-0'],
    probes: [
      ['gnome-keyring-daemon', '--version'],
      ['dbus-run-session', '--version'],
    ],
    hint: 'Install gnome-keyring, dbus and libsecret.',
  },
  postgresql: {
    name: 'PostgreSQL (server and client tools)',
    platforms: ['linux'],
    packages: ['postgresql'],
    probes: [
      ['pg_dump', '--version'],
      // Debian keeps the server's programs out of PATH.
      ['sh', '-c', 'PATH="$PATH:$(echo /usr/lib/postgresql/*/bin | tr " " :)" initdb --version'],
    ],
    hint: 'Install PostgreSQL. Its service need not run; the tests start servers of their own.',
  },
  mariadb: {
    name: 'MariaDB (server and client tools)',
    platforms: ['linux'],
    packages: ['mariadb-server'],
    probes: [
      ['mariadb-dump', '--version'],
      ['sh', '-c', 'PATH="$PATH:/usr/sbin" && mariadbd --version && command -v mariadb-install-db'],
    ],
    hint: 'Install MariaDB. Its service need not run; the tests start servers of their own.',
  },
  chromium: {
    name: 'Chromium',
    platforms: ['linux'],
    packages: ['chromium'],
    probes: [['chromium', '--version']],
    hint: 'Install Chromium and have it on PATH as `chromium`.',
  },
  paper: {
    name: 'readers of printed pages (poppler, zbar)',
    platforms: ['linux'],
    packages: ['poppler-utils', 'zbar-tools'],
    probes: [
      ['pdftotext', '-v'],
      ['pdftoppm', '-v'],
      ['zbarimg', '--version'],
    ],
    hint: 'Install poppler-utils and zbar-tools.',
  },
  installer: {
    name: "the compiler of Windows' installers (NSIS)",
    platforms: ['linux'],
    packages: ['nsis'],
    probes: [['makensis', '-VERSION']],
    hint: 'Install NSIS 3 and have makensis on PATH.',
  },
} as const satisfies Record<string, Part>;

/** Whether this platform's tests want the part and the machine does not have it. */
export function isMissing(part: Part): boolean {
  return part.platforms.includes(process.platform) && !part.probes.every(runs);
}

/** Every part that is missing here. */
export function missingParts(): Part[] {
  return Object.values<Part>(PARTS).filter(isMissing);
}

function runs([command, ...args]: readonly [string, ...string[]]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
