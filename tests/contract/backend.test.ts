import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Backend, FileType } from '../../src/main/engine/backend/index.ts';
import { LifeboatError } from '../../src/shared/errors/index.ts';
import { Azurite } from '../support/azurite.ts';
import { azureMaker, BACKENDS, fileOf, namesOf } from '../support/backends.ts';

const CONFIG = { type: 'config', name: 'config' } as const;
const FOLDERS: readonly FileType[] = ['data', 'index', 'keys', 'locks', 'snapshots'];

let azurite: Azurite;

beforeAll(async () => {
  azurite = await Azurite.start();
});

afterAll(async () => await azurite.stop());

describe.each([...BACKENDS, azureMaker(() => azurite)])('the contract of a place: $kind', ({ make }) => {
  let backend: Backend;
  let dispose: () => Promise<void>;

  beforeEach(async () => {
    ({ backend, dispose } = await make());
    await backend.create();
  });

  afterEach(async () => {
    await backend.close();
    await dispose();
  });

  test.each(FOLDERS)('%s: what was saved is listed, measured and read back', async (type) => {
    const { handle, bytes } = fileOf(randomBytes(1000), type);
    await backend.save(handle, [bytes]);
    expect(await Array.fromAsync(backend.list(type))).toEqual([{ name: handle.name, size: 1000 }]);
    expect(await backend.stat(handle)).toEqual({ name: handle.name, size: 1000 });
    expect(await backend.load(handle)).toEqual(new Uint8Array(bytes));
  });

  test('config is a single file', async () => {
    expect(await namesOf(backend, 'config')).toEqual([]);
    await backend.save(CONFIG, [Buffer.from('one')]);
    expect(await Array.fromAsync(backend.list('config'))).toEqual([{ name: 'config', size: 3 }]);
    expect(Buffer.from(await backend.load(CONFIG)).toString()).toBe('one');
  });

  test('config is never replaced, not even by as many bytes', async () => {
    await backend.save(CONFIG, [Buffer.from('one')]);
    await expect(backend.save(CONFIG, [Buffer.from('two')])).rejects.toMatchObject({ code: 'file-exists' });
    await expect(backend.create()).rejects.toMatchObject({ code: 'repository-exists' });
    expect(Buffer.from(await backend.load(CONFIG)).toString()).toBe('one');
  });

  test('of several that make a config at a time one wins', async () => {
    const contents = ['aaa', 'bbb', 'ccc', 'ddd'];
    const outcomes = await Promise.allSettled(contents.map((text) => backend.save(CONFIG, [Buffer.from(text)])));
    const won = contents.filter((_, i) => outcomes[i]?.status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect(Buffer.from(await backend.load(CONFIG)).toString()).toBe(won[0]);
  });

  test('create may be repeated while there is no config, and keeps what is there', async () => {
    const { handle, bytes } = fileOf('key', 'keys');
    await backend.save(handle, [bytes]);
    await backend.create();
    expect(await namesOf(backend, 'keys')).toEqual([handle.name]);
  });

  test('ranges are read exactly', async () => {
    const { handle, bytes } = fileOf(randomBytes(5000));
    await backend.save(handle, [bytes]);
    for (const [offset, length] of [
      [0, 5000],
      [0, 1],
      [4999, 1],
      [1234, 2000],
      [5000, 0],
      [17, 0],
    ] as const) {
      expect(await backend.load(handle, { offset, length })).toEqual(new Uint8Array(bytes.subarray(offset, offset + length)));
    }
  });

  test.each([
    [4999, 2],
    [5000, 1],
    [6000, 0],
    [0, 2 ** 45],
    [2 ** 50, 10],
  ])('a range past the end is damage: %d + %d', async (offset, length) => {
    const { handle, bytes } = fileOf(randomBytes(5000));
    await backend.save(handle, [bytes]);
    await expect(backend.load(handle, { offset, length })).rejects.toMatchObject({
      code: 'file-damaged',
      data: { ...handle, detail: 'truncated' },
    });
  });

  test('an empty file is a file', async () => {
    const { handle } = fileOf('');
    await backend.save(handle, []);
    expect(await backend.load(handle)).toHaveLength(0);
    expect(await backend.stat(handle)).toEqual({ name: handle.name, size: 0 });
  });

  test('what is missing is said to be missing', async () => {
    const { handle } = fileOf('never saved', 'index');
    const missing = { code: 'file-not-found', data: { ...handle }, retryable: false };
    await expect(backend.load(handle)).rejects.toMatchObject(missing);
    await expect(backend.load(handle, { offset: 0, length: 1 })).rejects.toMatchObject(missing);
    await expect(backend.stat(handle)).rejects.toMatchObject(missing);
    await expect(backend.load(CONFIG)).rejects.toMatchObject({ code: 'file-not-found' });
  });

  test("loaded memory is the caller's", async () => {
    const { handle, bytes } = fileOf('untouched');
    await backend.save(handle, [bytes]);
    const loaded = await backend.load(handle);
    loaded.fill(0);
    structuredClone(loaded, { transfer: [loaded.buffer] });
    expect(await backend.load(handle)).toEqual(bytes);
  });

  test('saved memory may be used again', async () => {
    const { handle, bytes } = fileOf('kept');
    const memory = new Uint8Array(bytes);
    await backend.save(handle, [memory]);
    memory.fill(0);
    expect(await backend.load(handle)).toEqual(bytes);
  });

  test('saving again what is there counts as done', async () => {
    const { handle, bytes } = fileOf('twice');
    await backend.save(handle, [bytes]);
    await backend.save(handle, [bytes]);
    expect(await namesOf(backend, 'data')).toEqual([handle.name]);
  });

  test('a file of another length is replaced whole or refused', async () => {
    const { handle, bytes } = fileOf('complete');
    await backend.save(handle, [bytes.subarray(0, 3)]);
    const error = await backend.save(handle, [bytes]).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error !== undefined) expect(error).toMatchObject({ code: 'file-exists' });
    expect(await backend.load(handle)).toEqual(error === undefined ? bytes : bytes.subarray(0, 3));
  });

  test('a large file of thousands of parts, some of them empty', async () => {
    const content = randomBytes(20 * 1024 * 1024);
    const parts: Uint8Array[] = [];
    for (let at = 0, i = 0; at < content.length; i++) {
      const length = (i * 37) % 12_345;
      parts.push(content.subarray(at, at + length));
      at += length;
    }
    const { handle } = fileOf(content);
    await backend.save(handle, parts);
    expect(Buffer.compare(await backend.load(handle), content)).toBe(0);
    const tail = await backend.load(handle, { offset: content.length - 1000, length: 1000 });
    expect(tail).toEqual(new Uint8Array(content.subarray(-1000)));
  });

  test('many saves at a time, of the same and of different files', async () => {
    const files = Array.from({ length: 60 }, (_, i) => fileOf(randomBytes(100 + i)));
    await Promise.all([...files, ...files].map(({ handle, bytes }) => backend.save(handle, [bytes])));
    expect(await namesOf(backend, 'data')).toEqual(files.map(({ handle }) => handle.name).sort());
    for (const { handle, bytes } of files) expect(await backend.load(handle)).toEqual(new Uint8Array(bytes));
  });

  test('a listing during saves shows only whole files', async () => {
    const files = Array.from({ length: 40 }, () => fileOf(randomBytes(50_000)));
    const saves = Promise.all(files.map(({ handle, bytes }) => backend.save(handle, [bytes.subarray(0, 20_000), bytes.subarray(20_000)])));
    for (let round = 0; round < 5; round++) {
      for await (const { name, size } of backend.list('data')) {
        expect(name).toMatch(/^[0-9a-f]{64}$/);
        expect(size).toBe(50_000);
      }
    }
    await saves;
    expect(await namesOf(backend, 'data')).toHaveLength(40);
  });

  test('a listing goes on when listed files are removed', async () => {
    const files = Array.from({ length: 100 }, (_, i) => fileOf(`file ${i}`));
    for (const { handle, bytes } of files) await backend.save(handle, [bytes]);
    let listed = 0;
    for await (const _ of backend.list('data')) {
      listed += 1;
      if (listed === 1) await Promise.all(files.map(({ handle }) => backend.remove(handle)));
    }
    expect(listed).toBeGreaterThan(0);
    expect(await namesOf(backend, 'data')).toEqual([]);
  });

  test('removing removes, also a second time', async () => {
    const { handle, bytes } = fileOf('short-lived', 'locks');
    await backend.save(handle, [bytes]);
    await backend.remove(handle);
    await backend.remove(handle);
    expect(await namesOf(backend, 'locks')).toEqual([]);
    await expect(backend.load(handle)).rejects.toMatchObject({ code: 'file-not-found' });
  });

  test.each(['../../escape', '', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}\0`, `${'a'.repeat(64)}-tmp-1`])(
    'a name no repository has is refused: %j',
    async (name) => {
      for (const type of ['data', 'keys', 'config'] as const) {
        const handle = { type, name };
        for (const request of [
          () => backend.load(handle),
          () => backend.stat(handle),
          () => backend.remove(handle),
          () => backend.save(handle, []),
        ]) {
          await expect(request()).rejects.toMatchObject({ code: 'internal' });
        }
      }
    },
  );

  test('an aborted signal stops every request', async () => {
    const { handle, bytes } = fileOf('kept');
    await backend.save(handle, [bytes]);
    const signal = AbortSignal.abort();
    const other = fileOf('not saved');
    const requests = [
      () => backend.create(signal),
      () => backend.save(other.handle, [other.bytes], signal),
      () => backend.load(handle, undefined, signal),
      () => backend.stat(handle, signal),
      () => Array.fromAsync(backend.list('data', signal)),
      () => backend.remove(handle, signal),
    ];
    for (const request of requests) await expect(request()).rejects.toMatchObject({ code: 'aborted' });
    expect(await namesOf(backend, 'data')).toEqual([handle.name]);
  });

  test('a signal aborted for a reason of ours says that reason', async () => {
    const lost = new LifeboatError('lock-lost', { location: backend.location });
    await expect(backend.stat(CONFIG, AbortSignal.abort(lost))).rejects.toBe(lost);
  });

  test('sweeping takes nothing that a repository has', async () => {
    const files = FOLDERS.map((type) => fileOf(`in ${type}`, type));
    for (const { handle, bytes } of files) await backend.save(handle, [bytes]);
    await backend.save(CONFIG, [Buffer.from('{}')]);
    await backend.sweepTemporary?.();
    for (const { handle, bytes } of files) expect(await backend.load(handle)).toEqual(bytes);
    expect(await namesOf(backend, 'config')).toEqual(['config']);
  });
});
