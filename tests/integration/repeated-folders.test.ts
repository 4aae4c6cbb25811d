import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { check } from '../../src/main/engine/operations/check.ts';
import { listTree } from '../../src/main/engine/operations/list.ts';
import { prune } from '../../src/main/engine/operations/prune.ts';
import { restore } from '../../src/main/engine/operations/restore.ts';
import { Forger, entry } from '../support/forge.ts';
import { scratchFolder, type Scratch } from '../support/scratch.ts';
import { SmallRepository } from '../support/small-repository.ts';

/** Levels of ten folders each that all name the same tree: more paths than anybody could ever walk. */
const LEVELS = 40;

describe('a snapshot in which few trees stand for endless folders', () => {
  let small: SmallRepository;
  let scratch: Scratch;
  let content: string | undefined;

  beforeAll(async () => {
    scratch = scratchFolder();
    small = await SmallRepository.make();
    const forger = await Forger.at(small.backend, 'small');
    [content] = await forger.data('ha');
    let [tree] = await forger.trees({ nodes: [entry('laugh', { content: [content], size: 2 })] });
    for (let level = 0; level < LEVELS; level++) {
      const nodes = Array.from({ length: 10 }, (_, i) => entry(`lol${i}`, { type: 'dir', content: null, subtree: tree }));
      [tree] = await forger.trees({ nodes });
    }
    await forger.snapshot(tree as string);
  });
  afterAll(async () => {
    await small.close();
    scratch.remove();
  });

  test('is listed entry by entry for as long as somebody wants to see it', async () => {
    const abort = new AbortController();
    await small.within('reading', async (session) => {
      let entries = 0;
      const list = async (): Promise<void> => {
        for await (const _entry of listTree(session, { snapshot: 'latest', recursive: true }, { signal: abort.signal }))
          if (++entries === 1000) abort.abort();
      };
      await expect(list()).rejects.toMatchObject({ code: 'aborted' });
      expect(entries).toBeLessThan(1100);
    });
  });

  test('can be given up while a restore of it is planned', async () => {
    await small.within('reading', async (session) => {
      const signal = AbortSignal.timeout(300);
      const target = `${scratch.path}/target`;
      await expect(restore(session, { snapshot: 'latest', target }, { signal })).rejects.toMatchObject({ code: 'aborted' });
    });
  });

  test('is checked and pruned tree by tree', async () => {
    await small.within('exclusive', async (session) => {
      const { plan } = await prune(session, { dryRun: true });
      expect(plan.blobsUsed).toBe(LEVELS + 2);
    });
    await small.within('reading', async (session) => {
      expect(await check(session, { readData: 'all' })).toMatchObject({ sound: true, snapshots: 1 });
    });
  });

  test('whose content is lost has a bounded list of damaged files', async () => {
    const pack = await small.packOf('ha');
    const bytes = await small.backend.load({ type: 'data', name: pack });
    await small.remove('data', pack);
    const { damagedFiles, damagedFilesTruncated } = await small.check();
    expect([damagedFiles.length, damagedFilesTruncated]).toEqual([1000, true]);
    await small.backend.save({ type: 'data', name: pack }, [bytes]);
  });
});
