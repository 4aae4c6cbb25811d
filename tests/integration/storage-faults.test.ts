import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import { sha256 } from '../../src/main/engine/crypto/index.ts';
import { backup, type BackupResult, check, type Engine, restore } from '../../src/main/engine/index.ts';
import { isLifeboatError, LifeboatError } from '../../src/shared/errors/index.ts';
import type { WriteKind } from '../support/deadly-backend.ts';
import { type Fault, FAULTS, failingBackend } from '../support/failing-backend.ts';
import { engineOf, type Job, JOBS, OLD_PASSWORD } from '../support/jobs.ts';
import { canMount, type Mount, mountDisk, mountFolder } from '../support/mounts.ts';
import { InterceptedBackend } from '../support/intercepted-backend.ts';
import { Inspector } from '../support/recovery-facts.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { SmallRepository } from '../support/small-repository.ts';
import { contentsBelow, copyOf, makeWastefulSite, type WastefulSite } from '../support/wasteful-site.ts';

/** The saves of each job in their order; those of packs may change places. */
const SAVES = {
  backup: ['save locks', 'save data', 'save data', 'save index', 'save snapshots'],
  prune: ['save locks', 'save data', 'save index', 'save index'],
} as const satisfies Partial<Record<Job, WriteKind[]>>;

const mayMount = await canMount();
let scratch: Scratch;
let template: WastefulSite;
let engine: Engine;
let copies = 0;

beforeAll(async () => {
  scratch = scratchFolder();
  engine = engineOf(process.pid);
  template = await makeWastefulSite(engine, scratch.path);
});
afterAll(async () => {
  await engine.close();
  scratch.remove();
});

describe.each(Object.keys(FAULTS) as Fault[])('%s', (fault) => {
  test.each(Object.keys(SAVES) as (keyof typeof SAVES)[])(
    'at each save of a %s is told, costs nothing finished, and the next run goes on',
    async (job) => {
      await Promise.all(SAVES[job].map((kind, i) => assertEndures(job, fault, i + 1, kind)));
    },
  );

  test.each(Object.keys(SAVES) as (keyof typeof SAVES)[])('a %s has no save that is not tried', async (job) => {
    const { repository, source } = await copyOf(template, freshPath());
    const { backend, met } = failingBackend(new LocalBackend(repository), { fault, save: SAVES[job].length + 1 });
    await JOBS[job](engine, { backend, source });
    expect(met()).toBeUndefined();
  });
});

async function assertEndures(job: Job, fault: Fault, save: number, kind: WriteKind): Promise<void> {
  const site = await copyOf(template, freshPath());
  const { backend, met } = failingBackend(new LocalBackend(site.repository), { fault, save });
  const failure = await failureOf(JOBS[job](engine, { backend, source: site.source }));
  expect({ save, met: met(), failure }).toEqual({ save, met: kind, failure: fault });
  const inspector = new Inspector(engine, site, OLD_PASSWORD);
  expect({ save, errors: await inspector.errors() }).toEqual({ save, errors: [] });
  for (const [snapshot, contents] of site.expected)
    expect({ save, restored: await inspector.restored(snapshot) }).toEqual({ save, restored: contents });
  await JOBS[job](engine, { backend: new LocalBackend(site.repository), source: site.source });
  expect({ save, nextBackup: await inspector.backUp() }).toEqual({ save, nextBackup: 'completed' });
  expect({ save, restored: await inspector.restored('latest') }).toEqual({ save, restored: contentsBelow(site.source) });
  expect({ save, errors: await inspector.errors(), locks: await inspector.locks() }).toEqual({ save, errors: [], locks: 0 });
}

/** The code of a job's failure; whatever else it ends with as it is. */
async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => 'none',
    (error: unknown) => (isLifeboatError(error) ? error.code : error),
  );
}

function freshPath(): string {
  return `${scratch.path}/copy-${++copies}`;
}

