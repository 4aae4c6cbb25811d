import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ContainerClient } from '@azure/storage-blob';
import { systemClock } from '../../src/main/clock.ts';
import { AzureBackend, type AzureCredentials } from '../../src/main/engine/backend/azure/index.ts';
import { Bandwidth, type Backend, type Handle } from '../../src/main/engine/backend/index.ts';
import { PATIENCE, RetryBackend } from '../../src/main/engine/backend/retry/index.ts';
import { AzureGateway, type SeenRequest, type Treatment } from '../support/azure-gateway.ts';
import { Azurite } from '../support/azurite.ts';
import { fileOf, namesOf } from '../support/backends.ts';

const CONFIG = { type: 'config', name: 'config' } as const;
/** As long as the product waits, but with pauses a test can sit through. */
const SOON = { ...PATIENCE, firstPause: 5, longestPause: 20 };

describe('Azure on a bad line', () => {
  let azurite: Azurite;
  let gateway: AzureGateway;
  let container: ContainerClient;
  let bare: AzureBackend;
  let steady: Backend;

  beforeAll(async () => {
    azurite = await Azurite.start();
    gateway = await AzureGateway.start(azurite.port);
  });

  beforeEach(async () => {
    container = azurite.container();
    await container.create();
    bare = through(azurite.credentials(gateway.port));
    steady = new RetryBackend(bare, { clock: systemClock, patience: SOON });
  });

  afterEach(() => {
    gateway.treat = () => 'pass';
    gateway.seen.length = 0;
  });

  afterAll(async () => {
    await gateway.stop();
    await azurite.stop();
  });

  function through(credentials: AzureCredentials, bandwidth = new Bandwidth(systemClock)): AzureBackend {
    return new AzureBackend({ container: container.containerName, prefix: '', credentials, clock: systemClock, bandwidth });
  }

  /** Mistreats the first request of a method that a test is about, and no other; whether it came to that. */
  function once(method: string, treatment: Treatment): () => boolean {
    let met = false;
    gateway.treat = (request) => {
      if (met || request.method !== method) return 'pass';
      met = true;
      return treatment;
    };
    return () => met;
  }

  const uploads = (): SeenRequest[] => gateway.seen.filter(({ method }) => method === 'PUT');

  test.each<[string, Treatment]>([
    ['is cut off on its way', { cutRequestAfter: 100_000 }],
    ['arrives and its answer is lost', 'lose-answer'],
    ['is damaged on its way', 'damage-request'],
    ['meets a busy service', { status: 503, code: 'ServerBusy', headers: { 'retry-after': '0' } }],
    ['meets a failing service', { status: 500, code: 'InternalError' }],
    ['meets a gateway that times out', { status: 504 }],
  ])('an upload that %s is repeated', async (_, treatment) => {
    const { handle, bytes } = fileOf(randomBytes(500_000));
    const met = once('PUT', treatment);
    await steady.save(handle, [bytes.subarray(0, 1000), bytes.subarray(1000)]);
    expect(met()).toBe(true);
    expect(uploads()).toHaveLength(2);
    expect(Buffer.compare(await steady.load(handle), bytes)).toBe(0);
  });

  test.each<[string, Treatment]>([
    ['is cut off on its way', { cutAnswerAfter: 100_000 }],
    ['is damaged on its way', 'damage-answer'],
    ['meets a busy service', { status: 503, code: 'ServerBusy' }],
  ])('a download that %s is repeated', async (_, treatment) => {
    const { handle, bytes } = fileOf(randomBytes(500_000));
    await bare.save(handle, [bytes]);
    const met = once('GET', treatment);
    expect(Buffer.compare(await steady.load(handle), bytes)).toBe(0);
    expect(met()).toBe(true);
    const range = { offset: 100, length: 300_000 };
    const metAgain = once('GET', treatment === 'damage-answer' ? { status: 500 } : treatment);
    expect(Buffer.compare(await steady.load(handle, range), bytes.subarray(100, 300_100))).toBe(0);
    expect(metAgain()).toBe(true);
  });

  test('nothing is repeated by the SDK on its own', async () => {
    gateway.treat = () => ({ status: 503, code: 'ServerBusy' });
    await expect(bare.stat(CONFIG)).rejects.toMatchObject({ code: 'place-unreachable', retryable: true });
    await expect(bare.load(fileOf('x').handle)).rejects.toMatchObject({ code: 'place-unreachable', retryable: true });
    expect(gateway.seen).toHaveLength(2);
  });

  test('what a busy service asks us to wait is known', async () => {
    gateway.treat = () => ({ status: 503, code: 'ServerBusy', headers: { 'retry-after': '7' } });
    await expect(bare.stat(CONFIG)).rejects.toMatchObject({ retryAfter: 7000 });
    const date = new Date(Date.now() + 60_000).toUTCString();
    gateway.treat = () => ({ status: 429, headers: { 'retry-after': date } });
    const error = await bare.stat(CONFIG).catch((thrown: unknown) => thrown as { retryAfter: number });
    expect(Math.abs((error as { retryAfter: number }).retryAfter - 60_000)).toBeLessThan(5000);
  });

  test('a config whose answer was lost is ours; that of somebody else is not', async () => {
    const met = once('PUT', 'lose-answer');
    await steady.save(CONFIG, [Buffer.from('ours')]);
    expect(met()).toBe(true);
    await expect(steady.save(CONFIG, [Buffer.from('ours')])).rejects.toMatchObject({ code: 'file-exists' });
    await container.getBlobClient('config').delete();
    gateway.treat = ({ method, attempt }) => (method === 'PUT' && attempt === 3 ? { status: 500 } : 'pass');
    await container.getBlockBlobClient('config').upload('them', 4);
    await expect(steady.save(CONFIG, [Buffer.from('ours')])).rejects.toMatchObject({ code: 'file-exists' });
  });

  test('a name that is taken counts as done only if length and checksum agree', async () => {
    const { handle, bytes } = fileOf(randomBytes(1000));
    const blob = container.getBlockBlobClient(`data/${handle.name.slice(0, 2)}/${handle.name}`);
    await blob.upload(bytes.subarray(0, 999), 999);
    await expect(steady.save(handle, [bytes])).rejects.toMatchObject({ code: 'file-exists', retryable: false });
    await blob.upload(randomBytes(1000), 1000);
    await expect(steady.save(handle, [bytes])).rejects.toMatchObject({ code: 'file-exists' });
    // As other programs store them: in blocks, without a checksum.
    await blob.stageBlock('AAAA', bytes, 1000);
    await blob.commitBlockList(['AAAA']);
    await steady.save(handle, [bytes]);
    expect(Buffer.compare(await steady.load(handle), bytes)).toBe(0);
  });

  test('with a credential that may not replace, a name that is taken is looked at too', async () => {
    const { handle, bytes } = fileOf('there');
    await bare.save(handle, [bytes]);
    gateway.treat = ({ method }) => (method === 'PUT' ? { status: 403, code: 'UnauthorizedBlobOverwrite' } : 'pass');
    await steady.save(handle, [bytes]);
    await expect(steady.save(fileOf('absent').handle, [Buffer.from('absent')])).rejects.toMatchObject({ code: 'permission-denied' });
  });

  test('a listing of many pages is whole and holds nothing else', async () => {
    const files = Array.from({ length: 25 }, (_, i) => fileOf(`file ${i}`));
    for (const { handle, bytes } of files) await bare.save(handle, [bytes]);
    const [first] = files;
    for (const name of ['data/x', 'data/00/x', `data/zz/${first?.handle.name}`, `data/${first?.handle.name}`, 'database/x'])
      await container.getBlockBlobClient(name).upload('', 0);
    const { containerName } = container;
    const paged = new AzureBackend({
      container: containerName,
      prefix: '',
      credentials: azurite.credentials(gateway.port),
      clock: systemClock,
      pageSize: 7,
    });
    gateway.seen.length = 0;
    expect(await namesOf(paged, 'data')).toEqual(files.map(({ handle }) => handle.name).sort());
    expect(gateway.seen.length).toBeGreaterThanOrEqual(4);
  });

  test('a listing that breaks off is completed, each file once', async () => {
    const files = Array.from({ length: 30 }, (_, i) => fileOf(`file ${i}`, 'index'));
    for (const { handle, bytes } of files) await bare.save(handle, [bytes]);
    const met = once('GET', { cutAnswerAfter: 2000 });
    expect(await namesOf(steady, 'index')).toEqual(files.map(({ handle }) => handle.name).sort());
    expect(met()).toBe(true);
  });

  test.each<[string, Treatment, object]>([
    ['a policy', { status: 409, code: 'BlobImmutableDueToPolicy' }, { code: 'locked-until', retryable: false }],
    ['a lease', { status: 412, code: 'LeaseIdMissing' }, { code: 'locked-until' }],
    ['missing rights', { status: 403, code: 'AuthorizationPermissionMismatch' }, { code: 'permission-denied' }],
    ['a wrong key', { status: 403, code: 'AuthenticationFailed' }, { code: 'credential-refused' }],
    ['a vanished container', { status: 404, code: 'ContainerNotFound' }, { code: 'place-unreachable', retryable: false }],
    ['a sign-in page of a guest network', { status: 404 }, { code: 'place-unreachable' }],
    ['a proxy that forbids', { status: 403 }, { code: 'place-unreachable' }],
  ])('removing is refused because of %s', async (_, treatment, expected) => {
    const { handle, bytes } = fileOf('kept', 'snapshots');
    await bare.save(handle, [bytes]);
    gateway.treat = ({ method }) => (method === 'DELETE' ? treatment : 'pass');
    await expect(steady.remove(handle)).rejects.toMatchObject(expected);
    expect(await namesOf(bare, 'snapshots')).toEqual([handle.name]);
  });

  test('a page that is not Azure’s is not taken for a missing file', async () => {
    gateway.treat = () => ({ status: 404 });
    await expect(bare.stat(CONFIG)).rejects.toMatchObject({ code: 'place-unreachable', data: { reason: 'HTTP 404' } });
  });

  test('a wrong or expired credential is said, and nothing of it is told', async () => {
    const wrong = azurite.connectionString().replace(/AccountKey=.*/, `AccountKey=${Buffer.from('secret of nobody').toString('base64')}`);
    const expired = await azurite.limitedString(container, 'rcl', { expired: true });
    for (const connectionString of [wrong, expired]) {
      const error = await through({ connectionString })
        .stat(CONFIG)
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'credential-refused', retryable: false });
      const { cause } = error as Error;
      const told = [String(error), JSON.stringify(error), String(cause), JSON.stringify(cause), Object.keys(cause as object)].join();
      expect(told).not.toMatch(/sig=|secret|SharedKey|AccountKey|se=/i);
    }
  });

  test('nobody at the address is known at once, also behind retries', async () => {
    const dead = await AzureGateway.start(azurite.port);
    const { port } = dead;
    await dead.stop();
    const place = new RetryBackend(through(azurite.credentials(port)), { clock: systemClock });
    const start = performance.now();
    await expect(place.stat(CONFIG)).rejects.toMatchObject({
      code: 'place-unreachable',
      data: { reason: 'ECONNREFUSED' },
      retryable: true,
    });
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('an abort ends a request that hangs, at once', async () => {
    gateway.treat = () => 'silence';
    const { handle, bytes } = fileOf(randomBytes(2_000_000));
    const abort = new AbortController();
    const requests = [
      steady.save(handle, [bytes], abort.signal),
      steady.load(handle, undefined, abort.signal),
      Array.fromAsync(steady.list('data', abort.signal)),
    ];
    const settled = Promise.allSettled(requests);
    setTimeout(() => abort.abort(), 100);
    const start = performance.now();
    for (const outcome of await settled) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'aborted' } });
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('uploads and downloads keep to a limit that changes while they run', async () => {
    const bandwidth = new Bandwidth(systemClock, { upload: 400_000, download: 400_000 });
    const place = through(azurite.credentials(), bandwidth);
    const { handle, bytes } = fileOf(randomBytes(400_000));
    const time = async (work: () => Promise<unknown>): Promise<number> => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    };
    expect(await time(() => place.save(handle, [bytes]))).toBeGreaterThan(600);
    expect(await time(() => place.load(handle))).toBeGreaterThan(600);
    bandwidth.setLimits({ upload: 1000 });
    const other: { handle: Handle; bytes: Uint8Array } = fileOf(randomBytes(400_000));
    setTimeout(() => bandwidth.setLimits({}), 200);
    expect(await time(() => place.save(other.handle, [other.bytes]))).toBeLessThan(60_000);
  });
});
