import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pictureOf, planTree, restoreTree, temporariesIn, withScratch } from './restoring.ts';
import { executeRestore, Report } from '../../../../../src/main/engine/restorer/index.ts';
import { LifeboatError } from '../../../../../src/shared/errors/index.ts';
import { type Folder, file, folder, node, StoredTrees } from './stored-trees.ts';

describe('names that would leave the target', () => {
  test('are never written, whatever they are; the rest goes on', async () => {
    await withScratch(async (scratch) => {
      const target = join(scratch, 'target');
      const stored = new StoredTrees();
      const evil: Folder = { '../out': file('x'), '/abs': file('x'), 'a/b': file('x'), '.': file('x'), 'nul\0': file('x') };
      const tree = stored.saveFolder({
        ...evil,
        '': file('x'),
        '..': folder({ out: file('x') }),
        good: folder({ '../../out': file('x'), fine: file('fine') }),
      });
      const { warnings, filesRestored } = await restoreTree(stored, tree, target);
      expect(warnings.map(({ code }) => code)).toEqual(Array(8).fill('name-unsafe'));
      expect(warnings.map(({ path }) => path)).toContain('/good/../../out');
      expect([filesRestored, await readdir(scratch, { recursive: true })]).toEqual([1, ['target', 'target/good', 'target/good/fine']]);
    });
  });

  test('links in the target are never followed', async () => {
    await withScratch(async (scratch) => {
      const [target, outside] = [join(scratch, 'target'), join(scratch, 'outside')];
      await mkdir(target);
      await mkdir(outside);
      await writeFile(join(outside, 'victim'), 'victim');
      await symlink(outside, join(target, 'folder'));
      await symlink(join(outside, 'victim'), join(target, 'file'));
      const stored = new StoredTrees();
      const tree = stored.saveFolder({
        folder: folder({ victim: file('stored') }),
        file: file('victim'),
        link: node({ type: 'symlink', linktarget: outside }),
      });
      const { warnings } = await restoreTree(stored, tree, target);
      expect([warnings, pictureOf(outside)]).toEqual([[], [expect.stringContaining('/victim file')]]);
      expect(await readFile(join(outside, 'victim'), 'utf8')).toBe('victim');
      expect(pictureOf(target).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
        '/file file',
        '/folder dir',
        '/folder/victim file',
        '/link symlink',
      ]);
    });
  });

  test('a link put into the place of a folder after the planning is not followed either', async () => {
    await withScratch(async (scratch) => {
      const [target, outside] = [join(scratch, 'target'), join(scratch, 'outside')];
      await mkdir(join(target, 'folder'), { recursive: true });
      await mkdir(outside);
      const stored = new StoredTrees();
      const tree = stored.saveFolder({ folder: folder({ a: file('stored') }) });
      const plan = await planTree(stored, tree, target);
      await rm(join(target, 'folder'), { recursive: true });
      await symlink(outside, join(target, 'folder'));
      await executeRestore(stored.repository(), plan, { verify: false }, new Report(undefined), new AbortController().signal);
      expect([await readdir(outside), await readdir(join(target, 'folder'))]).toEqual([[], ['a']]);
    });
  });

  test('with overwrite never, a link in the place of a folder stays and nothing goes through it', async () => {
    await withScratch(async (scratch) => {
      await mkdir(join(scratch, 'outside'));
      await mkdir(join(scratch, 'target'));
      await symlink('../outside', join(scratch, 'target', 'folder'));
      const stored = new StoredTrees();
      const tree = stored.saveFolder({ folder: folder({ a: file('a') }), b: file('b') });
      const { warnings } = await restoreTree(stored, tree, join(scratch, 'target'), { order: { overwrite: 'never' } });
      expect([warnings, await readdir(join(scratch, 'outside'))]).toEqual([
        [{ code: 'not-restored', path: '/folder', detail: 'ENOTDIR' }],
        [],
      ]);
    });
  });

  test('the repository is never written over', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const tree = stored.saveFolder({ repo: folder({ config: file('evil') }), b: file('b') });
      const { warnings } = await restoreTree(stored, tree, scratch, { order: { offLimits: [join(scratch, 'repo')] } });
      expect([warnings.map(({ detail }) => detail), await readdir(scratch)]).toEqual([['inside-repository'], ['b']]);
    });
  });
});