describe('other troubles', () => {
  (process.platform === 'win32' ? test.skip : test)("a pipe in a file's place is damage, not something to wait for", async () => {
    const { repository } = await copyOf(template, freshPath());
    rmSync(`${repository}/config`);
    execFileSync('mkfifo', [`${repository}/config`]);
    expect(await failureOf(engine.open(repository, OLD_PASSWORD, 'reading', { lock: false }))).toBe('file-damaged');
  });

  test('packs that arrived are indexed although the index could not be stored at first: the next run need not store them again', async () => {
    const { repository, source } = await copyOf(template, freshPath());
    let failures = 0;
    const stored: WriteKind[] = [];
    const flaky = new InterceptedBackend(new LocalBackend(repository), async (request, proceed) => {
      const kind: WriteKind = `${request.operation} ${request.handle.type}`;
      if (kind === 'save index' && failures++ === 0)
        throw new LifeboatError('io-failed', { path: 'place', reason: 'EIO' }, { retryable: true });
      stored.push(kind);
      return await proceed();
    });
    expect(await failureOf(JOBS.backup(engine, { backend: flaky, source }))).toBe('io-failed');
    expect(stored).toContain('save index');
    const { counts } = (await JOBS.backup(engine, { backend: flaky, source })) as BackupResult;
    // The tree at the top says when the temporary folder was changed last, and others work in there.
    expect({ ...counts, treeBlobs: Math.max(0, counts.treeBlobs - 1) }).toMatchObject({ dataBlobs: 0, treeBlobs: 0 });
  });

  test('a backup that failed writes nothing more, whatever was under way', async () => {
    const { repository } = await copyOf(template, freshPath());
    const stored: WriteKind[] = [];
    const backend = new InterceptedBackend(new LocalBackend(repository), async (request, proceed) => {
      stored.push(`${request.operation} ${request.handle.type}`);
      return await proceed();
    });
    const session = await engine.open(backend, OLD_PASSWORD, 'appending');
    const open = async function* (): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 33; i++) yield randomBytes(1024 * 1024);
      throw new LifeboatError('source-command-failed', { command: 'dump', exitCode: 1 });
    };
    expect(await failureOf(backup(session, { source: { kind: 'stream', name: 'dump', open } }))).toBe('source-command-failed');
    stored.length = 0;
    await pause(1000);
    expect(stored).toEqual([]);
    await session.close();
  });

  test('a bad sector takes the file that lies on it and no other of its pack', async () => {
    const backend = new MemoryBackend();
    const repository = await SmallRepository.make(backend);
    const id = await repository.store({ a: ['first'], b: ['second'], c: ['third'] });
    const pack = await repository.packOf('second');
    const bad = await repository.within('reading', async (session) => {
      await session.repository.loadIndex();
      return session.repository.index.find('data', sha256(Buffer.from('second')))?.offset ?? Number.NaN;
    });
    const sector = new InterceptedBackend(backend, async ({ operation, handle, range }, proceed) => {
      const isHit = range === undefined || (range.offset <= bad && bad < range.offset + range.length);
      if (operation === 'load' && handle.name === pack && isHit) throw new LifeboatError('io-failed', { path: 'place', reason: 'EIO' });
      return await proceed();
    });
    const target = freshPath();
    const { warnings } = await repository.within('reading', async (session) => await restore(session, { snapshot: id, target }), sector);
    expect(contentsBelow(target)).toEqual({ a: 'first', c: 'third' });
    expect(warnings).toMatchObject([{ path: '/b', detail: 'EIO' }]);
    await repository.close();
  });
});

