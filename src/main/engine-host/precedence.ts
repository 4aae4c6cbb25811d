import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { EngineHost } from './engine-host.ts';

const { PRIORITY_BELOW_NORMAL, PRIORITY_NORMAL } = constants.priority;

/**
 * The host behind whatever else this PC does: a counter where people stand must not wait for a backup. While something is
 * brought back it is the other way round, as far as the system lets a process that stood back come forward again: Windows
 * does, Linux and macOS only for an administrator.
 */
export function givingWay(host: EngineHost, give: (priority: number) => void = givePriority): EngineHost {
  let waitedFor = 0;
  const first = async <T>(work: () => Promise<T>): Promise<T> => {
    if (waitedFor++ === 0) give(PRIORITY_NORMAL);
    try {
      return await work();
    } finally {
      if (--waitedFor === 0) give(PRIORITY_BELOW_NORMAL);
    }
  };
  give(PRIORITY_BELOW_NORMAL);
  return {
    ...host,
    restore: async (...asked) => await first(async () => await host.restore(...asked)),
    undoRestore: async (...asked) => await first(async () => await host.undoRestore(...asked)),
  };
}

/** For this process; on Linux each thread has its own, and new ones take that of the thread that starts them. */
function givePriority(priority: number): void {
  for (const target of threads()) {
    try {
      setPriority(target, priority);
    } catch {
      // Not allowed, or a thread that has just ended: it works as it did.
    }
  }
}

function threads(): number[] {
  return process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [process.pid];
}
