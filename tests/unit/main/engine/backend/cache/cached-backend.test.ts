import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Backend } from '../../../../../../src/main/engine/backend/index.ts';
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
