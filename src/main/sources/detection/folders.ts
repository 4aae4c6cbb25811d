import { homedir } from 'node:os';
import { win32 } from 'node:path';

/** Drives that may hold data; A and B are floppies, and C is taken apart below. */
const DRIVES = 'DEFGHIJKLMNOPQRSTUVWXYZ';
/** Names of folders pharmacy systems are often installed to. Suggestions: what is not there is skipped. */
const VENDOR_FOLDERS = [
  'NewTech',
  'PioneerRx',
  'PrimeRx',
  'BestRx',
  'WinRx',
  'ComputerRx',
  'Rx30',
  'Liberty',
  'QS1',
  'NexGen',
  'Datascan',
  'Pharmaserv',
  'PMS',
  'Pharmacy',
  'Backup',
  'Backups',
  'Data',
  'Scans',
  'Images',
];

/** Folders in which data of a pharmacy is likely to lie, the likeliest first: the time for looking may end before they do. */
export function foldersToLookInto(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home = homedir(),
): string[] {
  if (platform === 'win32') {
    const data = [env['ProgramData'], env['PUBLIC'], home && win32.join(home, 'Documents')];
    const programs = [env['ProgramFiles(x86)'], env['ProgramFiles']];
    const vendors = VENDOR_FOLDERS.map((name) => win32.join('C:\\', name));
    const drives = [...DRIVES].map((letter) => `${letter}:\\`);
    return present([...vendors, ...data, ...drives, ...programs]);
  }
  if (platform === 'darwin') return present(['/Users/Shared', home, '/Library/Application Support', '/Volumes']);
  return present(['/srv', '/opt', '/var/opt', '/var/backups', '/home', home, '/media', '/mnt']);
}

function present(folders: readonly (string | undefined)[]): string[] {
  const known = folders.filter((folder) => folder !== undefined && folder !== '');
  return [...new Set(known as string[])];
}
