import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, lutimesSync, mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { applyMetadata } from '../../src/main/engine/filesystem/index.ts';
import { nameFromBytes, pathForSystem } from '../../src/main/engine/format/name.ts';

/** A name no text can hold: the bytes `b`, 0xff, `d`. */
export const NOT_UTF8 = nameFromBytes(Buffer.from([0x62, 0xff, 0x64]));

const onWindows = process.platform === 'win32';

/** Makes a folder of everything the system's files can be that is easy to get wrong. */
export function makeOddTree(root: string): void {
  mkdirSync(root, { recursive: true });
  const file = (name: string, content: string | Uint8Array): void => writeFileSync(pathForSystem(`${root}/${name}`), content);
  file('plain.txt', 'one line\n');
  file('empty', '');
  file('año 日本 🦺', 'not ASCII');
  file('-rf', 'looks like an option');
  file('random.bin', randomBytes(3_000_000));
  file('text.log', '2026-01-05 claim paid 12.40\n'.repeat(40_000));
  file('zeros', '');
  truncateSync(`${root}/zeros`, 5_000_000);
  mkdirSync(`${root}/empty folder`);
  mkdirSync(`${root}/${'deep/'.repeat(10)}`, { recursive: true });
  file(`${'deep/'.repeat(10)}bottom`, 'ten levels down');
  file('twin-a', 'hard linked');
  linkSync(`${root}/twin-a`, `${root}/twin-b`);
  file('private', 'private');
  if (!onWindows) makeUnixOnly(root);
}

/** Names that Windows forbids, and what it has no such files for. */
function makeUnixOnly(root: string): void {
  writeFileSync(`${root}/line\nbreak`, 'newline in the name');
  writeFileSync(`${root}/quote " back\\slash \x1b[31m`, 'quotes and escapes in the name');
  writeFileSync(pathForSystem(`${root}/${NOT_UTF8}`), 'not UTF-8');
  symlinkSync('plain.txt', `${root}/link`);
  symlinkSync('/nowhere/at all', `${root}/dangling`);
  symlinkSync(Buffer.from([0x78, 0xfe]), `${root}/link to bytes`);
  execFileSync('mkfifo', [`${root}/pipe`]);
  special(root);
}

function special(root: string): void {
  for (const [mode, name] of [
    [0o600, 'private'],
    [0o4755, 'setuid'],
    [0o000, 'no rights'],
  ] as const) {
    writeFileSync(`${root}/${name}`, name);
    chmodSync(`${root}/${name}`, mode);
  }
  chmodSync(`${root}/empty folder`, 0o1770);
  utimesSync(`${root}/empty`, 1, 1);
  lutimesSync(`${root}/dangling`, 1_000_000_000, 1_000_000_000.5);
  applyMetadata(`${root}/plain.txt`, {
    name: 'plain.txt',
    type: 'file',
    mode: 0o640,
    mtime: '2026-01-05T08:14:03.123456789Z',
    atime: '2026-01-05T08:14:03.987654321Z',
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
    extended_attributes: [{ name: 'user.note', value: Buffer.from([0, 255, 118]).toString('base64') }],
    content: null,
  });
}
