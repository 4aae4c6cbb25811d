import { hostname, userInfo } from 'node:os';
import { systemClock } from '../../src/main/clock.ts';
import type { Backend } from '../../src/main/engine/backend/index.ts';
import {
  type Access,
  addKey,
  backup,
  changePassword,
  createEngine,
  type Engine,
  forget,
  prune,
  repairIndex,
  repairPacks,
  type Sessions,
  type SnapshotMemory,
} from '../../src/main/engine/index.ts';

import { QUICK_ENGINE } from './quick-engine.ts';

/** Password of the repositories that jobs work on, and the one that key jobs add. */
export const OLD_PASSWORD = 'correct horse';
export const NEW_PASSWORD = 'battery staple';

/** What a job is done on. */
export interface JobPlace {
  backend: Backend;
  source: string;
}

/** Everything that writes to a repository. */
export const JOBS = {
  init: async (engine: Engine, { backend }: JobPlace): Promise<unknown> => await engine.init(backend, OLD_PASSWORD),
  backup: inSession('appending', async (session, { source }) => await backup(session, { source: { kind: 'paths', paths: [source] } })),
  forget: inSession('exclusive', async (session) => await forget(session, { policy: { last: 1 } })),
  prune: inSession('exclusive', async (session) => await prune(session, { maxUnused: { bytes: 0 } })),
  'repair-index': inSession('exclusive', async (session) => await repairIndex(session)),
  'repair-packs': inSession('exclusive', async (session) => await repairPacks(session)),
  'add-key': inSession('appending', async (session) => await addKey(session, NEW_PASSWORD)),
  'change-password': inSession('exclusive', async (session) => await changePassword(session, NEW_PASSWORD)),
};
export type Job = keyof typeof JOBS;

/** Remembers nothing: every run makes the same requests. */
const FORGETFUL: SnapshotMemory = { load: async () => undefined, save: async () => undefined };

/** An engine of this machine and account; `pid` says whose locks it makes. */
export function engineOf(pid: number): Engine {
  const { username, uid, gid } = userInfo();
  const identity = { hostname: hostname(), username, uid: Math.max(0, uid), gid: Math.max(0, gid), pid };
  return createEngine({ clock: systemClock, identity, program: 'lifeboat test', threads: 1, snapshotMemory: FORGETFUL, ...QUICK_ENGINE });
}

function inSession<A extends Access>(access: A, work: (session: Sessions[A], place: JobPlace) => Promise<unknown>) {
  return async (engine: Engine, place: JobPlace): Promise<unknown> => {
    const session = await engine.open(place.backend, OLD_PASSWORD, access);
    try {
      return await work(session, place);
    } finally {
      await session.close();
    }
  };
}
