import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import type { Id } from '../../src/main/engine/format/id.ts';
import type { CopyRequest, CopyResult } from '../../src/main/engine/operations/contract.ts';
import { copy } from '../../src/main/engine/operations/copy.ts';
import { addKey } from '../../src/main/engine/operations/keys.ts';
import type { Progress } from '../../src/shared/model/progress.ts';
import { CommandLine } from '../support/command-line.ts';
import { InterceptedBackend, type Request } from '../support/intercepted-backend.ts';
import { flipBit, SmallRepository } from '../support/small-repository.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

const OLD = { a: ['one', 'two'], b: { c: ['three'] } };
const NEW = { a: ['one', 'other'], b: { c: ['three'] }, d: ['four'] };

describe('copy', () => {
  let source: SmallRepository;
  let target: SmallRepository;
  let place: MemoryBackend;
  /** Stands in the target's door. */
  let meets: (request: Request) => void;
  let first: Id;
  let second: Id;

  beforeEach(async () => {
    meets = () => undefined;
    place = new MemoryBackend();
    source = await SmallRepository.make();
    target = await SmallRepository.make(
      new InterceptedBackend(place, async (request, proceed) => {
        meets(request);
        return await proceed();
      }),
    );
    first = await source.store(OLD, { time: '2026-01-01T00:00:00Z', tags: ['nightly'] });
    second = await source.store(NEW, { time: '2026-01-02T00:00:00.123456789+02:00', host: 'office' });
  });
  afterEach(async () => {
    await source.close();
    await target.close();
  });

  const run = async (request: CopyRequest = {}, onProgress?: (progress: Progress) => void): Promise<CopyResult> =>
    await source.within(
      'reading',
      async (from) => await target.within('appending', async (to) => await copy(from, to, request, onProgress ? { onProgress } : {})),
    );

  const originals = async (): Promise<Id[]> => {
    const names = await target.names('snapshots');
    return await target.within('reading', async ({ repository }) =>
      (await Promise.all(names.map(async (id) => await repository.loadSnapshot(id)))).map(({ original }) => original ?? '').sort(),
    );
  };

  test('brings every snapshot with all its files, its facts and its original id', async () => {
    const result = await run();
    expect(result).toMatchObject({ outcome: 'completed', present: [], damaged: [], damagedFiles: [], unreadable: [] });
    expect(result.copied.map((each) => each.source)).toEqual([first, second]);
    for (const each of result.copied) {
      expect(await target.contents(each.copy)).toEqual(await source.contents(each.source));
      const [theirs, ours] = await Promise.all([
        source.within('reading', async ({ repository }) => await repository.loadSnapshot(each.source)),
        target.within('reading', async ({ repository }) => await repository.loadSnapshot(each.copy)),
      ]);
      expect(ours).toEqual({ ...theirs, original: each.source });
    }
    expect(await target.check({ readData: 'all', listUnused: true })).toMatchObject({ sound: true, findings: [], snapshots: 2 });
    // one, two, three, other, four and three folders, each once.
    expect(result.blobsCopied).toBe(8);
    expect(result.bytesStored).toBeGreaterThan(0);
  });

  test('drops the parent, and a copy of a copy keeps the first id', async () => {
    const child = await source.within('appending', async ({ repository }) => {
      const { tree, paths } = await repository.loadSnapshot(first);
      const facts = { time: '2026-01-03T00:00:00Z', tree, paths, excludes: undefined, tags: undefined };
      return await repository.saveSnapshot({ ...facts, parent: first, original: second });
    });
    const { copied } = await run({ snapshots: [child.slice(0, 12)] });
    const snapshot = await target.within('reading', async ({ repository }) => await repository.loadSnapshot(copied[0]?.copy as Id));
    expect(snapshot.parent).toBeUndefined();
    expect(snapshot.original).toBe(second);
  });

  test('passes over what is there, also when copied back', async () => {
    const { copied } = await run();
    expect(await run()).toMatchObject({ copied: [], present: copied, blobsCopied: 0, bytesStored: 0 });
    const back = await target.within('reading', async (from) => await source.within('appending', async (to) => await copy(from, to)));
    expect(back.copied).toEqual([]);
    expect(back.present).toEqual(copied.map((each) => ({ source: each.copy, copy: each.source })));
  });

  test('copies nothing but the snapshot where its content is', async () => {
    await target.store(OLD);
    expect(await run({ snapshots: [first] })).toMatchObject({
      copied: [{ source: first }],
      blobsCopied: 0,
      bytesCopied: 0,
      bytesStored: 0,
    });
  });

  test('a snapshot whose tags were changed is another one', async () => {
    const { copied } = await run({ snapshots: [first] });
    await target.within('appending', async ({ repository }) => {
      const snapshot = await repository.loadSnapshot(copied[0]?.copy as Id);
      await repository.saveSnapshot({ ...snapshot, tags: ['kept'] });
    });
    await target.remove('snapshots', copied[0]?.copy as Id);
    expect(await run({ snapshots: [first] })).toMatchObject({ copied: [{ source: first }], blobsCopied: 0 });
  });

  test('copies what is chosen: by id, by latest, by filter', async () => {
    expect((await run({ filter: { tags: [['nightly']] } })).copied.map((each) => each.source)).toEqual([first]);
    expect((await run({ snapshots: ['latest', second] })).copied.map((each) => each.source)).toEqual([second]);
    await expect(run({ snapshots: ['ffff'] })).rejects.toMatchObject({ code: 'snapshot-not-found' });
    expect(await run({ filter: { hosts: ['nobody'] } })).toMatchObject({ copied: [], present: [] });
  });

  test('tells how far it is', async () => {
    const told: Progress[] = [];
    const { bytesCopied } = await run({}, (progress) => told.push(progress));
    expect(told).toContainEqual({ kind: 'total', files: 2, bytes: bytesCopied });
    expect(told.at(-1)).toMatchObject({ kind: 'done', files: 2, bytes: bytesCopied });
    const chosen: Progress[] = [];
    await run({ snapshots: ['latest'] }, (progress) => chosen.push(progress));
    expect(chosen).toContainEqual({ kind: 'total', files: 0, bytes: 0 });
  });

  test('leaves out a snapshot whose content is damaged, names its files, and copies the others', async () => {
    await source.tamper('data', await source.packOf('other'), flipBit(3));
    const result = await run();
    expect(result).toMatchObject({ outcome: 'completed-with-warnings', damaged: [second], damagedFilesTruncated: false });
    expect(result.copied.map((each) => each.source)).toEqual([first]);
    expect(result.damagedFiles).toEqual([{ snapshot: second, path: '/a' }]);
    expect(await target.check({ readData: 'all' })).toMatchObject({ sound: true, snapshots: 1 });
  });

  test('leaves out every snapshot that shares what is damaged', async () => {
    const third = await source.store({ other: ['five'] }, { time: '2026-01-03T00:00:00Z' });
    await source.remove('data', await source.packOf('three'));
    const result = await run();
    expect(result).toMatchObject({ outcome: 'completed-with-warnings', damaged: [first, second] });
    expect(result.copied.map((each) => each.source)).toEqual([third]);
    expect(result.damagedFiles).toEqual([
      { snapshot: first, path: '/a' },
      { snapshot: first, path: '/b/c' },
      { snapshot: second, path: '/a' },
      { snapshot: second, path: '/b/c' },
    ]);
  });

  test('leaves out a snapshot whose folder is gone', async () => {
    const tree = await source.within('reading', async ({ repository }) => {
      await repository.loadIndex();
      return repository.index.find('tree', (await repository.loadSnapshot(second)).tree)?.pack as Id;
    });
    await source.remove('data', tree);
    expect(await run()).toMatchObject({ damaged: [second], damagedFiles: [{ snapshot: second, path: '/' }], copied: [{ source: first }] });
  });

  test('takes another copy of a damaged piece, and what the target has already', async () => {
    await source.storeLoose(['other'], { force: true });
    await source.tamper('data', await source.packOf('four'), flipBit(3));
    await target.storeLoose(['four', 'other']);
    expect(await run()).toMatchObject({ outcome: 'completed', damaged: [] });
    expect(await target.check({ readData: 'all' })).toMatchObject({ sound: true, snapshots: 2 });
  });

  test('names snapshot files that cannot be read', async () => {
    await source.tamper('snapshots', first, flipBit(9));
    expect(await run()).toMatchObject({ outcome: 'completed-with-warnings', unreadable: [first], copied: [{ source: second }] });
  });

  test('content that is lost in the target comes along with a snapshot that needs it', async () => {
    await run({ snapshots: [first] });
    for (const name of await target.names('data')) await target.remove('data', name);
    for (const name of await target.names('index')) await target.remove('index', name);
    await run({ snapshots: [second] });
    expect((await target.check({ readData: 'all' })).damagedFiles.map(({ path }) => path)).toEqual(['/']);
    const copied = (await run()).present.find((each) => each.source === second);
    expect(await target.contents(copied?.copy as Id)).toEqual(await source.contents(second));
  });

  test('writes a snapshot only when its content is durable and indexed', async () => {
    const order: string[] = [];
    meets = ({ operation, handle }) => {
      if (operation === 'save' && handle.type !== 'locks') order.push(handle.type);
    };
    await run();
    expect(order).toEqual(['data', 'data', 'index', 'snapshots', 'snapshots']);
  });

  test('goes on where it was cut off', async () => {
    meets = ({ operation, handle }) => {
      if (operation === 'save' && handle.type === 'snapshots') throw new Error('cut off');
    };
    await expect(run()).rejects.toThrow('cut off');
    expect(await originals()).toEqual([]);
    meets = () => undefined;
    expect(await run()).toMatchObject({ blobsCopied: 0, copied: [{ source: first }, { source: second }] });
    expect(await target.check({ readData: 'all' })).toMatchObject({ sound: true, snapshots: 2 });
  });

  test('can be cancelled', async () => {
    const controller = new AbortController();
    const cancelled = source.within(
      'reading',
      async (from) =>
        await target.within('appending', async (to) => {
          const onProgress = ({ kind }: Progress): void => {
            if (kind === 'total') controller.abort();
          };
          return await copy(from, to, {}, { signal: controller.signal, onProgress });
        }),
    );
    await expect(cancelled).rejects.toMatchObject({ code: 'aborted' });
    expect(await originals()).toEqual([]);
    expect((await run()).copied).toHaveLength(2);
  });
});

