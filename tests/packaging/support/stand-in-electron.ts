/**
 * A folder that electron-builder takes for an unpacked Electron, since none can be fetched everywhere: a program with Electron's
 * fuses in it, and the files beside it that packing looks at. It cannot be started.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// What electron-builder itself writes programs of Windows with.
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** Electron marks its fuses in the program by this word, a version, their number, and a character for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron 45 ships: three things on that we turn off, the rest off. */
const AS_SHIPPED = '101100011';

export type Target = 'linux' | 'win32';

/** Makes the folder at `folder`. */
export function makeStandInElectron(folder: string, target: Target): void {
  for (const part of ['resources', 'locales']) mkdirSync(join(folder, part), { recursive: true });
  for (const language of ['en-US', 'es', 'es-419', 'de', 'zh-CN']) writeFileSync(join(folder, 'locales', `${language}.pak`), language);
  writeFileSync(join(folder, 'version'), '45.4.1');
  for (const file of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, file), 'the licence');
  const wire = Buffer.concat([Buffer.from(SENTINEL, 'latin1'), Buffer.from([1, AS_SHIPPED.length]), Buffer.from(AS_SHIPPED, 'latin1')]);
  if (target === 'win32') writeFileSync(join(folder, 'electron.exe'), windowsProgram(wire));
  else writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(60), wire, Buffer.alloc(64)]));
}

/** The smallest program of 64-bit Windows: the block in which a version stands, and behind everything else `contents`. */
function windowsProgram(contents: Buffer): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  const english = { lang: 1033, codepage: 1200 };
  version.setFileVersion(45, 4, 1, 0, english.lang);
  version.setStringValues(english, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  program.setExtraData(Uint8Array.from(contents).buffer);
  return Buffer.from(program.generate());
}
