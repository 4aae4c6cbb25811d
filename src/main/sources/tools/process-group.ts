import type { ChildProcess } from 'node:child_process';

/** Has a program that is started be the head of a group, so that what it starts itself can be ended with it. Windows has no such groups. */
export const AS_GROUP = { detached: process.platform !== 'win32' };

/** Sends a signal to a program started {@link AS_GROUP} and to everything it started; not once its outputs are closed: its number may be another's. */
export function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  if (!AS_GROUP.detached) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // All of them are gone already.
  }
}