(mayMount ? describe : describe.skip)('a real disk (needs the right to mount)', () => {
  const mounts: Mount[] = [];
  let source: string;
  let place: string;

  beforeEach(async () => {
    place = freshPath();
    source = template.source;
  });
  afterEach(() => {
    for (const mount of mounts.splice(0)) mount.unmount();
  });

  const plug = (mount: Mount): string => {
    mounts.push(mount);
    return mount.path;
  };

  test('that is full says so, keeps what is finished and goes on when there is room', async () => {
    const repository = `${plug(mountDisk(place, 3 * 1024 * 1024))}/repository`;
    await engine.init(repository, OLD_PASSWORD);
    const inspector = new Inspector(engine, { repository, source, expected: new Map() }, OLD_PASSWORD);
    const before = contentsBelow(source);
    expect(await inspector.backUp()).toBe('completed');
    writeFileSync(`${source}/too large`, randomBytes(5_000_000));
    try {
      expect(await failureOf(inspector.backUp())).toBe('no-space');
      expect(await failureOf(inspector.backUp())).toBe('no-space');
      expect(temporaryFilesIn(repository)).toEqual([]);
    } finally {
      rmSync(`${source}/too large`);
    }
    expect(await inspector.errors()).toEqual([]);
    expect(await inspector.restoredTo(`${scratch.path}/from-full`, 'latest')).toEqual(before);
    expect(await inspector.backUp()).toBe('completed');
    expect(await inspector.locks()).toBe(0);
  });

  test('that is read-only can be read and restored from, and says why it takes nothing', async () => {
    const site = await copyOf(template, freshPath());
    const repository = plug(mountFolder(site.repository, place, { readOnly: true }));
    const inspector = new Inspector(engine, { ...site, repository }, OLD_PASSWORD);
    expect(await failureOf(inspector.backUp())).toBe('read-only');
    expect(await failureOf(engine.open(repository, OLD_PASSWORD, 'reading'))).toBe('read-only');
    expect(await inspector.errors()).toEqual([]);
    for (const [snapshot, contents] of site.expected) expect(await inspector.restored(snapshot)).toEqual(contents);
  });

  test('that is read-only takes no new repository and no restored files, and says so', async () => {
    const mount = mountDisk(place, 1024 * 1024);
    const disk = plug(mount);
    mount.protect();
    for (const repository of [`${disk}/repository`, `${disk}/deeper/repository`])
      expect(await failureOf(engine.init(repository, OLD_PASSWORD))).toBe('read-only');
    const site = await copyOf(template, freshPath());
    const inspector = new Inspector(engine, site, OLD_PASSWORD);
    for (const target of [`${disk}/target`, `${disk}/deeper/target`])
      expect(await failureOf(inspector.restoredTo(target, 'latest'))).toBe('read-only');
  });

  test('that has no room for a folder takes no new repository, and says so', async () => {
    const disk = plug(mountDisk(place, 16 * 1024));
    expect(() => writeFileSync(`${disk}/full`, Buffer.alloc(32 * 1024))).toThrow('ENOSPC');
    expect(await failureOf(engine.init(`${disk}/deeper/repository`, OLD_PASSWORD))).toBe('no-space');
  });

  test('that is pulled out is told from one without a repository, and works again when it is back', async () => {
    const site = await copyOf(template, freshPath());
    const first = mountFolder(site.repository, place);
    const repository = plug(first);
    const session = await engine.open(repository, OLD_PASSWORD, 'appending');
    first.unmount();
    expect(await failureOf(backup(session, { source: { kind: 'paths', paths: [source] } }))).toBe('place-unreachable');
    expect(await failureOf(check(session))).toBe('place-unreachable');
    await session.close();
    expect(readdirSync(place)).toEqual([]);
    expect(await failureOf(engine.open(repository, OLD_PASSWORD, 'appending'))).toBe('repository-not-found');
    plug(mountFolder(site.repository, place));
    const inspector = new Inspector(engine, { ...site, repository }, OLD_PASSWORD);
    expect(await inspector.backUp()).toBe('completed');
    expect(await inspector.errors()).toEqual([]);
    expect(await inspector.locks()).toBe(0);
  });
});

function temporaryFilesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.includes('-tmp-'));
}
