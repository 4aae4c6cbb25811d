import { spawn } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { backup, check, dump, listSnapshots, listTree, restore } from '../../src/main/engine/index.ts';
import type { Progress } from '../../src/shared/model/progress.ts';
import { makeOddTree } from '../support/odd-tree.ts';
import { treeFacts } from '../support/trees.ts';
import { placeInSnapshot, Workshop } from '../support/workshop.ts';

describe('backup', () => {
  const shop = new Workshop();
  let repo = '';
  let source = '';
  let round = 0;

  beforeAll(async () => {
    repo = await shop.repository();
  });
  beforeEach(() => {
    source = shop.path(`source-${++round}`);
    mkdirSync(source);
  });
  afterAll(async () => await shop.close());

  const restored = async (snapshot: string): Promise<ReturnType<typeof treeFacts>> => {
    const target = shop.path(`target-${round}`);
    await shop.within(repo, 'reading', async (session) => await restore(session, { snapshot, target, verify: true }));
    const facts = treeFacts(target);
    rmSync(target, { recursive: true, force: true });
    return facts;
  };

  test('everything odd comes back as it was', async () => {
    makeOddTree(source);
    const result = await shop.backup(repo, [source]);
    expect(result).toMatchObject({ outcome: 'completed', warnings: [] });
    expect(await restored(`${result.snapshotId}:${source}`)).toEqual(treeFacts(source));
  });

  test('only what changed is read again', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(`${source}/${name}`, `content of ${name}`);
    expect((await shop.backup(repo, [source])).counts).toMatchObject({ filesNew: 3, dataBlobs: 3 });
    appendFileSync(`${source}/b`, ' and more');
    const second = await shop.backup(repo, [source]);
    expect(second.counts).toMatchObject({ filesNew: 0, filesChanged: 1, filesUnmodified: 2, dataBlobs: 1 });
    expect(second.parent).toBeDefined();
    const forced = await shop.backup(repo, [source], { force: true });
    expect(forced.counts).toMatchObject({ filesUnmodified: 0, filesChanged: 3, dataBlobs: 0 });
  });

  test('a file of the same size and time that is another file is noticed', async () => {
    writeFileSync(`${source}/a`, 'old content');
    utimesSync(`${source}/a`, 1000, 1000);
    await shop.backup(repo, [source]);
    writeFileSync(`${source}/new`, 'new content');
    utimesSync(`${source}/new`, 1000, 1000);
    renameSync(`${source}/new`, `${source}/a`);
    expect((await shop.backup(repo, [source])).counts).toMatchObject({ filesChanged: 1, dataBlobs: 1 });
  });

  test('a large file is cut into pieces that are known when it moves', async () => {
    const noise = Buffer.alloc(40 * 1024 * 1024);
    for (let i = 0, state = 1; i < noise.length; i += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      noise.writeInt32LE(state ^ (state >>> 13), i);
    }
    writeFileSync(`${source}/large`, noise);
    const first = await shop.backup(repo, [source]);
    expect(first.counts.dataBlobs).toBeGreaterThan(15);
    writeFileSync(`${source}/large`, Buffer.concat([Buffer.from('a line in front\n'), noise]));
    const second = await shop.backup(repo, [source]);
    expect(second.counts.dataBlobs).toBeLessThan(4);
    expect(await restored(`${second.snapshotId}:${source}`)).toEqual(treeFacts(source));
  });

  test('what cannot be read is a warning, and the rest is kept', async () => {
    writeFileSync(`${source}/readable`, 'kept');
    // Windows has no such file; there another process has to hold one (tests/windows).
    const unreadable = process.platform === 'linux' ? ['/proc/self/mem'] : [];
    const result = await shop.backup(repo, [source, ...unreadable, join(source, 'not there')]);
    expect(result.outcome).toBe('completed-with-warnings');
    expect(result.warnings).toEqual(
      expect.arrayContaining([
        ...unreadable.map((path) => ({ code: 'unreadable', path, detail: 'EIO' })),
        { code: 'source-not-found', path: join(source, 'not there'), detail: 'ENOENT' },
      ]),
    );
    expect(await restored(`${result.snapshotId}:${source}`)).toEqual(treeFacts(source));
  });

  // Windows has no such file; there another process has to hold one (tests/windows).
  (process.platform === 'linux' ? describe : describe.skip)('a file that cannot be read, but can be had elsewhere', () => {
    const unreadable = '/proc/self/mem';
    const asked: unknown[] = [];
    const backUp = async (elsewhere: string | undefined) => {
      const instead = async (...of: unknown[]) => {
        asked.push(of);
        return await Promise.resolve(elsewhere);
      };
      return await shop.backup(repo, [], {
        source: { kind: 'combined', inputs: [{ kind: 'paths', paths: [source, unreadable], instead }] },
      });
    };
    const sizes = { small: 1000, large: 20_000_000 };

    test.each(Object.entries(sizes))('is taken from there: a %s one', async (_name, size) => {
      asked.length = 0;
      writeFileSync(`${source}/frozen`, Buffer.alloc(size, 'prescription '));
      const result = await backUp(`${source}/frozen`);
      expect(asked).toEqual([[unreadable, 'EIO']]);
      expect(result).toMatchObject({ outcome: 'completed', warnings: [], counts: { filesNew: 2, bytesProcessed: 2 * size } });
      const target = shop.path(`target-${round}`);
      await shop.within(repo, 'reading', async (session) => await restore(session, { snapshot: `${result.snapshotId}:/proc`, target }));
      const mem = Object.keys(treeFacts(target)).find((name) => name.endsWith('mem'));
      expect(mem).toBeDefined();
      expect(statSync(join(target, mem ?? '')).size).toBe(size);
    });

    test.each([undefined, '/proc/nothing', '/proc/self/mem'])('is a warning about itself where %s is no help', async (elsewhere) => {
      writeFileSync(`${source}/readable`, 'kept');
      expect(await backUp(elsewhere)).toMatchObject({
        warnings: [{ code: 'unreadable', path: unreadable, detail: 'EIO' }],
        counts: { filesNew: 1 },
      });
    });
  });

  test('a file that grows while it is read is kept as far as it was read, with a warning', async () => {
    writeFileSync(`${source}/growing.log`, Buffer.alloc(60 * 1024 * 1024, 'claim\n'));
    const program = `for (;;) require('node:fs').appendFileSync(process.argv[1], 'more')`;
    const writer = spawn(process.execPath, ['-e', program, `${source}/growing.log`], { stdio: 'ignore' });
    for await (const _event of watch(source)) break;
    try {
      const result = await shop.backup(repo, [source]);
      expect(result).toMatchObject({
        outcome: 'completed-with-warnings',
        warnings: [{ code: 'changed-while-read', path: join(source, 'growing.log') }],
      });
      const chunks: Uint8Array[] = [];
      await shop.within(
        repo,
        'reading',
        async (session) =>
          await dump(
            session,
            { snapshot: String(result.snapshotId), path: `${source}/growing.log` },
            async (chunk) => void chunks.push(chunk),
          ),
      );
      const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
      expect(size).toBe(result.counts.bytesProcessed);
      expect(size).toBeGreaterThanOrEqual(60 * 1024 * 1024);
    } finally {
      writer.kill();
    }
    // It is read again next time although nobody wrote after the kill: what was recorded is the state before reading.
    expect((await shop.backup(repo, [source])).counts.filesChanged).toBe(1);
  });

  test('no source at all fails; one emptied since the last time says so', async () => {
    await expect(shop.backup(repo, [shop.path('never was')])).rejects.toMatchObject({ code: 'source-not-found' });
    writeFileSync(`${source}/a`, 'x');
    await shop.backup(repo, [source]);
    rmSync(`${source}/a`);
    expect(await shop.backup(repo, [source])).toMatchObject({
      outcome: 'completed-with-warnings',
      warnings: [{ code: 'source-empty', path: source }],
    });
  });

  test('an empty folder and an empty file are no problem', async () => {
    mkdirSync(`${source}/empty`);
    writeFileSync(`${source}/nothing`, '');
    const result = await shop.backup(repo, [source]);
    expect(result).toMatchObject({ outcome: 'completed', counts: { filesNew: 1, dataBlobs: 0 } });
    expect(await restored(`${result.snapshotId}:${source}`)).toEqual(treeFacts(source));
  });

  test('excluded things stay out', async () => {
    for (const name of ['keep.txt', 'skip.tmp', 'big.bin']) writeFileSync(`${source}/${name}`, name.repeat(100));
    mkdirSync(`${source}/cache`);
    writeFileSync(`${source}/cache/CACHEDIR.TAG`, 'Signature: 8a477f597d28d172789f06886806bc55\n');
    writeFileSync(`${source}/cache/file`, 'cached');
    const result = await shop.backup(repo, [source], { exclude: { patterns: ['*.tmp', `${source}/**/big.*`], caches: true } });
    const listed = await shop.within(
      repo,
      'reading',
      async (session) =>
        await Array.fromAsync(listTree(session, { snapshot: String(result.snapshotId), path: source, recursive: true }), (entry) =>
          entry.path.slice(placeInSnapshot(source).length),
        ),
    );
    expect(listed.filter((path) => path !== '').sort()).toEqual(['/cache', '/cache/CACHEDIR.TAG', '/keep.txt']);
  });

  test('a dry run counts and stores nothing', async () => {
    writeFileSync(`${source}/a`, 'only counted');
    const files = async (): Promise<number[]> =>
      await shop.within(
        repo,
        'reading',
        async ({ repository }) =>
          await Promise.all((['data', 'index', 'snapshots'] as const).map(async (type) => (await repository.list(type)).length)),
      );
    const before = await files();
    const result = await shop.backup(repo, [source], { dryRun: true });
    expect(result).toMatchObject({ snapshotId: undefined, counts: { filesNew: 1, dataBlobs: 1 } });
    expect(await files()).toEqual(before);
  });

  test('nothing changed and asked to skip: no snapshot', async () => {
    writeFileSync(`${source}/a`, 'x');
    await shop.backup(repo, [source]);
    writeFileSync(shop.path(`beside-${round}`), 'another file in the folder above is no change');
    expect(await shop.backup(repo, [source], { skipIfUnchanged: true })).toMatchObject({ snapshotId: undefined });
    chmodSync(`${source}/a`, 0o600);
    expect((await shop.backup(repo, [source], { skipIfUnchanged: true })).snapshotId).toBeDefined();
  });

  test.each([
    ['keeps its pieces', 'kept.sql', undefined, 1_000_003],
    ['gives its pieces away', 'given.sql', true, 0],
  ])('a stream is a file of its own, where it %s', async (_, name, givesAway, left) => {
    const pieces = Array.from({ length: 40 }, (__, at) => Buffer.alloc(1_000_003, `row ${at} `));
    const whole = Buffer.concat(pieces);
    const open = async function* (): AsyncGenerator<Uint8Array> {
      yield* pieces;
    };
    const input = { kind: 'stream', name, open, ...(givesAway && { givesAway }) } as const;
    const result = await shop.within(repo, 'appending', async (session) => await backup(session, { source: input }));
    expect(result).toMatchObject({ outcome: 'completed', counts: { filesNew: 1, bytesProcessed: 40 * 1_000_003 } });
    expect(pieces.map(({ byteLength }) => byteLength)).toEqual(pieces.map(() => left));
    const stored: Buffer[] = [];
    await shop.within(
      repo,
      'reading',
      async (session) =>
        await dump(session, { snapshot: String(result.snapshotId), path: `/${name}` }, async (chunk) => {
          stored.push(Buffer.from(chunk));
        }),
    );
    expect(Buffer.concat(stored).equals(whole)).toBe(true);
  });

  test('a stream that breaks makes no snapshot', async () => {
    const count = async (): Promise<number> =>
      (await shop.within(repo, 'reading', async (session) => await listSnapshots(session))).snapshots.length;
    const before = await count();
    const broken = {
      kind: 'stream',
      name: 'dump.sql',
      open: async function* () {
        yield Buffer.alloc(20_000_000, 'x');
        throw new Error('pg_dump died');
      },
    } as const;
    await expect(shop.within(repo, 'appending', async (session) => await backup(session, { source: broken }))).rejects.toThrow(
      'pg_dump died',
    );
    expect(await count()).toBe(before);
  });

  test('the repository inside the source is not backed up into itself', async () => {
    const inside = `${source}/backups`;
    await shop.engine.init(inside, 'pw');
    writeFileSync(`${source}/a`, 'x');
    const result = await shop.backup(inside, [source], {}, 'pw');
    expect(result.counts.filesNew).toBe(1);
  });

  test('stopping ends it cleanly: no snapshot, a sound repository, and the next run goes on', async () => {
    writeFileSync(`${source}/large`, Buffer.alloc(64 * 1024 * 1024, 'abcdefghij'));
    const stopping = new AbortController();
    const onProgress = (fact: Progress): void => {
      if (fact.kind === 'current') stopping.abort();
    };
    await expect(
      shop.within(
        repo,
        'appending',
        async (session) => await backup(session, { source: { kind: 'paths', paths: [source] } }, { signal: stopping.signal, onProgress }),
      ),
    ).rejects.toMatchObject({ code: 'aborted' });
    expect(await shop.within(repo, 'reading', async (session) => await check(session))).toMatchObject({ sound: true });
    expect((await shop.backup(repo, [source])).outcome).toBe('completed');
  });

  test('facts of progress add up', async () => {
    makeOddTree(`${source}/tree`);
    chmodSync(`${source}/tree/plain.txt`, 0o600);
    symlinkSync('x', `${source}/s`);
    const facts: Progress[] = [];
    const result = await shop.within(
      repo,
      'appending',
      async (session) => await backup(session, { source: { kind: 'paths', paths: [source] } }, { onProgress: (fact) => facts.push(fact) }),
    );
    const done = facts.findLast((fact) => fact.kind === 'done');
    expect(done).toMatchObject({ files: result.counts.filesProcessed, bytes: result.counts.bytesProcessed });
    const total = facts.findLast((fact) => fact.kind === 'total');
    if (total) expect(total.bytes).toBeLessThanOrEqual(result.counts.bytesProcessed);
    expect(statSync(source).isDirectory()).toBe(true);
  });
});
