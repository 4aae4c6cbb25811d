import { describe, expect, test } from '@jest/globals';
import { parseLocation } from '../../../../../src/main/engine/backend/location.ts';
import { systemClock } from '../../../../../src/main/clock.ts';
import { Bandwidth, openBackend } from '../../../../../src/main/engine/backend/index.ts';

const OPTIONS = { clock: systemClock, bandwidth: new Bandwidth(systemClock) };

describe('locations', () => {
  test.each([
    ['/srv/backup', '/srv/backup'],
    ['backup', 'backup'],
    ['./a:b', './a:b'],
    ['local:/srv/backup', '/srv/backup'],
    ['local:C:\\backup', 'C:\\backup'],
    ['LOCAL:x', 'x'],
    ['local:azure:x', 'azure:x'],
    ['C:\\backup', 'C:\\backup'],
    ['d:backup', 'd:backup'],
    ['\\\\server\\share\\backup', '\\\\server\\share\\backup'],
    ['/odd/name\udcff', '/odd/name\udcff'],
  ])('%j is a folder', (location, path) => {
    expect(parseLocation(location)).toEqual({ kind: 'local', path });
  });

  test.each([
    ['azure:box', 'box', ''],
    ['azure:box/pharmacy', 'box', 'pharmacy'],
    ['azure:box:/pharmacy', 'box', 'pharmacy'],
    ['azure:box:pharmacy', 'box', 'pharmacy'],
    ['azure:box:/', 'box', ''],
    ['AZURE:my-box-1//a/./b c/', 'my-box-1', 'a/b c'],
  ])('%j is a container', (location, container, prefix) => {
    expect(parseLocation(location)).toEqual({ kind: 'azure', container, prefix });
  });

  test.each([
    'azure:',
    'azure:ab',
    'azure:Box',
    'azure:-box',
    'azure:bo--x',
    'azure:box/../x',
    'azure:box/a\\b',
    'azure:box/\udcff',
    'azure:/box',
  ])('%j is no container', (location) => {
    expect(() => parseLocation(location)).toThrow(expect.objectContaining({ code: 'location-invalid' }));
  });

  test('a pasted access token is not repeated', () => {
    const pasted = 'azure:https://pharmacy.blob.core.windows.net/box?sv=2026&sig=secret';
    expect(() => parseLocation(pasted)).toThrow(
      expect.objectContaining({ data: { location: 'azure:https://pharmacy.blob.core.windows.net/box?...' } }),
    );
  });

  test.each(['', 'local:', 's3:bucket', 'sftp:host:/x', 'https://example.org/x', 'unknown:x', 'a\0b'])('%j is refused', (location) => {
    expect(() => parseLocation(location)).toThrow(expect.objectContaining({ code: 'location-invalid', data: { location } }));
  });

  test('opening touches nothing and names the absolute path', () => {
    expect(openBackend('/no/such/../folder', OPTIONS).location).toBe('/no/folder');
  });
});
