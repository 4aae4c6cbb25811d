import type { Hello } from './parent-line.ts';
import { END } from './parent-line.ts';
import type { HostPort } from './port.ts';
import type { HostProcess, StartHost } from './supervised-host.ts';

/** A utility process, as its parent has it. */
export interface UtilityChild {
  on(event: 'message', hear: (data: unknown) => void): unknown;
  once(event: 'message', hear: (data: unknown) => void): unknown;
  once(event: 'exit', hear: (code: number) => void): unknown;
  postMessage(data: unknown): void;
  kill(): boolean;
  readonly pid: number | undefined;
}

/** Starts engine processes as utility processes of Electron's: `launch` begins one that runs `engine-host/child`. */
export function utilityHost(launch: () => UtilityChild): StartHost {
  return async (options) => {
    const child = launch();
    let isGone = false;
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code) => {
        isGone = true;
        resolve(`exit code ${code}`);
      });
    });
    const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
    const hello: Hello = { hello: options };
    child.postMessage(hello);
    await Promise.race([ready, ended.then((how) => Promise.reject(new Error(`The engine process ended at its start: ${how}`)))]);
    return processOf(child, ended, () => isGone);
  };
}

function processOf(child: UtilityChild, ended: Promise<string>, isGone: () => boolean): HostProcess {
  const post = (data: unknown): void => {
    // A child that is gone has told so by its exit.
    if (!isGone()) child.postMessage(data);
  };
  const port: HostPort = {
    on: (event, callback) => {
      if (event === 'message') child.on('message', (data) => callback({ data }));
      if (event === 'close') child.once('exit', () => callback());
    },
    postMessage: post,
  };
  return { port, pid: child.pid, ended, end: (force) => (force ? void child.kill() : post(END)) };
}
