import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Clock } from '../../src/shared/model/clock.ts';
import { createLocalHost, type EngineHost, type StartHost } from '../../src/main/engine-host/index.ts';
import type { HostPort } from '../../src/main/engine-host/port.ts';
import { serveHost } from '../../src/main/engine-host/serve-host.ts';
import { QUICK_ENGINE } from './quick-engine.ts';

/**
 * The engine in this process, by a clock of the test's own, behind the same line as the forked one, with keys and locks that take
 * no time. It looks for no sources:
 * what lies on the machine that runs the tests is no part of any test. `replaced` does as it says instead.
 */
export function hostInProcess(clock: Clock, replaced: Partial<EngineHost> = {}): StartHost {
  return (options) => {
    const { port1, port2 } = new MessageChannel();
    const host = {
      ...createLocalHost({ ...options, threads: 1 }, clock, QUICK_ENGINE),
      detect: () => Promise.resolve([]),
      ...replaced,
    };
    serveHost(host, portOf(port1));
    const { promise: ended, resolve } = Promise.withResolvers<string>();
    const end = (): void => {
      void host.close().finally(() => {
        port1.close();
        resolve('asked to');
      });
    };
    return Promise.resolve({ port: portOf(port2), pid: process.pid, ended, end });
  };
}

function portOf(port: MessagePort): HostPort {
  return {
    on: (event, callback) => {
      if (event === 'message') port.on('message', (data: unknown) => callback({ data }));
      if (event === 'close') port.on('close', () => callback());
    },
    postMessage: (data) => port.postMessage(data),
  };
}
