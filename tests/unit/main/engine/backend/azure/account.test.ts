import { describe, expect, test } from '@jest/globals';
import { accountFor } from '../../../../../../src/main/engine/backend/azure/account.ts';
import type { AzureCredentials } from '../../../../../../src/main/engine/backend/azure/index.ts';

const KEY = Buffer.from('secret').toString('base64');

function account(credentials: AzureCredentials | undefined): { url: string; sharedKey?: object; token?: string } {
  const { url, ...rest } = accountFor('box', credentials, 'azure:box');
  return { url: url.href, ...rest };
}

describe('how an account is reached', () => {
  test.each<[string, AzureCredentials, object]>([
    [
      'name and key',
      { accountName: 'pharmacy', accountKey: KEY },
      { url: 'https://pharmacy.blob.core.windows.net/box', sharedKey: { name: 'pharmacy', key: KEY } },
    ],
    [
      'another cloud',
      { accountName: 'pharmacy', accountKey: KEY, endpointSuffix: 'core.usgovcloudapi.net' },
      { url: 'https://pharmacy.blob.core.usgovcloudapi.net/box', sharedKey: { name: 'pharmacy', key: KEY } },
    ],
    [
      'name and token',
      { accountName: 'pharmacy', token: '?sv=1&sig=x%3D' },
      { url: 'https://pharmacy.blob.core.windows.net/box', token: 'sv=1&sig=x%3D' },
    ],
    [
      'a key before a token',
      { accountName: 'pharmacy', accountKey: KEY, token: 'sig=x', connectionString: 'AccountName=other;AccountKey=eA==' },
      { url: 'https://pharmacy.blob.core.windows.net/box', sharedKey: { name: 'pharmacy', key: KEY } },
    ],
    [
      'a connection string',
      { connectionString: `DefaultEndpointsProtocol=https;AccountName=pharmacy;AccountKey=${KEY};EndpointSuffix=core.chinacloudapi.cn;` },
      { url: 'https://pharmacy.blob.core.chinacloudapi.cn/box', sharedKey: { name: 'pharmacy', key: KEY } },
    ],
    [
      'a connection string with a token',
      { connectionString: 'BlobEndpoint=https://store.example.org/x/;SharedAccessSignature=sv=1&sig=a=b' },
      { url: 'https://store.example.org/x/box', token: 'sv=1&sig=a=b' },
    ],
    [
      'this very machine',
      { connectionString: `BlobEndpoint=http://127.0.0.1:10000/dev;AccountName=dev;AccountKey=${KEY}` },
      { url: 'http://127.0.0.1:10000/dev/box', sharedKey: { name: 'dev', key: KEY } },
    ],
  ])('%s', (_, credentials, expected) => {
    expect(account(credentials)).toEqual(expected);
  });

  test.each<[string, AzureCredentials | undefined, string]>([
    ['nothing', undefined, 'credential-missing'],
    ['a name alone', { accountName: 'pharmacy' }, 'credential-missing'],
    ['a key without a name', { accountKey: KEY }, 'credential-missing'],
    ['an endpoint alone', { connectionString: 'BlobEndpoint=https://store.example.org' }, 'credential-missing'],
    ['a key that is none', { accountName: 'pharmacy', accountKey: 'not base64!' }, 'credential-refused'],
    ['a name that leads elsewhere', { accountName: 'x/../evil.example.org#', accountKey: KEY }, 'credential-refused'],
    ['a suffix that leads elsewhere', { accountName: 'pharmacy', accountKey: KEY, endpointSuffix: 'x@evil.org/' }, 'credential-refused'],
    ['no connection string', { connectionString: 'my password' }, 'credential-refused'],
    ['http', { connectionString: `BlobEndpoint=http://store.example.org;AccountName=x;AccountKey=${KEY}` }, 'connection-insecure'],
    [
      'http that looks local',
      { connectionString: `BlobEndpoint=http://127.0.0.1.example.org;AccountName=x;AccountKey=${KEY}` },
      'connection-insecure',
    ],
    ['another protocol', { connectionString: `BlobEndpoint=ftp://127.0.0.1;AccountName=x;AccountKey=${KEY}` }, 'connection-insecure'],
  ])('%s is refused without a word of the secret', (_, credentials, code) => {
    try {
      account(credentials);
    } catch (error) {
      expect(error).toMatchObject({ code, data: { location: 'azure:box' } });
      expect(JSON.stringify(error)).not.toContain(KEY);
      return;
    }
    throw new Error('accepted');
  });
});
