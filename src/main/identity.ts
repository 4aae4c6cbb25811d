import { hostname, userInfo } from 'node:os';
import type { Identity } from './engine/index.ts';

/** This machine, account and process, as snapshots, keys and locks record them. */
export function thisIdentity(environment: NodeJS.ProcessEnv): Identity {
  const { username, uid, gid } = account(environment);
  return { hostname: hostname(), username, uid: Math.max(0, uid), gid: Math.max(0, gid), pid: process.pid };
}

/** An account without an entry in the system's list (as in a container) has only what the environment says. */
function account(environment: NodeJS.ProcessEnv): { username: string; uid: number; gid: number } {
  try {
    return userInfo();
  } catch {
    const username = environment.USER ?? environment.USERNAME ?? '';
    return { username, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  }
}
