import { describe, expect, test } from '@jest/globals';
import { everydayCredential, givenCredentials, paperAccess } from '../../../../src/main/setup/azure-credential.ts';
import { isLifeboatError } from '../../../../src/shared/errors/index.ts';
import type { DestinationOf } from '../../../../src/shared/model/destination.ts';

const CLOUD: DestinationOf<'azure'> = {
  kind: 'azure',
  id: 'azure',
  name: 'Cloud',
  site: 'off-site',
  isolation: 'online',
  account: 'hollister',
  container: 'copies',
  prefix: 'main',
};
const KEY = Buffer.from('the key of the account').toString('base64');
const NOW = new Date('2026-03-01T08:00:00Z');
const parametersOf = (token = ''): URLSearchParams => new URLSearchParams(token);

describe('what a person gives', () => {
  test('a connection string, a key, or a token with or without its question mark', () => {
    expect(givenCredentials(CLOUD, { connectionString: 'BlobEndpoint=x', accountKey: KEY })).toEqual({
      connectionString: 'BlobEndpoint=x',
    });
    expect(givenCredentials(CLOUD, { accountKey: KEY })).toEqual({ accountKey: KEY, accountName: 'hollister' });
    expect(givenCredentials(CLOUD, { sasToken: '?sv=1&sig=x' })).toEqual({ token: 'sv=1&sig=x', accountName: 'hollister' });
  });

  test('nothing is an error that names the place', () => {
    const give = (): unknown => givenCredentials(CLOUD, { accountKey: '', sasToken: '', connectionString: '' });
    let found: unknown;
    try {
      give();
    } catch (error) {
      found = error;
    }
    expect(isLifeboatError(found, 'credential-missing') && found.data).toEqual({ location: 'Cloud' });
  });
});

describe('the credential this PC keeps', () => {
  test('is a narrow one for a year, without the key it was made with', async () => {
    const kept = await everydayCredential(CLOUD, givenCredentials(CLOUD, { accountKey: KEY }), NOW);
    expect(JSON.stringify(kept)).not.toContain(KEY);
    const parameters = parametersOf(kept.token);
    expect(parameters.get('se')).toBe('2027-03-01T08:00:00Z');
    // Nothing may be deleted with it.
    expect(parameters.get('sp')).not.toContain('d');
    expect(parameters.get('sp')).toContain('c');
  });

  test('goes to the endpoint of the connection string it was made with', async () => {
    const connectionString = `DefaultEndpointsProtocol=http;AccountName=rx;AccountKey=${KEY};BlobEndpoint=http://127.0.0.1:10000/rx;`;
    const kept = await everydayCredential(CLOUD, { connectionString }, NOW);
    expect(kept.connectionString).toMatch(/^BlobEndpoint=http:\/\/127\.0\.0\.1:10000\/rx;SharedAccessSignature=/);
    expect(JSON.stringify(kept)).not.toContain(KEY);
  });

  test('stays in the cloud of the connection string', async () => {
    const connectionString = `AccountName=hollister;AccountKey=${KEY};EndpointSuffix=core.chinacloudapi.cn`;
    const kept = await everydayCredential(CLOUD, { connectionString }, NOW);
    expect(kept.connectionString).toMatch(/^BlobEndpoint=https:\/\/hollister\.blob\.core\.chinacloudapi\.cn;/);
    const usual = await everydayCredential(CLOUD, { connectionString: connectionString.replace('chinacloudapi.cn', 'windows.net') }, NOW);
    expect(Object.keys(usual).toSorted()).toEqual(['accountName', 'token']);
  });

  test('is what was given where that is narrow already', async () => {
    const given = givenCredentials(CLOUD, { sasToken: 'sv=1&sig=x' });
    expect(await everydayCredential(CLOUD, given, NOW)).toBe(given);
    expect(await paperAccess(CLOUD, given, NOW)).toBeUndefined();
  });
});

test('what a paper says only reads and lists', async () => {
  const access = await paperAccess(CLOUD, givenCredentials(CLOUD, { accountKey: KEY }), new Date('2029-03-01T08:00:00Z'));
  expect(access).toMatchObject({ account: 'hollister', container: 'copies', prefix: 'main' });
  const parameters = parametersOf(access?.token);
  expect([parameters.get('sp'), parameters.get('se')]).toEqual(['rl', '2029-03-01T08:00:00Z']);
  expect(JSON.stringify(access)).not.toContain(KEY);
});