describe('init from another repository', () => {
  const shop = new Workshop();
  afterAll(async () => await shop.close());

  test('takes over every key byte for byte, and cuts equal content into equal blobs', async () => {
    const original = await shop.repository('original');
    await shop.within(original, 'appending', async (session) => await addKey(session, 'second'));
    writeFileSync(join(original, 'keys', '0'.repeat(64)), 'no key');
    const made = await shop.within(original, 'reading', async (from) => {
      const result = await shop.engine.initFrom(shop.path('copies'), from);
      expect(result).toMatchObject({ location: shop.path('copies'), keyId: from.repository.keyId });
      expect(result.repositoryId).not.toBe(from.repository.config.id);
      return result.location;
    });
    const keys = readdirSync(join(made, 'keys'));
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(readFileSync(join(made, 'keys', key))).toEqual(readFileSync(join(original, 'keys', key)));

    const source = shop.path('source');
    mkdirSync(source);
    writeFileSync(join(source, 'large'), randomBytes(5_000_000));
    for (const repository of [original, made]) expect((await shop.backup(repository, [source])).outcome).toBe('completed');
    const blobs = await Promise.all([original, made].map(async (repository) => await blobsOf(repository, 'data')));
    const folders = await Promise.all([original, made].map(async (repository) => await blobsOf(repository, 'tree')));
    expect(blobs[0]?.length).toBeGreaterThan(2);
    expect(blobs[1]).toEqual(blobs[0]);

    const copied = await shop.within(
      original,
      'reading',
      async (from) => await shop.within(made, 'appending', async (to) => await copy(from, to), 'second'),
    );
    // Folders carry times of access, and those above the source change at any moment.
    expect(copied).toMatchObject({
      outcome: 'completed',
      copied: [{}],
      blobsCopied: folders[0]?.filter((id) => !folders[1]?.includes(id)).length,
    });
  });

  test('takes over only the chunker polynomial if asked to', async () => {
    const original = await shop.repository('original-2');
    await shop.within(original, 'reading', async (chunkerFrom) => {
      await shop.engine.init(shop.path('chunker'), 'other', { chunkerFrom });
      await shop.engine.init(shop.path('neither'), 'other');
      const { chunker_polynomial: polynomial } = chunkerFrom.repository.config;
      const polynomialOf = async (place: string): Promise<string> =>
        await shop.within(place, 'reading', async ({ repository }) => repository.config.chunker_polynomial, 'other');
      expect(await polynomialOf(shop.path('chunker'))).toBe(polynomial);
      expect(await polynomialOf(shop.path('neither'))).not.toBe(polynomial);
    });
    await expect(shop.engine.open(shop.path('chunker'), PASSWORD, 'reading')).rejects.toMatchObject({ code: 'wrong-password' });
  });

  test('goes on where it was interrupted, and touches nothing that has keys or content of its own', async () => {
    const original = await shop.repository('original-3');
    const other = await shop.repository('other');
    await shop.within(original, 'reading', async (from) => {
      await expect(shop.engine.initFrom(other, from)).rejects.toMatchObject({ code: 'repository-exists' });
      rmSync(join(other, 'config'));
      await expect(shop.engine.initFrom(other, from)).rejects.toMatchObject({ code: 'repository-exists' });
      await shop.engine.initFrom(shop.path('interrupted'), from);
      rmSync(join(shop.path('interrupted'), 'config'));
      await shop.engine.initFrom(shop.path('interrupted'), from);
    });
    expect(await blobsOf(shop.path('interrupted'), 'data')).toEqual([]);
  });

  async function blobsOf(repository: string, wanted: 'data' | 'tree'): Promise<Id[]> {
    return await shop.within(repository, 'reading', async ({ repository: reading }) => {
      await reading.loadIndex();
      return [...reading.index.entries()]
        .filter(({ type }) => type === wanted)
        .map(({ id }) => id)
        .sort();
    });
  }
});

