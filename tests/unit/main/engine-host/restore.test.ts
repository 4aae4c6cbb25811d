import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { systemClock } from '../../../../src/main/clock.ts';
import { backup, createEngine } from '../../../../src/main/engine/index.ts';
import type { EngineHost, HostRestoreRequest, RestoreWay } from '../../../../src/main/engine-host/index.ts';
import { thisIdentity } from '../../../../src/main/identity.ts';
import { type Source, sourceSchema } from '../../../../src/shared/model/source.ts';
import { HOSTS } from '../../../support/engine-hosts.ts';
import { QUICK_ENGINE } from '../../../support/quick-engine.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';

const PASSWORD = 'this pc';
const NAMES = ['a[1]*?.tif', '!first', '#note', ' blank ', '$HOME', 'back\\slash', 'ünï', '-rf', 'plain.tif'];

describe('restoring files', () => {
  let store: Scratch;
  let scratch: Scratch;
  let host: EngineHost;
  let at: { location: string; password: string };
  // One repository for all, since a password is costly by design.
  beforeAll(async () => {
    store = scratchFolder();
    host = (HOSTS['in this process'] as () => EngineHost)();
    at = { location: join(store.path, 'repository'), password: PASSWORD };
    await host.createRepository({ at, label: 'pc-test' });
  });
  afterAll(async () => {
    await host.close();
    store.remove();
  });
  beforeEach(() => {
    scratch = scratchFolder();
  });
  afterEach(() => scratch.remove());

  const path = (...names: string[]): string => join(scratch.path, ...names);
  const read = (...names: string[]): string => readFileSync(path(...names), 'utf8');

  function fill(folder: string, files: Record<string, string>): string {
    mkdirSync(path(folder), { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(path(folder, name), content);
    return path(folder);
  }

  function folderSource(paths: string[]): Source {
    return sourceSchema.parse({ kind: 'folder', id: 'scans', name: 'Scans', tier: 'important', paths });
  }

  async function backUp(source: Source): Promise<string> {
    return (await host.backup({ at, source, secrets: {}, scratch: path('work'), installation: 'i', run: 'r' })).snapshot;
  }

  const inPlace = (): RestoreWay => ({ way: 'in-place', keepIn: path('kept') });

  function wish(snapshot: string, source: Source, to: RestoreWay, include?: string[]): HostRestoreRequest {
    return { at, snapshot, source, secrets: {}, to, scratch: path('restoring'), making: path('making'), ...(include && { include }) };
  }

  async function undo(source: Source, result: Awaited<ReturnType<EngineHost['restore']>>): Promise<void> {
    for (const { part, kept = '', place } of result.parts)
      await host.undoRestore({ source, secrets: {}, part, kept, place, keepIn: path('kept'), scratch: path('undoing') });
  }

  it('tells how much room there is where a database will be put', async () => {
    const file = path('rx.db');
    new Database(file).exec('CREATE TABLE rx (number)').close();
    const source = sourceSchema.parse({ kind: 'sqlite', id: 'rx', name: 'Rx', tier: 'critical', path: file });
    const snapshot = await backUp(source);
    for (const to of [{ way: 'beside' }, { way: 'folder', path: path('not', 'there', 'yet') }] as const)
      expect((await host.planRestore(wish(snapshot, source, to))).freeBytes).toBeGreaterThan(0);
  });

  it('brings one chosen file back and leaves everything else as it is', async () => {
    const source = folderSource([fill('one', { a: 'old', b: 'old' }), fill('two', { c: 'old' })]);
    const snapshot = await backUp(source);
    fill('one', { a: 'new', b: 'new' });
    fill('two', { c: 'new' });
    const chosen = [path('one', 'a')];
    expect((await host.planRestore(wish(snapshot, source, inPlace(), chosen))).files).toMatchObject({ filesReplaced: 1 });
    const result = await host.restore(wish(snapshot, source, inPlace(), chosen));
    expect([read('one', 'a'), read('one', 'b'), read('two', 'c')]).toEqual(['old', 'new', 'new']);
    await undo(source, result);
    expect(read('one', 'a')).toBe('new');
  });

  it('takes a folder above as asking for what lies in it, and says when nothing is asked for', async () => {
    const source = folderSource([fill('one', { a: 'old' }), fill('two', { c: 'old' })]);
    const snapshot = await backUp(source);
    fill('one', { a: 'new' });
    fill('two', { c: 'new' });
    await host.restore(wish(snapshot, source, inPlace(), [scratch.path]));
    expect([read('one', 'a'), read('two', 'c')]).toEqual(['old', 'old']);
    await expect(host.restore(wish(snapshot, source, inPlace(), ['/elsewhere']))).rejects.toMatchObject({ code: 'path-not-found' });
  });

  it('leaves the database of a group alone when files are chosen', async () => {
    const database = new Database(path('d.db'));
    database.exec('CREATE TABLE rx (id INTEGER PRIMARY KEY); INSERT INTO rx DEFAULT VALUES');
    const source = sourceSchema.parse({
      kind: 'group',
      id: 'both',
      name: 'Both',
      tier: 'critical',
      members: [
        { kind: 'sqlite', id: 'dispensing', name: 'D', tier: 'critical', path: path('d.db') },
        { kind: 'folder', id: 'scans', name: 'S', tier: 'critical', paths: [fill('one', { a: 'old' })] },
      ],
    });
    const snapshot = await backUp(source);
    database.exec('INSERT INTO rx DEFAULT VALUES');
    database.close();
    fill('one', { a: 'new' });
    const result = await host.restore(wish(snapshot, source, inPlace(), [path('one', 'a')]));
    expect(result.parts.map(({ part }) => part)).toEqual(['scans']);
    expect(read('one', 'a')).toBe('old');
    const live = new Database(path('d.db'), { readonly: true });
    expect(live.prepare('SELECT count(*) AS rows FROM rx').get()).toEqual({ rows: 2 });
    live.close();
  });

  it('finds names full of signs that patterns have, and only those', async () => {
    const files = Object.fromEntries([...NAMES, 'a1xx.tif', 'first', 'backslash'].map((one) => [one, `old ${one}`]));
    const source = folderSource([fill('odd [x]*!', files)]);
    const snapshot = await backUp(source);
    for (const name of NAMES) {
      fill('odd [x]*!', Object.fromEntries(Object.keys(files).map((one) => [one, 'new'])));
      const { files: restored } = await host.restore(
        wish(snapshot, source, { way: 'folder', path: path('back', name) }, [path('odd [x]*!', name)]),
      );
      expect(restored).toMatchObject({ filesRestored: 1, filesVerified: 1 });
      expect(readdirSync(path('back', name, 'odd [x]*!'))).toEqual([name]);
      expect(read('back', name, 'odd [x]*!', name)).toBe(`old ${name}`);
    }
  });

  it('undoes a restore of several folders, what it made and what it replaced', async () => {
    const source = folderSource([fill('one', { a: 'old', gone: 'old' }), fill('two', { c: 'old' })]);
    const snapshot = await backUp(source);
    fill('two', { c: 'new' });
    rmSync(path('one', 'gone'));
    const result = await host.restore(wish(snapshot, source, inPlace()));
    expect([read('one', 'gone'), read('two', 'c')]).toEqual(['old', 'old']);
    await undo(source, result);
    expect(existsSync(path('one', 'gone'))).toBe(false);
    expect([read('one', 'a'), read('two', 'c')]).toEqual(['old', 'new']);
    await undo(source, result);
    expect(read('two', 'c')).toBe('new');
  });

  it('puts every folder back into its own place when they were set up in another order', async () => {
    const [one, two] = [fill('one', { a: 'one' }), fill('two', { a: 'two' })];
    const snapshot = await backUp(folderSource([one, two]));
    fill('one', { a: '' });
    fill('two', { a: '' });
    await host.restore(wish(snapshot, folderSource([two, one]), inPlace()));
    expect([read('one', 'a'), read('two', 'a')]).toEqual(['one', 'two']);
  });

  it('puts a folder back where it was set up anew, under its new name', async () => {
    const snapshot = await backUp(folderSource([fill('one', { a: 'one' }), fill('two', { a: 'two' })]));
    const source = folderSource([path('one'), path('elsewhere', 'moved')]);
    const result = await host.restore(wish(snapshot, source, inPlace()));
    expect(read('elsewhere', 'moved', 'a')).toBe('two');
    expect(readdirSync(path('elsewhere'))).toEqual(['moved']);
    expect(result.parts[0]?.place).toBe(path('one'));
  });

  it("keeps folders of one name apart in a folder of the person's choice", async () => {
    mkdirSync(path('x'));
    mkdirSync(path('y'));
    const source = folderSource([fill('x/scans', { a: 'x' }), fill('y/scans', { a: 'y' })]);
    const snapshot = await backUp(source);
    await host.restore(wish(snapshot, source, { way: 'folder', path: path('chosen') }));
    expect(read('chosen', 'scans', 'a')).toBe('x');
    expect(read('chosen', 'scans (2)', 'scans', 'a')).toBe('y');
  });

  describe('from a repository that others can write', () => {
    /** A snapshot as Lifeboat would never make it. */
    async function forge(notes: Record<string, string>): Promise<string> {
      const engine = createEngine({ identity: thisIdentity({}), program: 'test', threads: 1, clock: systemClock, ...QUICK_ENGINE });
      const session = await engine.open(at.location, PASSWORD, 'appending');
      try {
        const streams = Object.entries(notes).map(([name, content]) => ({
          kind: 'stream' as const,
          name: `lifeboat/scans/${name}`,
          open: async function* () {
            yield await Promise.resolve(Buffer.from(content));
          },
        }));
        const inputs = [{ kind: 'paths' as const, paths: [path('one')] }, ...streams];
        const { snapshotId } = await backup(session, { source: { kind: 'combined', inputs }, tags: ['source:scans'] });
        return snapshotId ?? '';
      } finally {
        await session.close();
        await engine.close();
      }
    }

    const source = () => folderSource([path('one')]);
    const note = (paths: string[], part: object = {}) => JSON.stringify({ part: { ...source(), ...part }, paths });
    const WITNESS = JSON.stringify({ takenAt: '2026-11-20T20:00:00Z', facts: [], isExact: true });

    async function prove(snapshot: string, extent: 'full' | { sampleBytes: number } = 'full') {
      return await host.prove({ at, snapshot, source: source(), secrets: {}, scratch: path('proof'), extent });
    }

    beforeEach(() => void fill('one', { a: 'old' }));

    it.each<[string, () => Record<string, string>]>([
      ['no notes', () => ({ other: '' })],
      ['no witness', () => ({ 'source.json': note([path('one')]) })],
      ['a witness only', () => ({ 'witness.json': WITNESS })],
      ['text that is no JSON', () => ({ 'source.json': '}{', 'witness.json': WITNESS })],
      ['another shape', () => ({ 'source.json': '[]', 'witness.json': WITNESS })],
      ['a part that steps back', () => ({ 'source.json': note([path('one')], { id: '../../x' }), 'witness.json': WITNESS })],
      ['paths that step back', () => ({ 'source.json': note([`${path('one')}/../../x`]), 'witness.json': WITNESS })],
      ['paths that are not whole', () => ({ 'source.json': note(['../x']), 'witness.json': WITNESS })],
      ['a huge note', () => ({ 'source.json': ' '.repeat(17 * 1024 * 1024), 'witness.json': WITNESS })],
    ])('calls %s no proof, and restores the data all the same', async (_what, notes) => {
      const snapshot = await forge(notes());
      for (const proof of [await prove(snapshot), await prove(snapshot, { sampleBytes: 1000 })])
        expect(proof).toMatchObject({ passed: false, findings: [{ kind: 'damaged', files: 1 }] });
      fill('one', { a: 'new' });
      const before = readdirSync(scratch.path).sort();
      await host.restore(wish(snapshot, source(), { way: 'folder', path: path('back') }));
      expect(read('back', 'one', 'a')).toBe('old');
      expect(readdirSync(scratch.path).sort()).toEqual([...before, 'back'].sort());
      expect(read('one', 'a')).toBe('new');
    });

    it('takes a good note for one', async () => {
      const snapshot = await forge({ 'source.json': note([path('one')]), 'witness.json': WITNESS });
      expect(await prove(snapshot)).toMatchObject({ passed: true });
    });
  });

  it('begins with an empty private folder, whatever an earlier try left there', async () => {
    const source = folderSource([fill('one', { a: 'old' })]);
    const snapshot = await backUp(source);
    mkdirSync(path('proof', 'scans', 'restored'), { recursive: true });
    writeFileSync(path('proof', 'scans', 'restored', 'left'), 'of another try');
    const proof = await host.prove({ at, snapshot, source, secrets: {}, scratch: path('proof'), extent: 'full' });
    expect(proof.passed).toBe(true);
    expect(existsSync(path('proof'))).toBe(false);
  });

  it('wipes its private folder when a capture fails', async () => {
    writeFileSync(path('no-database.db'), 'this is no database'.repeat(1000));
    const source = sourceSchema.parse({ kind: 'sqlite', id: 'd', name: 'D', tier: 'critical', path: path('no-database.db') });
    await expect(backUp(source)).rejects.toMatchObject({ code: expect.any(String) });
    expect(existsSync(path('work'))).toBe(false);
    expect(readdirSync(join(at.location, 'locks'))).toEqual([]);
  });
});
