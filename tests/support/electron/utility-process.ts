import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { UtilityChild } from '../../../src/main/engine-host/index.ts';

const CHILD = fileURLToPath(new URL('../../../src/main/engine-host/child.ts', import.meta.url));
const PARENT_PORT = new URL('parent-port.js', import.meta.url).href;

/** The real engine process behind a utility process's face: its line is Node's own. */
export function launchUtility(program = CHILD): UtilityChild & { process: ChildProcess } {
  const child = fork(program, [], {
    execArgv: ['--import', PARENT_PORT],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const face = {
    process: child,
    on: (_event: 'message', hear: (data: unknown) => void) => child.on('message', hear),
    once: (event: 'message' | 'exit', hear: (value: never) => void) => child.once(event, hear as () => void),
    postMessage: (data: unknown) => void child.send(data as object),
    kill: () => child.kill('SIGKILL'),
    pid: child.pid,
  };
  return face;
}
