import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ContainerClient } from '@azure/storage-blob';
import { systemClock } from '../../src/main/clock.ts';
import { createEngine } from '../../src/main/engine/index.ts';
import type { Progress } from '../../src/shared/model/progress.ts';
import { AzureGateway } from '../support/azure-gateway.ts';
import { Azurite, downloadContainer } from '../support/azurite.ts';
import { CommandLine, jsonLines, PASSWORD } from '../support/command-line.ts';
import { QUICK_ENGINE } from '../support/quick-engine.ts';
import { restic, resticOk, resticVersion } from '../support/restic.ts';

const MIB = 1024 * 1024;

describe('a repository in Azure, from the command line', () => {
  let azurite: Azurite;
  let gateway: AzureGateway;
  let container: ContainerClient;
  let line: CommandLine;

  beforeAll(async () => {
    azurite = await Azurite.start();
    gateway = await AzureGateway.start(azurite.port);
  });

  beforeEach(async () => {
    container = azurite.container();
    line = await CommandLine.make({ 'rx/1.txt': 'amoxicillin', 'rx/2.txt': 'ibuprofen' });
  });

  afterEach(() => {
    line.remove();
    gateway.treat = () => 'pass';
    gateway.seen.length = 0;
  });

  afterAll(async () => {
    await gateway.stop();
    await azurite.stop();
  });

  /** The command's environment: a place in the container, reached by the gateway unless another credential is given. */
  function place(connectionString = azurite.connectionString(gateway.port)): { environment: NodeJS.ProcessEnv } {
    return {
      environment: {
        LIFEBOAT_REPOSITORY: `azure:${container.containerName}:/pharmacy`,
        AZURE_STORAGE_CONNECTION_STRING: connectionString,
      },
    };
  }

  /** As `init` does, with a key that opens in no time. */
  async function makeCheaply(): Promise<void> {
    const identity = { hostname: 'test', username: 'test', uid: 0, gid: 0, pid: process.pid };
    const engine = createEngine({
      clock: systemClock,
      identity,
      program: 'test',
      threads: 1,
      places: { azure: azurite.credentials() },
      ...QUICK_ENGINE,
    });
    try {
      await engine.init(`azure:${container.containerName}/pharmacy`, PASSWORD);
    } finally {
      await engine.close();
    }
  }

  async function blobs(folder = ''): Promise<string[]> {
    const names = await Array.fromAsync(container.listBlobsFlat({ prefix: `pharmacy/${folder}` }), ({ name }) => name);
    return names.sort();
  }

  const requests = (method: string, folder: string): number =>
    gateway.seen.filter((request) => request.method === method && request.path.includes(`/${folder}/`)).length;

  test('a place that fails for the moment is waited for, and who watches is told', async () => {
    await container.create();
    await makeCheaply();
    const identity = { hostname: 'test', username: 'test', uid: 0, gid: 0, pid: process.pid };
    const engine = createEngine({ clock: systemClock, identity, program: 'test', threads: 1 });
    const told: Progress[] = [];
    let failed = false;
    gateway.treat = ({ path }) => {
      if (failed || !path.includes('/keys/')) return 'pass';
      failed = true;
      return { status: 503, code: 'ServerBusy' };
    };
    const behind = { location: `azure:${container.containerName}/pharmacy`, azure: azurite.credentials(gateway.port) };
    try {
      const session = await engine.open(behind, PASSWORD, 'reading', { onProgress: (progress) => told.push(progress) });
      await session.close();
    } finally {
      await engine.close();
    }
    expect(told.filter(({ kind }) => kind === 'waiting')).toEqual([{ kind: 'waiting', code: 'place-unreachable', seconds: 1 }]);
  });

  async function failure(words: readonly string[], connectionString: string): Promise<Record<string, unknown> | undefined> {
    const { code, stdout } = await line.run([...words, '--json'], place(connectionString));
    expect(code).not.toBe(0);
    return jsonLines(stdout).find(({ message_type }) => message_type === 'error');
  }

  test('init, backup, check, restore, forget and prune; stock restic reads the copied container', async () => {
    await line.ok(['init'], place());
    await line.ok(['backup', line.source], place());
    line.write({ 'rx/1.txt': 'amoxicillin 500', 'rx/3.txt': 'metformin' });
    await line.ok(['backup', line.source, '--connections', '2', '--limit-upload', '100000'], place());
    const target = line.path('restored');
    await line.ok(['restore', 'latest', '--target', target, '--verify'], place());
    expect(readFileSync(join(target, line.source, 'rx/1.txt'), 'utf8')).toBe('amoxicillin 500');
    await line.ok(['check', '--read-data'], place());
    const copy = line.path('copy');
    await downloadContainer(container, copy);
    const repo = join(copy, 'pharmacy');
    await line.ok(['check', '--read-data', '--repo', repo]);
    if (resticVersion() !== undefined) {
      await resticOk(['check', '--read-data'], { repo, password: PASSWORD });
      expect((await restic(['cat', 'config'], { repo, password: PASSWORD })).code).toBe(0);
    }
    await line.ok(['forget', '--keep-last', '1', '--prune', '--max-unused', '0'], place());
    expect(await blobs('snapshots/')).toHaveLength(1);
    expect(await blobs('locks/')).toEqual([]);
    await line.ok(['check', '--read-data'], place());
  });

  test('a credential that may only create, read and list backs up and restores; removing is refused before anything is written', async () => {
    await makeCheaply();
    const limited = await azurite.limitedString(container, 'rcl', { port: gateway.port });
    await line.ok(['backup', line.source], place(limited));
    line.write({ 'rx/1.txt': 'changed' });
    await line.ok(['backup', line.source], place(limited));
    await line.ok(['restore', 'latest', '--target', line.path('restored')], place(limited));
    await line.ok(['check', '--read-data'], place(limited));
    const before = await blobs();
    expect((await blobs('locks/')).length).toBeGreaterThanOrEqual(4);
    const { containerName } = container;
    for (const words of [['prune'], ['forget', '--keep-last', '1'], ['repair', 'index']]) {
      const data = { location: `azure:${containerName}/pharmacy` };
      expect(await failure(words, limited)).toMatchObject({ code: 'removal-not-permitted', data });
    }
    expect(await blobs()).toEqual(before);
    await line.ok(['forget', '--keep-last', '1', '--prune'], place());
    expect(await blobs('locks/')).toEqual([]);
    expect(await blobs('snapshots/')).toHaveLength(1);
  });

  test('what is protected for now stays, is told, and goes later', async () => {
    await makeCheaply();
    await line.ok(['backup', line.source], place());
    line.write({ 'rx/1.txt': 'replaced', 'rx/2.txt': 'replaced too' });
    await line.ok(['backup', line.source], place());
    const protect = (folder: string): void => {
      gateway.treat = ({ method, path }) =>
        method === 'DELETE' && path.includes(`/${folder}/`) ? { status: 409, code: 'BlobImmutableDueToPolicy' } : 'pass';
    };
    protect('snapshots');
    const forgot = await line.json(['forget', '--keep-last', '1'], place());
    expect(forgot.at(-1)).toMatchObject({ snapshots_removed: [], snapshots_locked: [expect.any(String)] });
    gateway.treat = () => 'pass';
    await line.ok(['forget', '--keep-last', '1'], place());
    for (const folder of ['index', 'data']) {
      protect(folder);
      const [pruned] = await line.json(['prune', '--max-unused', '0'], place());
      expect(pruned?.packs_locked).toBeGreaterThan(0);
      expect(pruned?.index_files_locked === 0).toBe(folder === 'data');
      await line.ok(['check', '--read-data'], place());
    }
    const packs = await blobs('data/');
    protect('locks');
    await line.ok(['snapshots'], place());
    expect(await blobs('locks/')).toHaveLength(1);
    gateway.treat = () => 'pass';
    const [pruned] = await line.json(['prune', '--max-unused', '0'], place());
    expect(pruned).toMatchObject({ packs_locked: 0 });
    expect((await blobs('data/')).length).toBeLessThan(packs.length);
    expect(await blobs('locks/')).toEqual([]);
    await line.ok(['check', '--read-data'], place());
  });

  test('a backup that broke off goes on with what is missing', async () => {
    await makeCheaply();
    for (const name of ['a', 'b', 'c', 'd', 'e']) writeFileSync(join(line.source, name), randomBytes(16 * MIB));
    let packs = 0;
    gateway.treat = ({ method, path }) =>
      method === 'PUT' && path.includes('/data/') && ++packs > 3 ? { status: 403, code: 'AuthorizationFailure' } : 'pass';
    expect(await failure(['backup', line.source], azurite.connectionString(gateway.port))).toMatchObject({ code: 'credential-refused' });
    const arrived = (await blobs('data/')).length;
    expect(arrived).toBe(3);
    gateway.treat = () => 'pass';
    gateway.seen.length = 0;
    await line.ok(['backup', line.source], place());
    expect((await blobs('data/')).length).toBe(arrived + requests('PUT', 'data'));
    expect(requests('PUT', 'data')).toBeLessThanOrEqual(5);
    await line.ok(['check', '--read-data'], place());
  });

  test('index and snapshot files are fetched once, unless the place itself is looked into', async () => {
    await makeCheaply();
    await line.ok(['backup', line.source], { environment: { ...place().environment, XDG_CACHE_HOME: mkdtempSync(line.path('other-')) } });
    const fetched = async (...words: string[]): Promise<number> => {
      gateway.seen.length = 0;
      await line.ok(words, place());
      return requests('GET', 'index') + requests('GET', 'snapshots');
    };
    expect(await fetched('ls', 'latest', '--no-cache')).toBeGreaterThan(1);
    expect(await fetched('--no-cache', 'ls', 'latest')).toBeGreaterThan(1);
    expect(existsSync(join(line.path('cache'), 'lifeboat', 'files'))).toBe(false);
    expect(await fetched('ls', 'latest')).toBeGreaterThan(1);
    expect(await fetched('ls', 'latest')).toBe(0);
    expect(await fetched('check')).toBeGreaterThan(1);
  });

  test('folders that were stored or read here once are not fetched again', async () => {
    await makeCheaply();
    const fetched = async (...words: string[]): Promise<number> => {
      gateway.seen.length = 0;
      await line.ok(words, place());
      return requests('GET', 'data');
    };
    await fetched('backup', line.source);
    expect(await fetched('backup', line.source)).toBe(0);
    expect(await fetched('ls', 'latest')).toBe(0);
    expect(await fetched('--no-cache', 'ls', 'latest')).toBeGreaterThan(0);
    rmSync(line.path('cache'), { recursive: true });
    expect(await fetched('ls', 'latest')).toBeGreaterThan(0);
    expect(await fetched('ls', 'latest')).toBe(0);
    // Only folders are kept: contents come from the place.
    expect(await fetched('restore', 'latest', '--target', line.path('target'))).toBeGreaterThan(0);
  });

  test('no container, no credential, no such way: each is said in its own words', async () => {
    const { environment } = place();
    expect((await line.run(['snapshots'], place())).code).toBe(10);
    const none = await line.run(['snapshots'], { environment: { ...environment, AZURE_STORAGE_CONNECTION_STRING: '' } });
    expect(none.stderr).toMatch(/^No credential for azure:/);
    const open = place('BlobEndpoint=http://storage.example.org/x;AccountName=x;AccountKey=eA==');
    expect((await line.run(['snapshots'], open)).stderr).toMatch(/not encrypted/);
  });
});
