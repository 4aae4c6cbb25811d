import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { HostOptions } from './local-host.ts';
import type { Hello } from './parent-line.ts';
import { childPort } from './port.ts';
import type { HostProcess } from './supervised-host.ts';

/** Beside this file, with the same ending: built or source. */
const CHILD = new URL(`./child${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);

/** Forks an engine process of plain Node; `program` is what runs in it. Rejects if it ends before it is ready. */
export async function forkHost(options: HostOptions, program: URL = CHILD): Promise<HostProcess> {
  const child = fork(fileURLToPath(program), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    // More than one may come: of the start, and of what was sent to a process that never was.
    child.on('error', (error) => resolve(error.message));
  });
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
  const hello: Hello = { hello: options };
  child.send(hello);
  await Promise.race([ready, ended.then((how) => Promise.reject(new Error(`The engine process ended at its start: ${how}`)))]);
  return {
    port: childPort(child),
    pid: child.pid,
    ended,
    end: (force) => {
      if (force) child.kill('SIGKILL');
      else if (child.connected) child.disconnect();
    },
  };
}
