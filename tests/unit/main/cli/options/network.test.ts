import { describe, expect, test } from '@jest/globals';
import { bandwidthLimits, fromAzureCredentials, placeOptions } from '../../../../../src/main/cli/options/network.ts';
import { parseConnections, parseRate } from '../../../../../src/main/cli/options/rates.ts';

describe('places on the network', () => {
  test('rates are KiB per second, and 0 is no limit', () => {
    expect(parseRate('512', '--limit-upload')).toBe(512);
    expect(bandwidthLimits({ limitUpload: 512, limitDownload: 2 })).toEqual({ upload: 512 * 1024, download: 2048 });
    expect(bandwidthLimits({ limitUpload: 0 })).toEqual({});
    expect(bandwidthLimits({})).toEqual({});
  });

  test.each(['0', '101', '-1', 'x', '1.5', ''])('%j is no number of connections', (value) => {
    expect(() => parseConnections(value, '--connections')).toThrow(expect.objectContaining({ code: 'value-invalid' }));
  });

  test('connections and the folder for copies are handed on', () => {
    expect(placeOptions({ connections: 3 }, {}, '/cache')).toEqual({ azure: {}, connections: 3, cacheFolder: '/cache' });
    expect(placeOptions({ cache: false }, {}, '/cache')).toEqual({ azure: {} });
  });

  test.each<[string, NodeJS.ProcessEnv, object]>([
    ["restic's key", { AZURE_ACCOUNT_NAME: 'a', AZURE_ACCOUNT_KEY: 'k' }, { accountName: 'a', accountKey: 'k' }],
    [
      "restic's token in another cloud",
      { AZURE_ACCOUNT_NAME: 'a', AZURE_ACCOUNT_SAS: 's', AZURE_ENDPOINT_SUFFIX: 'e' },
      { accountName: 'a', token: 's', endpointSuffix: 'e' },
    ],
    ["Azure's own key", { AZURE_STORAGE_ACCOUNT: 'a', AZURE_STORAGE_KEY: 'k' }, { accountName: 'a', accountKey: 'k' }],
    ["Azure's own token", { AZURE_STORAGE_ACCOUNT: 'a', AZURE_STORAGE_SAS_TOKEN: 's' }, { accountName: 'a', token: 's' }],
    ['a connection string', { AZURE_STORAGE_CONNECTION_STRING: 'c', AZURE_STORAGE_KEY: 'k' }, { connectionString: 'c' }],
    ['nothing, said in empty words', { AZURE_ACCOUNT_NAME: '', AZURE_STORAGE_CONNECTION_STRING: '' }, {}],
  ])('the credential from %s', (_, environment, azure) => {
    expect(placeOptions({ cache: false }, environment, '/cache')).toEqual({ azure });
  });

  test.each<[string, NodeJS.ProcessEnv, object | undefined]>([
    ['none of its own', { AZURE_ACCOUNT_NAME: 'a', AZURE_ACCOUNT_SAS: 's', LIFEBOAT_FROM_AZURE_ACCOUNT_SAS: '' }, undefined],
    [
      'its own, and nothing of the others',
      { AZURE_ACCOUNT_NAME: 'a', AZURE_ENDPOINT_SUFFIX: 'e', LIFEBOAT_FROM_AZURE_ACCOUNT_NAME: 'b', LIFEBOAT_FROM_AZURE_ACCOUNT_SAS: 't' },
      { accountName: 'b', token: 't' },
    ],
    [
      "Lifeboat's names before restic's",
      { LIFEBOAT_FROM_AZURE_STORAGE_CONNECTION_STRING: 'c', RESTIC_FROM_AZURE_ACCOUNT_NAME: 'b' },
      { connectionString: 'c' },
    ],
    ["restic's names", { RESTIC_FROM_AZURE_ACCOUNT_NAME: 'b', RESTIC_FROM_AZURE_ACCOUNT_KEY: 'k' }, { accountName: 'b', accountKey: 'k' }],
  ])('the source of a copy has %s', (_, environment, azure) => {
    expect(fromAzureCredentials(environment)).toEqual(azure);
  });
});
