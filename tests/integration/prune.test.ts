import { existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import type { Backend } from '../../src/main/engine/backend/index.ts';
import { sha256 } from '../../src/main/engine/crypto/index.ts';
import type { PruneRequest, PruneResult } from '../../src/main/engine/operations/contract.ts';
import { prune } from '../../src/main/engine/operations/prune.ts';
import { withScratch } from '../support/scratch.ts';
import { flipBit, SmallRepository } from '../support/small-repository.ts';

describe('prune', () => {
  let repository: SmallRepository;

  beforeEach(async () => {
    repository = await SmallRepository.make();
  });
  afterEach(() => repository.close());

  const run = async (request: PruneRequest = {}, backend?: Backend): Promise<PruneResult> =>
    await repository.within('exclusive', async (session) => await prune(session, request), backend);

  /** Two snapshots that share a pack, of which the first then goes. */
  const storeTwoForgetOne = async (): Promise<{ kept: string; content: Record<string, string> }> => {
    const gone = await repository.store({ a: ['shared'], b: ['first only'], old: { c: ['first only too'] } });
    const kept = await repository.store({ a: ['shared'], d: ['second'], n: { e: ['deep'] } }, { time: '2026-01-02T00:00:00Z' });
    const content = await repository.contents(kept);
    await repository.remove('snapshots', gone);
    return { kept, content };
  };

  test('changes nothing where everything is needed', async () => {
    await repository.store({ a: ['one'] });
    const before = [await repository.names('data'), await repository.names('index')];
    const { plan, executed } = await run();
    expect(executed).toBe(true);
    expect(plan).toMatchObject({ packsKept: 2, packsRepacked: 0, packsDeleted: 0, packsUnreferenced: 0, bytesUnusedAfter: 0 });
    expect([await repository.names('data'), await repository.names('index')]).toEqual(before);
  });

  test('removes what interrupted saves left behind, but not in a dry run', async () => {
    await withScratch(async (root) => {
      const site = await SmallRepository.make(new LocalBackend(root));
      const snapshot = await site.store({ a: ['one'] });
      const left = ['data/00', 'index', 'snapshots', 'locks'].map((folder) => `${root}/${folder}/${'0'.repeat(64)}-tmp-c0ffee`);
      for (const path of left) writeFileSync(path, 'half');
      const pruned = async (request: PruneRequest): Promise<number> =>
        (await site.within('exclusive', async (session) => await prune(session, request))).temporaryFilesRemoved;
      expect(await pruned({ dryRun: true })).toBe(0);
      expect(left.filter((path) => existsSync(path))).toEqual(left);
      expect(await pruned({})).toBe(left.length);
      expect(left.filter((path) => existsSync(path))).toEqual([]);
      expect(await pruned({})).toBe(0);
      expect(await site.contents(snapshot)).toEqual({ '/a': 'one' });
      await site.close();
    });
  });

  test('frees what only a forgotten snapshot needed, and the rest reads as before', async () => {
    const { kept, content } = await storeTwoForgetOne();
    const { plan } = await run();
    expect(plan).toMatchObject({ packsRepacked: 1, packsDeleted: 1, blobsUnused: 4 });
    const result = await repository.check({ readData: 'all', listUnused: true });
    expect(result).toMatchObject({ sound: true, findings: [], unused: { blobs: 0, bytes: 0 } });
    expect(await repository.contents(kept)).toEqual(content);
  });

  test('a dry run plans the same and touches nothing', async () => {
    await storeTwoForgetOne();
    const before = [await repository.names('data'), await repository.names('index')];
    const dry = await run({ dryRun: true });
    expect(dry.executed).toBe(false);
    expect([await repository.names('data'), await repository.names('index')]).toEqual(before);
    expect((await run()).plan).toEqual(dry.plan);
  });

  test('the plan foretells the bytes that are freed', async () => {
    await storeTwoForgetOne();
    await repository.storeLoose(['nobody needs this']);
    const size = async (): Promise<number> => (await repository.files('data')).reduce((sum, file) => sum + file.size, 0);
    const before = await size();
    const { plan } = await run({ maxUnused: { bytes: 0 } });
    // One pack is written for the one repacked, so that its overhead stays.
    expect(before - (await size())).toBe(plan.bytesDeleted + plan.bytesFreedByRepack);
  });

  test('unlimited leaves partly used content and still drops packs nobody needs', async () => {
    await storeTwoForgetOne();
    await repository.storeLoose(['nobody needs this']);
    const { plan } = await run({ maxUnused: 'unlimited' });
    expect(plan).toMatchObject({ packsRepacked: 0, packsDeleted: 2 });
    expect(plan.bytesUnusedAfter).toBeGreaterThan(0);
    expect(await repository.check()).toMatchObject({ sound: true, findings: [], unused: { bytes: plan.bytesUnusedAfter } });
  });

  test('joins small packs when asked', async () => {
    for (const [day, piece] of ['one', 'two', 'three'].entries())
      await repository.store({ [piece]: [piece] }, { time: `2026-01-0${day + 1}T00:00:00Z` });
    expect(await repository.names('data')).toHaveLength(6);
    await run({ repackSmall: true });
    expect(await repository.names('data')).toHaveLength(2);
    expect(await repository.check({ readData: 'all' })).toMatchObject({ sound: true, findings: [] });
  });

  test('keeps one of several copies', async () => {
    const kept = await repository.store({ a: ['twice'], b: ['once'] });
    await repository.storeLoose(['twice'], { force: true });
    const { plan } = await run();
    expect(plan).toMatchObject({ blobsDuplicate: 1, packsDeleted: 1, packsRepacked: 0 });
    expect(await repository.contents(kept)).toEqual({ '/a': 'twice', '/b': 'once' });
  });

  test('the session sees the repository as it is afterwards', async () => {
    const { content } = await storeTwoForgetOne();
    await repository.within('exclusive', async (session) => {
      await prune(session);
      for (const text of Object.values(content)) {
        expect(Buffer.from(await session.repository.loadBlob('data', sha256(Buffer.from(text)))).toString()).toBe(text);
      }
      expect(session.repository.index.has('data', sha256(Buffer.from('first only')))).toBe(false);
      expect(await prune(session)).toMatchObject({ plan: { packsRepacked: 0, packsDeleted: 0, packsUnreferenced: 0 } });
    });
  });

  test('removes packs no index names', async () => {
    const kept = await repository.store({ a: ['one'] });
    const indexed = await repository.names('index');
    await repository.storeLoose(['from a killed backup']);
    for (const index of await repository.names('index')) if (!indexed.includes(index)) await repository.remove('index', index);
    expect((await run()).plan).toMatchObject({ packsUnreferenced: 1, packsKept: 2 });
    expect(await repository.names('data')).toHaveLength(2);
    expect(await repository.contents(kept)).toEqual({ '/a': 'one' });
  });

  describe('refuses, and removes nothing, while', () => {
    const expectRefusal = async (code: string): Promise<void> => {
      const before = [await repository.names('data'), await repository.names('index')];
      await expect(run()).rejects.toMatchObject({ code });
      expect([await repository.names('data'), await repository.names('index')]).toEqual(before);
    };

    test('content is missing', async () => {
      await storeTwoForgetOne();
      await repository.remove('data', await repository.packOf('second'));
      await expectRefusal('prune-unsafe');
    });

    test('a pack was cut short', async () => {
      await storeTwoForgetOne();
      await repository.tamper('data', await repository.packOf('second'), (bytes) => bytes.slice(0, -1));
      await expectRefusal('prune-unsafe');
    });

    test('a snapshot cannot be read', async () => {
      const { kept } = await storeTwoForgetOne();
      await repository.tamper('snapshots', kept, flipBit(20));
      await expectRefusal('file-damaged');
    });

    test('an index file cannot be read', async () => {
      await storeTwoForgetOne();
      await repository.storeLoose(['loose']);
      for (const index of await repository.names('index')) {
        const packs = await repository.within('reading', async (session) => (await session.repository.loadIndexFile(index)).packs);
        if (packs.length === 1) await repository.tamper('index', index, flipBit(20));
      }
      await expectRefusal('file-damaged');
    });

    test('a blob to be written anew is damaged', async () => {
      await storeTwoForgetOne();
      await repository.tamper('data', await repository.packOf('shared'), flipBit(5));
      const data = await repository.names('data');
      await expect(run()).rejects.toMatchObject({ code: 'blob-damaged' });
      expect(await repository.names('data')).toEqual(expect.arrayContaining(data));
    });
  });

  test('wherever it is cut off, the repository is sound and a second run ends the work', async () => {
    await storeTwoForgetOne();
    await repository.storeLoose(['nobody needs this']);
    const [kept] = (await repository.names('snapshots')) as [string];
    const content = await repository.contents(kept);
    const state = await stateOf(repository.backend);
    for (let left = 0, cut = true; cut; left++) {
      await restoreState(repository.backend, state);
      const power = { left };
      cut = await run({}, withPowerCut(repository.backend, power)).then(
        () => false,
        () => true,
      );
      for (const lock of await repository.names('locks')) await repository.remove('locks', lock);
      expect((await repository.check({ readData: 'all' })).findings.filter((finding) => finding.severity === 'error')).toEqual([]);
      expect(await repository.contents(kept)).toEqual(content);
      if (left % 4 === 0) await run();
    }
    expect((await repository.check({ listUnused: true })).findings).toEqual([]);
  });

  test('whatever was stored and forgotten, what is left reads as before', async () => {
    const piece = fc.integer({ min: 0, max: 12 }).map((number) => `piece ${number}`);
    const folders = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.array(piece, { maxLength: 4 }), { maxKeys: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    const options = fc.record({
      repackSmall: fc.boolean(),
      maxUnused: fc.constantFrom<NonNullable<PruneRequest['maxUnused']>>({ bytes: 0 }, { percent: 5 }, 'unlimited'),
    });
    const property = fc.asyncProperty(
      folders,
      options,
      fc.array(piece, { maxLength: 3 }),
      fc.nat(3),
      async (stored, request, loose, gone) => {
        const fresh = await SmallRepository.make();
        try {
          const snapshots: string[] = [];
          for (const [day, folder] of stored.entries())
            snapshots.push(await fresh.store(folder, { time: `2026-01-0${day + 1}T00:00:00Z` }));
          await fresh.storeLoose(loose, { force: true });
          const [lost] = snapshots.splice(gone % snapshots.length, 1);
          await fresh.remove('snapshots', lost as string);
          const before = await Promise.all(snapshots.map(async (id) => await fresh.contents(id)));
          await fresh.within('exclusive', async (session) => await prune(session, request));
          expect(await fresh.check({ readData: 'all' })).toMatchObject({ sound: true, findings: [] });
          expect(await Promise.all(snapshots.map(async (id) => await fresh.contents(id)))).toEqual(before);
        } finally {
          await fresh.close();
        }
      },
    );
    await fc.assert(property, { numRuns: 8 });
  });
});

type State = { type: 'data' | 'index'; name: string; bytes: Uint8Array }[];

async function stateOf(backend: Backend): Promise<State> {
  const state: State = [];
  for (const type of ['data', 'index'] as const) {
    for await (const { name } of backend.list(type)) state.push({ type, name, bytes: await backend.load({ type, name }) });
  }
  return state;
}

async function restoreState(backend: Backend, state: State): Promise<void> {
  for (const type of ['data', 'index'] as const) for await (const { name } of backend.list(type)) await backend.remove({ type, name });
  for (const { type, name, bytes } of state) await backend.save({ type, name }, [bytes]);
}

/** A place that fails after some changes to packs and index files; locks do not count. */
function withPowerCut(backend: Backend, power: { left: number }): Backend {
  const spend = (type: string): void => {
    if (type === 'locks') return;
    power.left -= 1;
    if (power.left < 0) throw new Error('power cut');
  };
  return new Proxy(backend, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== 'function') return member;
      const method = member.bind(target) as (...args: unknown[]) => unknown;
      if (name !== 'save' && name !== 'remove') return method;
      return async (handle: { type: string }, ...rest: unknown[]): Promise<unknown> => {
        spend(handle.type);
        return await method(handle, ...rest);
      };
    },
  });
}
