import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Backend, Handle } from '../../../../../../src/main/engine/backend/index.ts';
import { CachedBackend } from '../../../../../../src/main/engine/backend/cache/index.ts';
import { MemoryBackend } from '../../../../../../src/main/engine/backend/memory/memory-backend.ts';
import { fileOf, namesOf } from '../../../../../support/backends.ts';
import { InterceptedBackend } from '../../../../../support/intercepted-backend.ts';
import { type Scratch, scratchFolder } from '../../../../../support/scratch.ts';

const { handle, bytes } = fileOf('index of everything', 'index');

describe('copies of small files', () => {
  let scratch: Scratch;
  let inner: MemoryBackend;
  let loads: number;

  beforeEach(() => {
    scratch = scratchFolder();
    inner = new MemoryBackend();
    loads = 0;
  });

  afterEach(() => scratch.remove());

  function place(key = 'place'): Backend {
    const counted = new InterceptedBackend(inner, async ({ operation }, proceed) => {
      if (operation === 'load') loads += 1;
      return await proceed();
    });
    return new CachedBackend(counted, { folder: scratch.path, key });
  }

  function copies(): string[] {
    return readdirSync(scratch.path, { recursive: true, encoding: 'utf8' })
      .map((name) => join(scratch.path, name))
      .filter((path) => statSync(path).isFile());
  }

  test('what was saved or loaded once is not loaded again, in the next run neither', async () => {
    const saved = place();
    await saved.save(handle, [bytes.subarray(0, 3), bytes.subarray(3)]);
    expect(await saved.load(handle)).toEqual(bytes);
    expect(loads).toBe(0);
    const other = fileOf('a snapshot', 'snapshots');
    await inner.save(other.handle, [other.bytes]);
    expect(await place().load(other.handle)).toEqual(other.bytes);
    expect(await place().load(other.handle)).toEqual(other.bytes);
    expect(loads).toBe(1);
  });

  describe('of packs with folders', () => {
    const MIB = 1024 * 1024;
    const pack = (content: string, size: number): { handle: Handle; bytes: Buffer } => {
      const file = fileOf(Buffer.alloc(size, content), 'data');
      return { handle: { ...file.handle, holdsTrees: true }, bytes: Buffer.from(file.bytes) };
    };
    const part = async (one: Backend, { handle: of }: { handle: Handle }, offset: number, length: number): Promise<Buffer> =>
      Buffer.from(await one.load(of, { offset, length }));

    test('what was saved here is read here, in the next run too; other packs are not kept', async () => {
      const trees = pack('trees ', 1000);
      const contents = fileOf(Buffer.alloc(1000, 'contents'), 'data');
      await place().save(trees.handle, [trees.bytes.subarray(0, 400), trees.bytes.subarray(400)]);
      await place().save(contents.handle, [contents.bytes]);
      const next = place();
      for (const offset of [0, 500, 990]) expect(await part(next, trees, offset, 10)).toEqual(trees.bytes.subarray(offset, offset + 10));
      expect(loads).toBe(0);
      expect(copies()).toHaveLength(1);
    });

    test('a small one is fetched whole and once, by however many at a time; a large one when a quarter of it was read', async () => {
      const [small, large] = [pack('small ', MIB), pack('large ', 8 * MIB)];
      for (const { handle: of, bytes: content } of [small, large]) await inner.save(of, [content]);
      const one = place();
      await Promise.all(
        Array.from({ length: 5 }, async (_, i) => expect(await part(one, small, i, 6)).toEqual(small.bytes.subarray(i, i + 6))),
      );
      await part(one, small, 100, 100);
      expect(loads).toBe(1);
      for (let i = 0; i < 6; i++) await part(one, large, i * MIB, MIB);
      expect(loads).toBe(1 + 1 + 1);
      await part(place(), large, 7 * MIB, MIB);
      expect(loads).toBe(3);
    });

    test('a damaged or vanished copy is fetched anew; a damaged pack comes as the place has it', async () => {
      const trees = pack('trees ', 5000);
      await place().save(trees.handle, [trees.bytes]);
      const [copy = ''] = copies();
      writeFileSync(copy, trees.bytes.fill('x', 10, 11).subarray(0));
      trees.bytes.fill('trees ', 0);
      expect(await part(place(), trees, 5, 10)).toEqual(trees.bytes.subarray(5, 15));
      expect(loads).toBe(1);
      const one = place();
      await part(one, trees, 0, 10);
      rmSync(copy);
      expect(await part(one, trees, 5, 10)).toEqual(trees.bytes.subarray(5, 15));
      expect(loads).toBe(2);
      const rotten = pack('rotten', 600);
      await inner.save(rotten.handle, [Buffer.alloc(600, 'r')]);
      for (let i = 0; i < 3; i++) expect(await part(one, rotten, i, 4)).toEqual(Buffer.from('rrrr'));
      await expect(part(one, rotten, 599, 2)).rejects.toMatchObject({ code: 'file-damaged' });
      expect(readdirSync(join(copy, '..'))).toEqual([trees.handle.name]);
    });

    test('room is made by dropping what was not used for the longest time', async () => {
      const packs = ['a', 'b', 'c', 'd', 'e'].map((content) => pack(content, 1000));
      const one = new CachedBackend(inner, { folder: scratch.path, key: 'place', mostPackBytes: 4000 });
      for (const { handle: of, bytes: content } of packs) await one.save(of, [content]);
      const kept = copies().map((path) => basename(path));
      expect(kept).toHaveLength(3);
      expect(kept).toContain(packs.at(-1)?.handle.name);
      for (const each of packs) expect(await part(one, each, 1, 2)).toEqual(each.bytes.subarray(1, 3));
    });

    test('a listing drops those that are gone', async () => {
      const [gone, there] = [pack('gone', 1000), pack('there', 1000)];
      for (const { handle: of, bytes: content } of [gone, there]) await place().save(of, [content]);
      await inner.remove(gone.handle);
      await namesOf(place(), 'data');
      expect(copies().map((path) => basename(path))).toEqual([there.handle.name]);
      await place().remove(there.handle);
      expect(copies()).toEqual([]);
    });
  });

  test.each(['data', 'keys', 'locks'] as const)('%s files are not kept', async (type) => {
    const file = fileOf('not kept', type);
    await place().save(file.handle, [file.bytes]);
    await place().load(file.handle);
    await place()
      .load(handle, { offset: 0, length: 1 })
      .catch(() => undefined);
    expect(copies()).toEqual([]);
    expect(loads).toBe(2);
  });

  test.each([
    ['another byte', (path: string) => writeFileSync(path, readFileSync(path).fill(0x20, 2, 3))],
    ['cut short', (path: string) => truncateSync(path, 4)],
    ['empty', (path: string) => truncateSync(path, 0)],
  ])('a damaged copy (%s) is dropped and fetched anew', async (_, damage) => {
    await place().save(handle, [bytes]);
    const [copy = ''] = copies();
    damage(copy);
    expect(await place().load(handle)).toEqual(bytes);
    expect(await place().load(handle)).toEqual(bytes);
    expect(loads).toBe(1);
    expect(readFileSync(copy)).toEqual(Buffer.from(bytes));
  });

  test('a file that is damaged at the place is given as it is and never kept', async () => {
    await inner.save(handle, [Buffer.from('not what its name says')]);
    expect(Buffer.from(await place().load(handle)).toString()).toBe('not what its name says');
    expect(copies()).toEqual([]);
  });

  test('a whole listing shows which copies nobody needs', async () => {
    const saved = place();
    const other = fileOf('stays', 'index');
    for (const file of [{ handle, bytes }, other]) await saved.save(file.handle, [file.bytes]);
    await inner.remove(handle);
    for await (const _ of saved.list('index')) break;
    expect(copies()).toHaveLength(2);
    expect(await namesOf(saved, 'index')).toEqual([other.handle.name]);
    expect(copies()).toHaveLength(1);
    await saved.remove(other.handle);
    expect(copies()).toEqual([]);
  });

  test('places do not mix, and many at a time do not disturb each other', async () => {
    const files = Array.from({ length: 20 }, (_, i) => fileOf(`file ${i}`, 'index'));
    for (const file of files) await inner.save(file.handle, [file.bytes]);
    const both = [place(), place(), place('another')];
    await Promise.all(both.flatMap((one) => files.map(async (file) => expect(await one.load(file.handle)).toEqual(file.bytes))));
    expect(copies()).toHaveLength(40);
    expect(copies().filter((path) => path.includes('-tmp-'))).toEqual([]);
  });

  test('a folder that cannot be used costs nothing but speed', async () => {
    writeFileSync(join(scratch.path, 'files'), 'in the way');
    const saved = place();
    await saved.save(handle, [bytes]);
    expect(await saved.load(handle)).toEqual(bytes);
    expect(await namesOf(saved, 'index')).toEqual([handle.name]);
    await saved.remove(handle);
    expect(existsSync(join(scratch.path, 'files'))).toBe(true);
  });
});
