import { hostname, userInfo } from 'node:os';
import { systemClock } from '../../src/main/clock.ts';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import { openWithPassword } from '../../src/main/engine/repository/keys/index.ts';
import { type LockContext, memoryLockMemory } from '../../src/main/engine/repository/lock/index.ts';

/** What this very process needs to lock a real repository. */
export async function lockContextOf(repo: string, password: string, version: number): Promise<LockContext> {
  const backend = new LocalBackend(repo);
  const { masterKeys } = await openWithPassword(backend, password);
  const { username, uid, gid } = userInfo();
  const identity = { hostname: hostname(), username, uid, gid, pid: process.pid };
  return { backend, masterKeys, version, repositoryId: 'a'.repeat(64), identity, clock: systemClock, memory: memoryLockMemory() };
}