describe('damage', () => {
  const big = (text: string): Buffer => Buffer.from(text.repeat(1000));

  test('a file with a damaged blob stays away, the old one stays, the others come', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees(1);
      const tree = stored.saveFolder({
        bad: file([big('good'), big('bad'), big('more')]),
        good: file([big('good')]),
        link: file([big('good'), big('bad'), big('more')]),
      });
      const bad = stored.save('data', big('bad'));
      stored.damaged.add(`${stored.locations.get(bad)?.[0]?.pack}:${bad}`);
      await writeFile(join(scratch, 'bad'), 'old');
      const { warnings, filesRestored } = await restoreTree(stored, tree, scratch);
      expect(filesRestored).toBe(1);
      expect(warnings).toEqual(['/bad', '/link'].map((path) => ({ code: 'not-restored', path, detail: 'wrong-hash' })));
      expect([await readdir(scratch), await readFile(join(scratch, 'bad'), 'utf8')]).toEqual([['bad', 'good'], 'old']);
    });
  });

  test('another copy of a damaged blob or a missing pack is used', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees(1);
      const tree = stored.saveFolder({ a: file('one'), b: file('two') });
      const [one, two] = [stored.save('data', Buffer.from('one')), stored.save('data', Buffer.from('two'))];
      for (const text of ['one', 'two']) stored.saveCopy('data', Buffer.from(text), stored.newPack());
      stored.damaged.add(`${stored.locations.get(one)?.[0]?.pack}:${one}`);
      stored.missingPacks.add(stored.locations.get(two)?.[0]?.pack ?? '');
      const { warnings, filesRestored } = await restoreTree(stored, tree, scratch);
      expect([warnings, filesRestored]).toEqual([[], 2]);
    });
  });

  test('a damaged folder is a warning, and what surrounds it comes', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees(1);
      const lost = stored.saveFolder({ x: file('x') });
      const tree = stored.saveFolder({ lost: folder({ x: file('x') }), y: file('y'), broken: node({ type: 'dir' }) });
      stored.damaged.add(`${stored.locations.get(lost)?.[0]?.pack}:${lost}`);
      const { warnings } = await restoreTree(stored, tree, scratch);
      expect(warnings.map(({ code, path }) => [code, path])).toEqual([
        ['damaged', '/broken'],
        ['damaged', '/lost'],
      ]);
      expect(await readdir(scratch)).toEqual(['broken', 'lost', 'y']);
    });
  });

  test('if nothing can be restored it is an error', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees(1);
      const tree = stored.saveFolder({ a: file('one') });
      const one = stored.save('data', Buffer.from('one'));
      stored.missingPacks.add(stored.locations.get(one)?.[0]?.pack ?? '');
      await expect(restoreTree(stored, tree, scratch)).rejects.toMatchObject({ code: 'file-not-found' });
      const unknown = stored.saveFolder({ a: file([], { content: ['0'.repeat(64)], size: 5 }) });
      await expect(restoreTree(stored, unknown, scratch)).rejects.toMatchObject({ code: 'io-failed', data: { reason: 'blob-not-found' } });
    });
  });

  test('paths longer than the system takes are warnings', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees(100);
      let deep: Folder = { bottom: file('x') };
      for (let i = 0; i < 30; i++) deep = { [String(i).padEnd(200, '-')]: folder(deep) };
      const { warnings, filesRestored } = await restoreTree(stored, stored.saveFolder({ deep: folder(deep), fine: file('fine') }), scratch);
      expect([filesRestored, warnings.map(({ detail }) => detail)]).toEqual([1, ['ENAMETOOLONG']]);
    });
  });

  test('a name as long as the system takes is no problem for the name before it', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const tree = stored.saveFolder({ ['n'.repeat(255)]: file('x'), ['n'.repeat(256)]: file('x') });
      const { warnings, filesRestored } = await restoreTree(stored, tree, scratch);
      expect([filesRestored, warnings.map(({ detail }) => detail)]).toEqual([1, ['ENAMETOOLONG']]);
      expect(await readdir(scratch)).toEqual(['n'.repeat(255)]);
    });
  });
});

describe('stopping in the middle', () => {
  function manyFiles(stored: StoredTrees): string {
    const entries: Folder = {};
    for (let i = 0; i < 40; i++) stored.save('data', Buffer.from(`first ${i}`));
    for (let i = 0; i < 40; i++) entries[`file ${i}`] = file([Buffer.from(`first ${i}`), Buffer.from(`second ${i}`)]);
    return stored.saveFolder({ ...entries, sub: folder(entries) });
  }

  test('an abort leaves no temporary file and no half one', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees(40);
      const tree = manyFiles(stored);
      await writeFile(join(scratch, 'file 0'), 'old');
      const controller = new AbortController();
      let handedOut = 0;
      let temporaries = 0;
      stored.beforeBlob = async () => {
        if (++handedOut !== 60) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
        temporaries = (await temporariesIn(scratch)).length;
        controller.abort();
      };
      await expect(restoreTree(stored, tree, scratch, { signal: controller.signal })).rejects.toMatchObject({ code: 'aborted' });
      expect(temporaries).toBeGreaterThan(0);
      expect(await temporariesIn(scratch)).toEqual([]);
      for (const path of await readdir(scratch, { recursive: true })) {
        if (/file \d+$/.test(path) && path !== 'file 0')
          expect(await readFile(join(scratch, path), 'utf8')).toMatch(/^first \d+second \d+$/);
      }
    });
  });

  test('a failure of the repository as a whole ends the restore with that failure', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees(40);
      const tree = manyFiles(stored);
      let handedOut = 0;
      stored.beforeBlob = () => {
        if (++handedOut === 30) throw new LifeboatError('place-unreachable', { location: 'x', reason: 'gone' });
      };
      await expect(restoreTree(stored, tree, scratch)).rejects.toMatchObject({ code: 'place-unreachable' });
      expect(await temporariesIn(scratch)).toEqual([]);
    });
  });

  test('more than is free is refused before anything is touched', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const plan = await planTree(stored, stored.saveFolder({ a: file('abc'), d: folder({}) }), scratch);
      plan.summary.freeBytes = 2;
      const executing = executeRestore(stored.repository(), plan, { verify: false }, new Report(undefined), new AbortController().signal);
      await expect(executing).rejects.toMatchObject({ code: 'no-space' });
      expect(await readdir(scratch)).toEqual([]);
    });
  });
});