describe('the commands init --from-repo and copy', () => {
  let line: CommandLine;
  beforeAll(async () => {
    line = await CommandLine.make({ 'rx.csv': 'one\n', 'scans/a.png': 'picture' });
    await line.ok(['backup', line.source, '--tag', 'nightly']);
  });
  afterAll(() => line.remove());

  test('make a place for copies, fill it, and find nothing to do afterwards', async () => {
    const copies = line.path('copies');
    expect(await line.ok(['init', '-r', copies, '--from-repo', line.repository])).toContain('Every password');
    const words = ['copy', '--from-repo', line.repository, '--repo', copies];
    const [summary] = await line.json(words);
    expect(summary).toMatchObject({ message_type: 'summary', outcome: 'completed', snapshots_present: [], snapshots_damaged: [] });
    expect(summary?.snapshots_copied).toHaveLength(1);
    expect(await line.ok(words)).toBe('1 snapshot already there.\nThere was nothing to copy.\n');
    expect((await line.json(['snapshots', '-r', copies]))[0]).toMatchObject({ tags: ['nightly'], original: expect.any(String) });
    line.write({ 'rx.csv': 'one\ntwo\n' });
    await line.ok(['backup', line.source]);
    expect(await line.ok([...words, 'latest'])).toMatch(/^Snapshot \w{8} copied as \w{8}\.\nCopied 1 snapshot, .* stored as .*\.\n$/);
    expect(await line.ok([...words, '--tag', 'nightly'])).toContain('nothing to copy');
    expect((await line.json(['check', '--read-data', '-r', copies])).at(-1)).toMatchObject({ sound: true, snapshots: 2 });
  });

  test('take a password for each repository', async () => {
    const place = line.path('own-password');
    const file = line.path('password');
    writeFileSync(file, 'its own\n');
    const from = ['--from-repo', line.repository];
    expect((await line.run(['init', '-r', place, '--copy-chunker-params'])).stderr).toContain('needs --from-repo');
    await line.ok(['init', '-r', place, ...from, '--copy-chunker-params', '-p', file], {
      environment: { LIFEBOAT_FROM_PASSWORD: PASSWORD },
    });
    expect((await line.run(['copy', '-r', place, ...from, '-p', file])).code).toBe(12);
    await line.ok(['copy', '-r', place, '-p', file], {
      environment: { RESTIC_FROM_PASSWORD: PASSWORD, LIFEBOAT_FROM_REPOSITORY: line.repository },
    });
    const other = line.path('password-of-source');
    writeFileSync(other, PASSWORD);
    expect(await line.ok(['copy', '-r', place, ...from, '-p', file, '--from-password-file', other])).toContain('already there');
  });

  test('end with the usual codes', async () => {
    expect((await line.run(['copy'])).code).toBe(1);
    expect((await line.run(['copy', '--from-repo', line.path('nowhere')])).code).toBe(10);
    const broken = line.path('broken');
    cpSync(line.repository, broken, { recursive: true });
    for (const snapshot of readdirSync(join(broken, 'snapshots')).slice(0, 1)) writeFileSync(join(broken, 'snapshots', snapshot), 'rot');
    await line.ok(['init', '-r', line.path('third'), '--from-repo', broken]);
    const { code, stderr } = await line.run(['copy', '--from-repo', broken, '-r', line.path('third')]);
    expect(code).toBe(3);
    expect(stderr).toContain('cannot be read');
  });
});
