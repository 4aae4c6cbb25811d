import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';
import { AT_RUN_TIME } from '../../scripts/packing/at-run-time.mjs';
import checkNative from '../../scripts/packing/check-native.mjs';
import { installedPackages } from '../../scripts/packing/installed-packages.mjs';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { exercisePackages, runPacked, smokeTest } from './support/exercise.ts';
import { pack, type Packed, PROJECT } from './support/pack.ts';
import type { Target } from './support/stand-in-electron.ts';

/** Bytes. Electron itself comes on top with about 250 MB. */
const LARGEST_ARCHIVE = 45_000_000;

/** Needed at run time by nobody: they speak to a compiler, to a browser, or to a terminal of mssql's. */
const LEFT_OUT = /^(commander$|@types\/|undici-types$|node-addon-api$|@azure\/msal-browser$|@koromix\/)/;

describe.each<Target>(['linux', 'win32'])('packed for %s', (target) => {
  let scratch: Scratch;
  let packed: Packed;
  let files: string[];

  beforeAll(async () => {
    scratch = scratchFolder();
    packed = await pack(target, scratch.path);
    files = listPackage(packed.archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
  }, 900_000);
  afterAll(() => scratch.remove());

  test('holds the built app, its pictures and packages, and nothing of what they are made from', () => {
    expect([...new Set(files.map((path) => path.replace(/\/.*/, '')))].sort()).toEqual(['assets', 'dist', 'node_modules', 'package.json']);
    const ours = files.filter((path) => !path.startsWith('node_modules/'));
    const kinds = new Set(['', '.cjs', '.css', '.html', '.ico', '.js', '.json', '.png', '.svg', '.woff2']);
    expect(ours.filter((path) => !kinds.has(extname(path)))).toEqual([]);
    expect(files.filter((path) => /\.(map|ts|tsx|mts|cts|c|cc|cpp|gyp|test\.js)$|\/(tests?|__tests__)\//.test(path))).toEqual([]);
    const picture = target === 'win32' ? 'assets/built/tray/dark/protected.ico' : 'assets/built/tray/dark/protected@2x.png';
    expect(files).toEqual(expect.arrayContaining(['dist/main/electron/entry.js', 'dist/renderer/index.html', picture]));
  });

  test('holds exactly the packages that are needed at run time, and what they need', () => {
    const inArchive = files
      .map((path) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.[1])
      .filter((name) => name !== undefined);
    const needed = installedPackages(PROJECT, AT_RUN_TIME).map(({ folder }) => folder.slice(folder.lastIndexOf('node_modules/') + 13));
    const both = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => !LEFT_OUT.test(name)).sort();
    expect(both(inArchive)).toEqual(both(needed));
  });

  test('holds native parts of its own system only, outside the archive, and nothing else is outside', () => {
    const folder = `${packed.archive}.unpacked`;
    const outside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
    const wanted = [`better-sqlite3/prebuilds/${target}-x64.node`, `keytar/prebuilds/${target}-x64/keytar.node`];
    // Another system's part of koffi is a package of its own, which is not installed here.
    const koffi = target === process.platform ? [`@koromix/koffi-${target}-x64/${target}_x64/koffi.node`] : [];
    expect(outside.map((path) => path.replaceAll('\\', '/')).sort()).toEqual(
      [...wanted, ...koffi].map((path) => `node_modules/${path}`).sort(),
    );
    expect(files.filter((path) => path.endsWith('.node')).length).toBe(outside.length);
  });

  test('an app without a native part of its system is not handed on', () => {
    const check = (): void => checkNative({ appOutDir: packed.folder, electronPlatformName: target, arch: 1 });
    if (target === process.platform) expect(check).not.toThrow();
    else expect(check).toThrow(`koffi-${target}-x64`);
    expect(() => checkNative({ appOutDir: packed.folder, electronPlatformName: target, arch: 3 })).toThrow(`${target}-arm64`);
  });

  test('holds no secret and no path of the machine that built it', () => {
    expect(files.filter((path) => /(^|\/)(\.env|\.npmrc|\.git|.*\.(pem|pfx|p12|key))$/.test(path))).toEqual([]);
    const scripts = files.filter((path) => /^dist\/.*\.(js|cjs|html|json)$/.test(path) && !statIsFolder(packed.archive, path));
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.filter((path) => extractFile(packed.archive, path).includes(PROJECT.replace(/\/$/, '')))).toEqual([]);
  });

  test("a package.json without scripts, development's packages or anything else to act on", () => {
    const manifest = JSON.parse(extractFile(packed.archive, 'package.json').toString('utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: 'lifeboat', main: 'dist/main/electron/entry.js', type: 'module' });
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['devDependencies']));
  });

  test('has its fuses set, as read back from the program', async () => {
    const wire = (await getCurrentFuseWire(packed.program)) as unknown as Record<string, number>;
    const states = Array.from({ length: 8 }, (_, fuse) => String.fromCharCode(wire[fuse] ?? 0)).join('');
    // RunAsNode, cookies, NODE_OPTIONS, --inspect, integrity, archive only, own snapshot, file:// with privileges.
    expect(states).toBe('01001100');
  });

  test('is as large as it has to be', () => {
    const native = readdirSync(`${packed.archive}.unpacked`, { recursive: true, encoding: 'utf8' }).map((path) =>
      statSync(join(`${packed.archive}.unpacked`, path)),
    );
    const bytes = native.filter((stat) => stat.isFile()).reduce((sum, stat) => sum + stat.size, statSync(packed.archive).size);
    expect(bytes).toBeGreaterThan(5_000_000);
    expect(bytes).toBeLessThan(LARGEST_ARCHIVE);
  });

  test('speaks the languages of the app, and carries the licences of what it is made of', () => {
    expect(readdirSync(join(packed.folder, 'locales')).sort()).toEqual(['en-US.pak', 'es-419.pak', 'es.pak']);
    const read = (...path: string[]): string => readFileSync(join(packed.folder, ...path), 'utf8');
    expect(read('resources', 'LICENSE.txt')).toBe(readFileSync(join(PROJECT, 'LICENSE'), 'utf8'));
    const notices = read('resources', 'THIRD-PARTY-NOTICES.txt');
    for (const name of ['better-sqlite3', 'react-dom', 'zod', 'pdfkit', 'Roboto', '@github/keytar']) expect(notices).toContain(name);
    expect(read('LICENSE.electron.txt')).toBe('the licence');
  });

  if (target === 'win32') {
    test('the program carries the hash of its archive', () => {
      const { headerString } = getRawHeader(packed.archive);
      const hash = createHash('sha256').update(headerString).digest('hex');
      const told = /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"\}\]/.exec(
        readFileSync(packed.program, 'latin1'),
      );
      expect(told?.[1]).toBe(hash);
    });
  }

  if (target === process.platform) {
    test('its own smoke test passes, from the unpacked archive under plain Node', async () => {
      const app = join(scratch.path, 'smoke');
      extractAll(packed.archive, app);
      expect(await smokeTest(app)).toMatchObject({ passed: true });
    });

    test('what was packed runs: the app, its threads and its native parts, without anything around it', async () => {
      const app = join(scratch.path, 'extracted');
      extractAll(packed.archive, app);
      expect(await runPacked(app, scratch.path)).toEqual({ restored: 'Rx 104233\n'.repeat(50_000), said: '' });
      expect(await exercisePackages(app)).toEqual(Object.fromEntries(AT_RUN_TIME.map((name) => [name, true])));
    });
  }
});

function statIsFolder(archive: string, path: string): boolean {
  return listPackage(archive, { isPack: false }).some((other) => other.replaceAll('\\', '/').startsWith(`/${path}/`));
}
