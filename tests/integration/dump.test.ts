import { randomBytes } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DumpRequest, dump, type Hooks } from '../../src/main/engine/index.ts';
import { Workshop } from '../support/workshop.ts';

const MEBIBYTE = 1024 * 1024;

describe('dump', () => {
  const shop = new Workshop();
  const big = Buffer.concat([randomBytes(20 * MEBIBYTE), Buffer.alloc(9 * MEBIBYTE), randomBytes(5 * MEBIBYTE)]);
  let repo = '';
  let source = '';

  beforeAll(async () => {
    repo = await shop.repository();
    source = shop.path('source');
    mkdirSync(source);
    writeFileSync(`${source}/big`, big);
    writeFileSync(`${source}/empty`, '');
    symlinkSync('big', `${source}/link`);
    await shop.backup(repo, [source]);
  });
  afterAll(async () => await shop.close());

  const dumpTo = async (request: Partial<DumpRequest>, sink: (chunk: Uint8Array) => Promise<void>, hooks: Hooks = {}): Promise<void> =>
    await shop.within(
      repo,
      'reading',
      async (session) => await dump(session, { snapshot: `latest:${source}`, path: '/big', ...request }, sink, hooks),
    );

  test('hands out the content in order, one piece at a time', async () => {
    const pieces: Uint8Array[] = [];
    let taking = 0;
    await dumpTo({}, async (piece) => {
      expect(++taking).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      pieces.push(Buffer.from(piece));
      taking--;
    });
    expect(pieces.length).toBeGreaterThan(4);
    expect(Buffer.compare(Buffer.concat(pieces), big)).toBe(0);
  });

  test("an empty file has no pieces; the path may begin at the snapshot's top", async () => {
    let pieces = 0;
    await dumpTo({ snapshot: 'latest', path: `${source}/empty` }, async () => void pieces++);
    expect(pieces).toBe(0);
  });

  test('only a file can be dumped', async () => {
    const nothing = async (): Promise<void> => undefined;
    await expect(dumpTo({ path: '/nothing' }, nothing)).rejects.toMatchObject({ code: 'path-not-found' });
    for (const path of ['/link', '/', '']) await expect(dumpTo({ path }, nothing)).rejects.toMatchObject({ code: 'not-a-file' });
  });

  test('a sink that fails and an abort end it', async () => {
    await expect(dumpTo({}, async () => await Promise.reject(new Error('pipe closed')))).rejects.toThrow('pipe closed');
    const controller = new AbortController();
    await expect(dumpTo({}, async () => controller.abort(), { signal: controller.signal })).rejects.toMatchObject({ code: 'aborted' });
  });
});
