import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import { sha256 } from '../../src/main/engine/crypto/index.ts';
import { restore } from '../../src/main/engine/index.ts';
import { entry, type Forger } from '../support/forge.ts';
import { HostileGround } from '../support/hostile-ground.ts';
import { copyInMemory, type Surroundings, tryEverything, tryVerb, type Verb, withSession } from '../support/verbs.ts';
import { contentsBelow } from '../support/wasteful-site.ts';

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

describe('trees that only somebody with the keys can have written', () => {
  const TREES: Record<string, string | object | null> = {
    'no JSON': '{"nodes":[',
    'no text': '\u{fffd}{',
    null: null,
    'a list': [],
    'nodes that are no list': { nodes: {} },
    'a node that is null': { nodes: [null] },
    'a node without name': { nodes: [{ ...entry('x'), name: undefined }] },
    'a node of no kind': { nodes: [entry('x', { type: 'door' })] },
    'a name whose quoting is broken': { nodes: [entry('\\q')] },
    'names out of order': { nodes: [entry('b'), entry('a')] },
    'a name twice': { nodes: [entry('a'), entry('a', { type: 'symlink', linktarget: '/' })] },
    'content that is no ids': { nodes: [entry('x', { content: ['../../config'] })] },
    'content that is no list': { nodes: [entry('x', { content: A })] },
    'a subtree that is no id': { nodes: [entry('x', { type: 'dir', subtree: '..' })] },
    'a negative size': { nodes: [entry('x', { size: -1 })] },
    'a size beyond all': { nodes: [entry('x', { size: 1e300 })] },
    'an owner that is text': { nodes: [entry('x', { uid: 'root' })] },
    'attributes that are no list': { nodes: [entry('x', { extended_attributes: {} })] },
  };
  test.each(Object.keys(TREES))('a tree that is or has %s is damaged, and only that', async (name) => {
    await forger.snapshotOf(TREES[name] as object);
    expect(await tryEverything(place, around)).toMatchObject({
      snapshots: 'done',
      list: 'tree-damaged',
      dump: 'tree-damaged',
      restore: 'tree-damaged',
      check: 'warned',
      backup: 'done',
      prune: 'prune-unsafe',
    });
  });

  const ODD: Record<string, Record<string, unknown>> = {
    'times that are none': { mtime: 'now', atime: '', ctime: '2026-13-45T99:99:99Z' },
    "a size that is not its content's": { size: 2 ** 53 - 1 },
    'every bit of a mode': { mode: 2 ** 32 - 1 },
    'a mode beyond all': { mode: 2 ** 53 - 1 },
    'an owner beyond all': { uid: 2 ** 53 - 1, gid: 2 ** 53 - 1 },
    'attributes that are no base64': {
      extended_attributes: [
        { name: '', value: '***' },
        { name: 'user.\0', value: null },
      ],
    },
    'attributes of another system': { generic_attributes: { 'windows.file_attributes': 'x', 'windows.security_descriptor': 5 } },
    'links without end': { links: 2 ** 53 - 1, inode: 1, device_id: 1 },
  };
  test.each(Object.keys(ODD))('a file with %s comes back with its content', async (name) => {
    const [content] = await forger.data('content');
    const snapshot = await forger.snapshotOf({ nodes: [entry('x', { content: [content], size: 7, ...ODD[name] })] });
    const outcomes = await tryEverything(place, around);
    expect(['done', 'warned']).toContain(outcomes.restore);
    expect(await ground.restorable(place)).toMatchObject({ [`${snapshot}/x`]: 'content' });
  });

  test('a folder that lacks its tree and a file that lacks its content are told', async () => {
    await forger.snapshotOf({ nodes: [entry('d', { type: 'dir' }), entry('f', { content: null, size: 9 })] });
    expect(await tryEverything(place, around)).toMatchObject({ list: 'warned', check: 'warned' });
  });

  test('a tree cannot hold itself: its content would have to be its own hash', async () => {
    const tree = Buffer.from(JSON.stringify({ nodes: [entry('again', { type: 'dir', subtree: A })] }));
    await forger.pack([{ type: 'tree', id: A, content: tree }]);
    await forger.snapshot(A);
    expect(await tryEverything(place, around)).toMatchObject({
      list: 'blob-damaged',
      restore: 'blob-damaged',
      check: 'warned',
      prune: 'prune-unsafe',
    });
  });

  test('five thousand folders in each other end in warnings', async () => {
    const [content] = await forger.data('sound');
    const blobs = [Buffer.from(JSON.stringify({ nodes: [] }))];
    for (let depth = 1; depth < 5000; depth++) {
      const subtree = sha256(blobs.at(-1) as Buffer);
      const file = depth === 4999 ? [entry('~sound', { content: [content], size: 5 })] : [];
      blobs.push(Buffer.from(JSON.stringify({ nodes: [entry('d', { type: 'dir', subtree, content: null }), ...file] })));
    }
    await forger.pack(blobs.map((tree) => ({ type: 'tree', id: sha256(tree), content: tree })));
    await forger.snapshot(sha256(blobs.at(-1) as Buffer));
    const expected = { list: 'warned', restore: 'warned', check: 'done' } as const;
    for (const [verb, outcome] of Object.entries(expected) as [Verb, string][]) {
      expect({ verb, outcome: await tryVerb(verb, await copyInMemory(place), around) }).toEqual({ verb, outcome });
    }
  });
});

