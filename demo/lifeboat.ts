import { userInfo } from 'node:os';
import type { Progress } from '../src/shared/model/progress.ts';
import { formatBytes, formatPercent } from '../src/shared/format/index.ts';
import { systemClock } from '../src/main/clock.ts';
import {
  backup,
  type BackupResult,
  check,
  type CheckResult,
  createEngine,
  type Hooks,
  restore,
  type RestoreResult,
  type Session,
} from '../src/main/engine/index.ts';
import type { Paper } from './paper.ts';

/** The engine, as the demo uses it: one repository, one folder, one key. */
export interface Lifeboat {
  init(): Promise<void>;
  backup(folder: string): Promise<BackupResult>;
  /** Brings back the newest snapshot of what lay in `folder`. */
  restore(folder: string): Promise<RestoreResult>;
  /** Reads all data of the repository. */
  check(): Promise<CheckResult>;
  /** Ends the engine's threads. */
  close(): Promise<void>;
}

/** Lifeboat on a repository. Aborting `signal` ends whatever runs. */
export function lifeboatFor(repository: string, password: string, paper: Paper, signal: AbortSignal): Lifeboat {
  const { uid, gid } = userInfo();
  const identity = { hostname: 'harbor-lane-pc', username: 'manager', uid: Math.max(uid, 0), gid: Math.max(gid, 0), pid: process.pid };
  const engine = createEngine({ clock: systemClock, identity, program: 'lifeboat demo' });
  const hooks = (): Hooks => ({ signal, onProgress: progressOn(paper) });
  return {
    init: async () => {
      await engine.init(repository, password);
    },
    backup: async (folder) => {
      const session = await engine.open(repository, password, 'appending', hooks());
      return await closing(session, backup(session, { source: { kind: 'paths', paths: [folder] } }, hooks()));
    },
    restore: async (folder) => {
      const session = await engine.open(repository, password, 'reading', hooks());
      const request = { snapshot: `latest:${pathInSnapshot(folder)}`, target: folder, verify: true };
      return await closing(session, restore(session, request, hooks()));
    },
    check: async () => {
      const session = await engine.open(repository, password, 'reading', hooks());
      return await closing(session, check(session, { readData: 'all' }, hooks()));
    },
    close: async () => await engine.close(),
  };
}

/** The result of `work`, with the session's lock given back whatever became of it. */
async function closing<T>(session: Session, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await session.close();
  }
}

/** Where an absolute folder is inside a snapshot: `C:\a` is `/C/a` there. */
function pathInSnapshot(folder: string): string {
  return process.platform === 'win32' ? `/${folder.replace(':', '').replaceAll('\\', '/')}` : folder;
}

/** Shows how far the work is, on the paper's moving line. */
function progressOn(paper: Paper): (progress: Progress) => void {
  let total = 0;
  return (progress) => {
    if (progress.kind === 'total') total = progress.bytes;
    if (progress.kind === 'done' && total > 0) paper.progress(`${formatPercent(progress.bytes, total)} of ${formatBytes(total)}`);
  };
}
