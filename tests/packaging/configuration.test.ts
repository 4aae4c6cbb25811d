import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { placeholders } from '../../scripts/packing/check-addresses.mjs';
import { configuration, PROJECT } from './support/pack.ts';

const text = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');

/** What electron-builder says is wrong with a configuration, by its own schema. */
function mistakes(config: object): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addKeyword('typeof');
  const isRight = ajv.compile(JSON.parse(text('node_modules/app-builder-lib/scheme.json')) as object);
  if (isRight(config)) return [];
  return (isRight.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('electron-builder.yml', () => {
  test("is right by electron-builder's own schema, which notices a word that it does not know", async () => {
    expect(mistakes(await configuration())).toEqual([]);
    expect(mistakes({ ...(await configuration()), electronFuse: {} })).not.toEqual([]);
  });

  test('turns every fuse that it knows to the safe side', async () => {
    expect((await configuration())['electronFuses']).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('installs for the whole PC, with questions, where nobody chooses a folder that any account may change', async () => {
    expect((await configuration())['nsis']).toMatchObject({ oneClick: false, perMachine: true, allowToChangeInstallationDirectory: false });
  });

  test('gives Windows the name under which the program shows its notifications', async () => {
    expect(text('src/main/electron/app-id.ts')).toContain(`APP_ID = '${String((await configuration())['appId'])}'`);
  });

  test('is not published as long as it names addresses that are nobody’s', async () => {
    const config = await configuration();
    expect(placeholders(config)).toEqual({ isNamed: true, isPublished: false });
    const publish = { provider: 'generic', url: 'https://updates.pharmacy.test' };
    expect(placeholders({ ...config, publish })).toEqual({ isNamed: true, isPublished: true });
    const ours = { homepage: 'https://pharmacy.test', author: 'A <a@pharmacy.test>' };
    const linux = { ...(config['linux'] as object), maintainer: 'A <a@pharmacy.test>' };
    expect(placeholders({ ...config, publish, extraMetadata: ours, linux })).toEqual({ isNamed: false, isPublished: false });
    expect(text('package.json')).toContain('"release": "node scripts/packing/check-addresses.mjs && ');
  });

  test('starts what package.json names', () => {
    expect(JSON.parse(text('package.json'))).toMatchObject({ main: 'dist/main/electron/entry.js' });
  });
});
