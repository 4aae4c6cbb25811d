import type { Backend, FileInfo, Handle } from '../../src/main/engine/backend/index.ts';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import { createEngine, type Engine, type Sessions } from '../../src/main/engine/engine.ts';
import { compareNames } from '../../src/main/engine/format/name.ts';
import type { TreeNode } from '../../src/main/engine/format/node.ts';
import type { Id } from '../../src/main/engine/format/id.ts';
import { encodeTree } from '../../src/main/engine/format/tree.ts';
import type { CheckRequest, CheckResult } from '../../src/main/engine/operations/contract.ts';
import { check } from '../../src/main/engine/operations/check.ts';
import type { AppendingRepository, Uploader } from '../../src/main/engine/repository/repository.ts';
import { QUICK_ENGINE } from './quick-engine.ts';

/** A folder: the pieces of its files, and folders in it. */
export interface Folder {
  [name: string]: string[] | Folder;
}

export interface SnapshotFacts {
  time?: string;
  host?: string;
  paths?: string[];
  tags?: string[];
}

const PASSWORD = 'small';
const NOW = Date.UTC(2026, 0, 31, 12);

/** A repository in memory whose blobs, packs and snapshots a test decides on itself, worked on by the real engine. */
export class SmallRepository {
  readonly backend: Backend;
  readonly engine: Engine;

  private constructor(backend: Backend, engine: Engine) {
    this.backend = backend;
    this.engine = engine;
  }

  static async make(backend: Backend = new MemoryBackend()): Promise<SmallRepository> {
    const clock = { now: () => new Date(NOW), uptime: () => 0 };
    const identity = { hostname: 'till', username: 'ana', uid: 0, gid: 0, pid: process.pid };
    const engine = createEngine({
      clock,
      identity,
      program: 'lifeboat test',
      threads: 1,
      ...QUICK_ENGINE,
      keyCost: { N: 2 ** 4, r: 1, p: 1 },
    });
    await engine.init(backend, PASSWORD);
    return new SmallRepository(backend, engine);
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  /** Works in a session of its own; reading ones take no lock, since taking one waits for others to show up. */
  async within<A extends keyof Sessions, T>(
    access: A,
    work: (session: Sessions[A]) => Promise<T>,
    backend: Backend = this.backend,
  ): Promise<T> {
    const session = await this.engine.open(backend, PASSWORD, access, { lock: access !== 'reading' });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  /** Stores a folder and a snapshot of it. What is new goes into one pack of content and one of directories. */
  async store(folder: Folder, facts: SnapshotFacts = {}): Promise<Id> {
    return await this.within('appending', async ({ repository }) => {
      await repository.loadIndex();
      const tree = await repository.withUploader(async (uploader) => await storeFolder(uploader, folder));
      return await this.snapshotOf(repository, tree, facts);
    });
  }

  /** Stores a snapshot of a tree. */
  async snapshotOf(repository: AppendingRepository, tree: Id, facts: SnapshotFacts): Promise<Id> {
    const { time = '2026-01-01T00:00:00Z', host = 'till', paths = ['/data'], tags } = facts;
    return await repository.saveSnapshot({ time, tree, paths, hostname: host, username: 'ana', excludes: undefined, tags });
  }

  /** Stores blobs that nothing refers to; `force`: even if they are there. One pack. */
  async storeLoose(pieces: readonly string[], options: { force?: boolean } = {}): Promise<void> {
    await this.within('appending', async ({ repository }) => {
      await repository.loadIndex();
      await repository.withUploader(async (uploader) => {
        for (const piece of pieces) await uploader.saveBlob('data', Buffer.from(piece), options);
      });
    });
  }

  async files(type: Handle['type']): Promise<FileInfo[]> {
    return await Array.fromAsync(this.backend.list(type));
  }

  async names(type: Handle['type']): Promise<Id[]> {
    return (await this.files(type)).map((file) => file.name).sort();
  }

  async remove(type: Handle['type'], name: Id): Promise<void> {
    await this.backend.remove({ type, name });
  }

  /** Changes a stored file behind the engine's back. */
  async tamper(type: Handle['type'], name: Id, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
    const bytes = await this.backend.load({ type, name });
    await this.backend.remove({ type, name });
    await this.backend.save({ type, name }, [change(bytes)]);
  }

  /** The pack that holds a piece of content. */
  async packOf(piece: string): Promise<Id> {
    return await this.within('reading', async ({ repository }) => {
      await repository.loadIndex();
      for (const { pack, type, id } of repository.index.entries()) {
        if (type === 'data' && Buffer.from(await repository.loadBlob(type, id)).toString() === piece) return pack;
      }
      throw new Error(`no pack holds ${piece}`);
    });
  }

  async check(request: CheckRequest = {}): Promise<CheckResult> {
    return await this.within('reading', async (session) => await check(session, request));
  }

  /** The content of every file of a snapshot, by path, read back through the engine. */
  async contents(snapshot: Id): Promise<Record<string, string>> {
    return await this.within('reading', async ({ repository }) => {
      await repository.loadIndex();
      const contents: Record<string, string> = {};
      const read = async (tree: Id, path: string): Promise<void> => {
        for (const node of (await repository.loadTree(tree)).nodes) {
          if (node.subtree !== undefined) await read(node.subtree, `${path}/${node.name}`);
          else
            contents[`${path}/${node.name}`] = (
              await Promise.all((node.content ?? []).map(async (id) => Buffer.from(await repository.loadBlob('data', id)).toString()))
            ).join('');
        }
      };
      await read((await repository.loadSnapshot(snapshot)).tree, '');
      return contents;
    });
  }
}

/** A bit of one byte turned over. */
export function flipBit(at: number): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => bytes.map((byte, index) => (index === (at + bytes.length) % bytes.length ? byte ^ 1 : byte));
}

async function storeFolder(uploader: Uploader, folder: Folder): Promise<Id> {
  const nodes: TreeNode[] = [];
  for (const [name, entry] of Object.entries(folder).sort(([a], [b]) => compareNames(a, b))) {
    if (Array.isArray(entry)) nodes.push(await storeFile(uploader, name, entry));
    else nodes.push({ name, type: 'dir', uid: 0, gid: 0, content: null, subtree: await storeFolder(uploader, entry) });
  }
  return (await uploader.saveBlob('tree', encodeTree({ nodes }))).id;
}

async function storeFile(uploader: Uploader, name: string, pieces: readonly string[]): Promise<TreeNode> {
  const content: Id[] = [];
  for (const piece of pieces) content.push((await uploader.saveBlob('data', Buffer.from(piece))).id);
  return { name, type: 'file', uid: 0, gid: 0, size: pieces.join('').length, content };
}