describe('a snapshot that wants out of the target', () => {
  let target: string;
  let outside: string;

  beforeEach(() => {
    const arena = ground.folder();
    [target, outside] = [`${arena}/target`, `${arena}/outside`];
    mkdirSync(outside);
    writeFileSync(`${outside}/precious`, 'untouched');
  });

  const restoreAll = async (snapshot: string, request: { overwrite?: 'always' | 'if-changed' | 'never' } = {}) =>
    await withSession(place, around, async (session) => await restore(session, { snapshot, target, ...request }));
  const assertContained = (): void => {
    expect(contentsBelow(outside)).toEqual({ precious: 'untouched' });
    expect(readdirSync(`${outside}/..`).sort()).toEqual(['outside', 'target']);
  };

  test.each(['../outside/evil', '..', '.', '', 'a/b', '/etc/evil', 'nul\\x00', 'a\\x2f..\\x2f..\\x2foutside'])(
    'by the name %j',
    async (name) => {
      const [content] = await forger.data('evil');
      const inner = (await forger.trees({ nodes: [entry('precious', { content: [content], size: 4 })] }))[0];
      for (const facts of [
        { content: [content], size: 4 },
        { type: 'dir', subtree: inner, content: null },
        { type: 'symlink', linktarget: '/', content: null },
      ]) {
        const nodes = [entry(name, facts), entry('~sound', { content: [content], size: 4 })];
        const { outcome, warnings } = await restoreAll(await forger.snapshotOf({ nodes }));
        expect({ outcome, warnings }).toMatchObject({ outcome: 'completed-with-warnings', warnings: [{ code: 'name-unsafe' }] });
        expect(contentsBelow(target)).toEqual({ '~sound': 'evil' });
        assertContained();
      }
    },
  );

  test.each(['always', 'if-changed', 'never'] as const)('by a link that an earlier snapshot left (%s)', async (overwrite) => {
    const [content] = await forger.data('evil');
    const inner = (await forger.trees({ nodes: [entry('precious', { content: [content], size: 4 })] }))[0];
    const link = await forger.snapshotOf({
      nodes: [
        entry('d', { type: 'symlink', linktarget: outside, content: null }),
        entry('f', { type: 'symlink', linktarget: `${outside}/precious`, content: null }),
      ],
    });
    const through = await forger.snapshotOf({
      nodes: [entry('d', { type: 'dir', subtree: inner, content: null }), entry('f', { content: [content], size: 4 })],
    });
    await restoreAll(link);
    await restoreAll(through, { overwrite });
    assertContained();
    if (overwrite !== 'never') expect(contentsBelow(target)).toEqual({ 'd/precious': 'evil', f: 'evil' });
  });

  test('by a hard link to what a link of the same snapshot leads to', async () => {
    const [content] = await forger.data('evil');
    mkdirSync(target);
    symlinkSync(`${outside}/precious`, `${target}/a`);
    const facts = { content: [content], size: 4, links: 2, inode: 7, device_id: 7 };
    await restoreAll(await forger.snapshotOf({ nodes: [entry('a', facts), entry('b', facts)] }));
    assertContained();
    expect(contentsBelow(target)).toEqual({ a: 'evil', b: 'evil' });
  });

  test('by the details of a link: those of what it leads to stay', async () => {
    const before = statSync(`${outside}/precious`);
    const facts = {
      type: 'symlink',
      linktarget: `${outside}/precious`,
      mode: 0o777,
      uid: 12345,
      gid: 12345,
      mtime: '2001-01-01T00:00:00Z',
      content: null,
    };
    const attributes = [{ name: 'user.evil', value: 'AAAA' }];
    await restoreAll(await forger.snapshotOf({ nodes: [entry('link', { ...facts, extended_attributes: attributes })] }));
    const { mode, uid, gid, mtimeMs } = statSync(`${outside}/precious`);
    expect({ mode, uid, gid, mtimeMs }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid, mtimeMs: before.mtimeMs });
    assertContained();
  });
});
