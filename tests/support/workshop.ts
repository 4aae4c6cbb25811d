import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/main/clock.ts';
import {
  type Access,
  type BackupRequest,
  type BackupResult,
  backup,
  createEngine,
  type Engine,
  type Sessions,
} from '../../src/main/engine/index.ts';
import { QUICK_ENGINE } from './quick-engine.ts';
import { type Scratch, scratchFolder } from './scratch.ts';

/** Password of every repository a workshop makes. */
export const PASSWORD = 'correct horse';

/** Where a snapshot of this system holds a path: on Windows a drive is a folder. */
export function placeInSnapshot(path: string): string {
  return process.platform === 'win32' ? `/${path.replace(':', '').replaceAll('\\', '/')}` : path;
}

/** The real engine, alone with its repositories, and a scratch folder: for tests that work on real disks. */
export class Workshop {
  readonly engine: Engine;
  private readonly scratch: Scratch = scratchFolder();

  constructor(threads = 2) {
    const { username, uid, gid } = userInfo();
    const identity = { hostname: hostname(), username, uid: Math.max(0, uid), gid: Math.max(0, gid), pid: process.pid };
    this.engine = createEngine({ clock: systemClock, identity, program: 'lifeboat test', threads, ...QUICK_ENGINE });
  }

  /** A path in the scratch folder. */
  path(...names: string[]): string {
    return join(this.scratch.path, ...names);
  }

  /** Makes an empty repository; its path. */
  async repository(name = 'repository'): Promise<string> {
    await this.engine.init(this.path(name), PASSWORD);
    return this.path(name);
  }

  /** Works in a session of its own. */
  async within<A extends Access, T>(
    repository: string,
    access: A,
    work: (session: Sessions[A]) => Promise<T>,
    password = PASSWORD,
  ): Promise<T> {
    const session = await this.engine.open(repository, password, access);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  /** Backs up some paths. */
  async backup(repository: string, paths: string[], request: Partial<BackupRequest> = {}, password = PASSWORD): Promise<BackupResult> {
    return await this.within(
      repository,
      'appending',
      async (session) => await backup(session, { source: { kind: 'paths', paths }, ...request }),
      password,
    );
  }

  async close(): Promise<void> {
    await this.engine.close();
    this.scratch.remove();
  }
}
