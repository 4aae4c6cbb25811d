import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createZstdCompress, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Handle } from '../../src/main/engine/backend/index.ts';
import type { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import { sha256 } from '../../src/main/engine/crypto/index.ts';
import { repairIndex } from '../../src/main/engine/index.ts';
import { entry, type Forger } from '../support/forge.ts';
import { HostileGround } from '../support/hostile-ground.ts';
import { handlesOf, havable, type Surroundings, tryEverything, tryVerb, withSession } from '../support/verbs.ts';

const A = 'a'.repeat(64);

let ground: HostileGround;
let around: Surroundings;
/** A copy of the sound repository, a new one for each test. */
let place: MemoryBackend;
let forger: Forger;

beforeAll(async () => {
  ground = await HostileGround.make();
  around = ground.around;
});
afterAll(async () => await ground.close());
beforeEach(async () => {
  ({ place, forger } = await ground.copy());
});

describe('files that only somebody with the keys can have written', () => {
  const time = '2026-02-01T00:00:00Z';
  const SNAPSHOTS: Record<string, unknown> = {
    null: null,
    'a number': 7,
    'a list': [{ time, tree: A, paths: [] }],
    'no tree': { time, paths: [] },
    'a tree that is no id': { time, tree: '../../config', paths: [] },
    'an upper-case id': { time, tree: 'A'.repeat(64), paths: [] },
    'no time': { tree: A, paths: [] },
    'a time that is none': { time: 'yesterday', tree: A, paths: [] },
    'paths that are no list': { time, tree: A, paths: '/data' },
    'tags that are no strings': { time, tree: A, paths: [], tags: [{}] },
    'a parent that is no id': { time, tree: A, paths: [], parent: 'x' },
  };
  test.each(Object.keys(SNAPSHOTS))('a snapshot that is or has %s is told and not used', async (name) => {
    const id = await forger.sealJson('snapshots', SNAPSHOTS[name]);
    const outcomes = await tryEverything(place, around);
    expect(outcomes).toMatchObject({
      snapshots: 'warned',
      list: 'warned',
      restore: 'warned',
      check: 'warned',
      backup: 'done',
      prune: 'file-damaged',
    });
    expect(await tryEverything(place, around, id)).toMatchObject({
      list: 'file-damaged',
      restore: 'file-damaged',
      'backup with parent': 'file-damaged',
    });
  });

  test.each(['9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '2026-99-99T99:99:99+99:99'])(
    'a snapshot of %s is one like others',
    async (odd) => {
      await forger.snapshot((await forger.trees({ nodes: [] }))[0] as string, odd);
      expect(await tryEverything(place, around)).toMatchObject({ snapshots: 'done', check: 'done', backup: 'done', prune: 'done' });
    },
  );

  test('a snapshot of a tree that is nowhere keeps prune from deleting', async () => {
    await forger.snapshot(A);
    const outcomes = await tryEverything(place, around);
    expect(outcomes).toMatchObject({
      list: 'blob-not-found',
      restore: 'blob-not-found',
      check: 'warned',
      prune: 'prune-unsafe',
      backup: 'done',
    });
  });

  const blob = { id: A, type: 'data', offset: 0, length: 100 };
  const INDEXES: Record<string, unknown> = {
    null: null,
    'no packs': {},
    'packs that are no list': { packs: { id: A } },
    'a pack that is null': { packs: [null] },
    'a pack without id': { packs: [{ blobs: [] }] },
    'a pack id with a path': { packs: [{ id: `../../${A}`, blobs: [] }] },
    'a blob that is a string': { packs: [{ id: A, blobs: ['x'] }] },
    'a blob of no kind': { packs: [{ id: A, blobs: [{ ...blob, type: 'door' }] }] },
    'a negative offset': { packs: [{ id: A, blobs: [{ ...blob, offset: -1 }] }] },
    'a fraction as length': { packs: [{ id: A, blobs: [{ ...blob, length: 99.5 }] }] },
    'a length beyond 4 GiB': { packs: [{ id: A, blobs: [{ ...blob, length: 2 ** 40 }] }] },
    'a length below what encryption takes': { packs: [{ id: A, blobs: [{ ...blob, length: 31 }] }] },
    'supersedes that are no ids': { supersedes: ['..'], packs: [] },
  };
  test.each(Object.keys(INDEXES))('an index file that is or has %s is told, and repaired', async (name) => {
    await forger.sealJson('index', INDEXES[name]);
    const outcomes = await tryEverything(place, around);
    expect(outcomes).toMatchObject({
      list: 'done',
      restore: 'done',
      check: 'warned',
      backup: 'done',
      prune: 'file-damaged',
      'repair-index': 'done',
    });
    await tryVerb('repair-index', place, around);
    expect(await tryEverything(place, around)).toMatchObject({ check: 'done', prune: 'done' });
  });

  test.each([
    ['a pack that is nowhere', { offset: 0, length: 100 }, A],
    ['an offset behind the end', { offset: 2 ** 31, length: 100 }, undefined],
    ['a length behind the end', { offset: 0, length: 2 ** 32 - 1 }, undefined],
    ['4 GiB of plain content', { offset: 0, length: 100, uncompressed_length: 2 ** 32 - 1 }, undefined],
    ['a place where another blob is', { offset: 0, length: 40 }, undefined],
  ])('an index that gives a wanted blob %s: that file is lost, the others come', async (_name, where, pack) => {
    const id = sha256(Buffer.from('wanted'));
    const real = pack ?? (await handlesOf(place)).find(({ type }) => type === 'data')?.name;
    await forger.sealJson('index', { packs: [{ id: real, blobs: [{ id, type: 'data', ...where }] }] });
    const [whole] = await forger.data('whole');
    const snapshot = await forger.snapshotOf({
      nodes: [entry('lost', { content: [id], size: 6 }), entry('whole', { content: [whole], size: 5 })],
    });
    const outcomes = await tryEverything(place, around);
    expect(outcomes).toMatchObject({ list: 'done', check: 'warned', backup: 'done' });
    expect(outcomes.prune).not.toBe('done');
    expect(['warned', 'no-space']).toContain(outcomes.restore);
    expect(await havable(place, around)).toMatchObject({ [`${snapshot}/whole`]: 'whole' });
  });

  test.each([
    ['four GiB of content in a hundred bytes', { uncompressedLength: 2 ** 32 - 1 }],
    ['less content than there is', { uncompressedLength: 3 }],
    ['more content than there is', { uncompressedLength: 300 }],
  ])('a pack whose header claims %s', async (_name, claims) => {
    const content = zstdCompressSync(Buffer.from('hello world, hello world, hello world'));
    const id = sha256(Buffer.from('hello world, hello world, hello world'));
    for (const indexed of [true, false]) {
      await forger.pack([{ type: 'data', id, content, claims }], { indexed });
      await forger.snapshotOf({ nodes: [entry('lost', { content: [id], size: 37 })] });
      const outcomes = await tryEverything(place, around);
      expect(outcomes.check).toBe('warned');
      await tryVerb('repair-index', place, around);
    }
  });

  test.each([
    ['blobs beyond its end', [{ length: 2 ** 31 }, { length: 2 ** 31 }, { length: 2 ** 31 }], undefined],
    ['blobs shorter than their encryption', [{ length: 1 }], undefined],
    ['a header longer than itself', [{}], 2 ** 20],
    ['a header of 4 GiB', [{}], 2 ** 32 - 1],
    ['a header of nothing', [{}], 0],
  ])('a pack no index names that claims %s: repair leaves it and writes an index that can be read', async (_name, claims, headerLength) => {
    const before = await havable(place, around);
    const pack = await forger.pack(
      claims.map((claim) => ({ type: 'data', id: A, content: Buffer.from('x'), claims: claim })),
      {
        indexed: false,
        ...(headerLength !== undefined && { headerLength }),
      },
    );
    const { packsUnreadable } = await withSession(place, around, async (session) => await repairIndex(session));
    expect(packsUnreadable).toEqual([pack]);
    expect(await havable(place, around)).toEqual(before);
    expect(await tryEverything(place, around)).toMatchObject({ check: 'done', prune: 'done', restore: 'done' });
  });

  test('content that expands without end takes no memory and no time', async () => {
    const bomb = await zeros(512);
    const id = sha256(Buffer.from('bomb'));
    await forger.pack([{ type: 'data', id, content: bomb, claims: { uncompressedLength: 1000 } }]);
    await forger.pack([{ type: 'tree', id, content: bomb, claims: { uncompressedLength: 1000 } }]);
    const lost = await forger.snapshotOf({ nodes: [entry('lost', { content: [id], size: 1000 })] });
    const memory = process.resourceUsage().maxRSS;
    expect(await tryEverything(place, around, lost)).toMatchObject({ restore: 'blob-damaged', dump: 'blob-damaged', check: 'warned' });
    await forger.snapshot(id, '2026-02-02T00:00:00Z');
    expect(await tryEverything(place, around)).toMatchObject({
      restore: 'blob-damaged',
      list: 'blob-damaged',
      check: 'warned',
      prune: 'prune-unsafe',
    });
    expect((process.resourceUsage().maxRSS - memory) / 1024).toBeLessThan(200);
  });

  test.each(['snapshots', 'index', 'locks'] as const)('one of the %s that expands without end is damaged', async (type) => {
    const id = await forger.seal(type, Buffer.concat([Buffer.of(2), await zeros(512)]));
    await expect(forger.files.load(type, id, () => 'never')).rejects.toMatchObject({ code: 'file-damaged' });
    const restore = type === 'snapshots' ? 'warned' : 'done';
    if (type !== 'locks') expect(await tryEverything(place, around)).toMatchObject({ check: 'warned', restore, prune: 'file-damaged' });
  });

  const sound = { version: 2, id: A, chunker_polynomial: '25b468838dcb75' };
  test('a config that is gone is not made anew over what it opened', async () => {
    await place.remove({ type: 'config', name: 'config' });
    expect(new Set(Object.values(await tryEverything(place, around)))).toEqual(new Set(['config-missing']));
    const before = await handlesOf(place);
    await expect(ground.small.engine.init(place, around.password)).rejects.toMatchObject({ code: 'repository-exists' });
    expect(await handlesOf(place)).toEqual(before);
  });

  test.each<[string, unknown, string]>([
    ['null', null, 'file-damaged'],
    ['no version', { ...sound, version: undefined }, 'file-damaged'],
    ['a version from the future', { ...sound, version: 3 }, 'repository-version-unsupported'],
    ['a version below all', { ...sound, version: -1 }, 'repository-version-unsupported'],
    ['no id', { ...sound, id: 'x' }, 'file-damaged'],
    ['a polynomial that is none', { ...sound, chunker_polynomial: '-1' }, 'file-damaged'],
    ['a polynomial of no use', { ...sound, chunker_polynomial: '0' }, 'done'],
  ])('a config that is or has %s', async (_name, config, expected) => {
    await forger.replaceConfig(config);
    expect(new Set(Object.values(await tryEverything(place, around)))).toEqual(new Set([expected]));
  });

  const KEYS: Record<string, Record<string, unknown>> = {
    'memory without end': { N: 2 ** 22, r: 64, p: 1 },
    'more than any key needs': { N: 2 ** 22, r: 8, p: 1 },
    'time without end': { N: 2 ** 18, r: 8, p: 64 },
    'a cost that is no power of two': { N: 3, r: 8, p: 1 },
    nothing: { N: 0, r: 0, p: 0 },
    'another function': { kdf: 'pbkdf2' },
    'no salt': { salt: undefined },
    'a salt that is no base64': { salt: '***' },
    'no data': { data: '' },
    'a version of no type': { created: 5 },
  };
  test.each(Object.keys(KEYS))('a key that asks for or has %s is passed over, and told where it is the only one', async (name) => {
    const [handle] = (await handlesOf(place)).filter(({ type }) => type === 'keys') as [Handle];
    const real = JSON.parse(Buffer.from(await place.load(handle)).toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...real, ...KEYS[name] }));
    await place.save({ type: 'keys', name: '0'.repeat(64) }, [forged]);
    const started = performance.now();
    expect(await tryVerb('snapshots', place, around)).toBe('done');
    await place.remove(handle);
    expect(await tryVerb('snapshots', place, around)).toBe('file-damaged');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['no host', { time, exclusive: false }],
    ['a process number that is text', { time, exclusive: false, hostname: 'till', username: 'ana', pid: '1' }],
    ['no word on whether it excludes', { time, hostname: 'till', username: 'ana', pid: 1 }],
  ])('a lock that is or has %s holds off who must be alone, and only that', async (_name, lock) => {
    await forger.sealJson('locks', lock);
    await expect(ground.small.engine.open(place, around.password, 'exclusive')).rejects.toMatchObject({ code: 'repository-locked' });
    expect(await tryEverything(place, around)).toMatchObject({ restore: 'done', check: 'done' });
    expect((await ground.small.engine.unlock(place, around.password, { all: true })).removed).toHaveLength(1);
  });

  test.each([0, -1, 2 ** 31 - 1])("a lock of process %d of this machine is nobody's", async (pid) => {
    await forger.sealJson('locks', { time, exclusive: true, hostname: 'till', username: 'ana', pid });
    await (await ground.small.engine.open(place, around.password, 'exclusive')).close();
    expect((await handlesOf(place)).filter(({ type }) => type === 'locks')).toEqual([]);
  });
});

/** Mebibytes of zeros, compressed to next to nothing. */
async function zeros(mebibytes: number): Promise<Buffer> {
  const block = Buffer.alloc(1024 * 1024);
  return await buffer(Readable.from(Array.from({ length: mebibytes }, () => block)).pipe(createZstdCompress()));
}
