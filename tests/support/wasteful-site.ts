import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import { decodeConfig, encodeConfig } from '../../src/main/engine/format/config.ts';
import { openWithPassword } from '../../src/main/engine/repository/keys/index.ts';
import { SealedFiles } from '../../src/main/engine/repository/sealed-files.ts';
import { type Access, backup, type Engine, forget, type Id, type Sessions } from '../../src/main/engine/index.ts';
import { OLD_PASSWORD } from './jobs.ts';

/** Content of every file below a folder, by path. */
export type Contents = Record<string, string>;

/** A small repository in which every job has something to do, and what must come back from it. */
export interface WastefulSite {
  repository: string;
  /** Holds more than the newest snapshot: the next backup has something to store. */
  source: string;
  /** By snapshot, the newest last. */
  expected: Map<Id, Contents>;
}

/**
 * Makes a repository with two snapshots, packs that are used in part and not at all, one that no index names, and a
 * source that changed since.
 */
export async function makeWastefulSite(engine: Engine, root: string): Promise<WastefulSite> {
  const site: WastefulSite = { repository: `${root}/repository`, source: `${root}/source`, expected: new Map() };
  const put = (name: string): void => writeFileSync(`${site.source}/${name}`, randomBytes(3000).toString('base64'));
  await engine.init(site.repository, OLD_PASSWORD);
  mkdirSync(`${site.source}/prescriptions/2026`, { recursive: true });
  for (const name of ['stock.db', 'gone.bin', 'prescriptions/2026/one.pdf']) put(name);
  const first = await snapshot(engine, site, 4);
  rmSync(`${site.source}/gone.bin`);
  put('only-second');
  const second = await snapshot(engine, site, 3);
  rmSync(`${site.source}/only-second`);
  for (const minutesAgo of [2, 1]) {
    put(`prescriptions/2026/${minutesAgo}.pdf`);
    site.expected.set(await snapshot(engine, site, minutesAgo), contentsBelow(site.source));
  }
  await within(engine, site, 'exclusive', async (session) => await forget(session, { snapshots: [first, second] }));
  await storeUnindexedPack(engine, site);
  removeEmptyFolders(`${site.repository}/data`);
  for (const name of ['stock.db', 'new.txt', 'prescriptions/2026/new.pdf']) put(name);
  return site;
}

/** The site with a repository of its own at `repository`, which takes another identity: what is known of locks goes by it. */
export async function copyOf(site: WastefulSite, repository: string): Promise<WastefulSite> {
  cpSync(site.repository, repository, { recursive: true });
  const backend = new LocalBackend(repository);
  const { masterKeys } = await openWithPassword(backend, OLD_PASSWORD);
  const files = new SealedFiles(backend, masterKeys, 2);
  const config = await files.load('config', 'config', decodeConfig);
  rmSync(`${repository}/config`);
  await files.save('config', encodeConfig({ ...config, id: randomBytes(32).toString('hex') }));
  return { ...site, repository };
}

/** What the files below a folder hold. */
export function contentsBelow(folder: string): Contents {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = `${file.parentPath}/${file.name}`;
      return [path.slice(folder.length + 1), readFileSync(path, 'latin1')];
    }),
  );
}

/** As copying tools do, and quicker to copy. */
function removeEmptyFolders(folder: string): void {
  for (const name of readdirSync(folder)) if (readdirSync(`${folder}/${name}`).length === 0) rmdirSync(`${folder}/${name}`);
}

async function snapshot(engine: Engine, site: WastefulSite, minutesAgo: number): Promise<Id> {
  const time = new Date(Date.now() - minutesAgo * 60_000);
  const source = { kind: 'paths', paths: [site.source] } as const;
  const { snapshotId } = await within(
    engine,
    site,
    'appending',
    async (session) => await backup(session, { source: { ...source, paths: [...source.paths] }, time }),
  );
  return snapshotId as Id;
}

async function storeUnindexedPack(engine: Engine, site: WastefulSite): Promise<void> {
  const backend = new LocalBackend(site.repository);
  const before = new Set(await Array.fromAsync(backend.list('index'), (file) => file.name));
  await within(engine, site, 'appending', async ({ repository }) => {
    await repository.loadIndex();
    await repository.withUploader(async (uploader) => await uploader.saveBlob('data', randomBytes(1000)));
  });
  for await (const { name } of backend.list('index')) if (!before.has(name)) await backend.remove({ type: 'index', name });
}

async function within<A extends Access, T>(
  engine: Engine,
  site: WastefulSite,
  access: A,
  work: (session: Sessions[A]) => Promise<T>,
): Promise<T> {
  const session = await engine.open(site.repository, OLD_PASSWORD, access);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
