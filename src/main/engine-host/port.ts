import type { ChildProcess } from 'node:child_process';

/** The two-way line between owner and engine process, as oRPC takes it. */
export interface HostPort {
  on: (event: string, callback: (event?: { data: unknown }) => void) => void;
  postMessage: (data: unknown) => void;
  /** Resolves when what was posted is on its way; whoever posts much waits for it, since the line takes any number. */
  drained?: () => Promise<void>;
}

/** A forked child's line, seen from its parent. */
export function childPort(child: ChildProcess): HostPort {
  return {
    on: (event, callback) => {
      if (event === 'message') child.on('message', (data) => callback({ data }));
      if (event === 'close') child.once('exit', () => callback());
    },
    postMessage: (data) => {
      // A child that is gone has told so by its exit.
      if (child.connected) child.send(data as object, () => undefined);
    },
  };
}
