import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/main/clock.ts';
import { backup, createEngine, type Engine, fileSnapshotMemory, forget } from '../../src/main/engine/index.ts';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import type { Handle, Range } from '../../src/main/engine/backend/index.ts';
import { ageRepository } from '../support/aged-repository.ts';
import { QUICK_ENGINE } from '../support/quick-engine.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

/** Counts the snapshot files that are read. */
class WatchedBackend extends LocalBackend {
  read: string[] = [];

  override async load(handle: Handle, range?: Range, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    if (handle.type === 'snapshots') this.read.push(handle.name);
    return await super.load(handle, range, signal);
  }
}

describe('finding the snapshot to compare with among many', () => {
  const PAST = 60;
  const shop = new Workshop();
  const engines: Engine[] = [];
  let repo = '';
  let source = '';

  beforeAll(async () => {
    repo = await shop.repository();
    source = shop.path('source');
    mkdirSync(source);
    writeFileSync(`${source}/claims.log`, 'claims\n');
    const past = { count: PAST, from: new Date('2026-01-01T00:00:00Z'), host: hostname(), paths: [source] };
    await shop.within(repo, 'appending', async (session) => await ageRepository(session, past));
  });
  afterAll(async () => {
    for (const engine of engines) await engine.close();
    await shop.close();
  });

  /** A run of its own, which remembers in a folder; the parent it took and the snapshot files it read. */
  const run = async (
    memory = shop.path('memory'),
  ): Promise<{ parent: string | undefined; snapshotId: string | undefined; read: string[] }> => {
    appendFileSync(`${source}/claims.log`, 'one more\n');
    const identity = { hostname: hostname(), username: 'ana', uid: 0, gid: 0, pid: process.pid };
    const engine = createEngine({
      clock: systemClock,
      identity,
      program: 'test',
      threads: 1,
      snapshotMemory: fileSnapshotMemory(memory),
      ...QUICK_ENGINE,
    });
    engines.push(engine);
    const backend = new WatchedBackend(repo);
    const session = await engine.open(backend, PASSWORD, 'appending');
    try {
      const { parent, snapshotId } = await backup(session, { source: { kind: 'paths', paths: [source] } });
      return { parent, snapshotId, read: backend.read };
    } finally {
      await session.close();
    }
  };

  test('reads all of them once, and then only those that are new', async () => {
    const first = await run();
    expect(new Set(first.read).size).toBe(PAST);
    const second = await run();
    expect(second.parent).toBe(first.snapshotId);
    expect(new Set(second.read)).toEqual(new Set([first.snapshotId]));
  });

  test('a memory that is lost, damaged or of another repository only costs time', async () => {
    const before = await run();
    const [file = ''] = readdirSync(shop.path('memory'));
    const path = shop.path('memory', file);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
    writeFileSync(path, bytes);
    const damaged = await run();
    expect(damaged.parent).toBe(before.snapshotId);
    expect(damaged.read.length).toBeGreaterThan(PAST);
    rmSync(path);
    expect((await run()).parent).toBe(damaged.snapshotId);
    const other = await shop.repository('other');
    await shop.backup(other, [source]);
    expect((await run(shop.path('elsewhere'))).read.length).toBeGreaterThan(PAST);
  });

  test('holds no path and no name in the clear', () => {
    for (const file of readdirSync(shop.path('memory'))) expect(readFileSync(shop.path('memory', file)).includes('source')).toBe(false);
  });

  test('what was forgotten since is not taken for a parent, and what another PC stored is', async () => {
    const last = await run();
    await shop.within(repo, 'exclusive', async (session) => await forget(session, { snapshots: [String(last.snapshotId)] }));
    const after = await run();
    expect(after.parent).not.toBe(last.snapshotId);
    const elsewhere = await shop.backup(repo, [source]);
    expect((await run()).parent).toBe(elsewhere.snapshotId);
  });

  test('a newest snapshot that got damaged gives way to the one before', async () => {
    const [before, last] = [await run(), await run()];
    const path = `${repo}/snapshots/${last.snapshotId}`;
    rmSync(path);
    writeFileSync(path, 'rotten');
    expect((await run()).parent).toBe(before.snapshotId);
  });
});
