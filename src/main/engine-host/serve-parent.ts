import { once } from 'node:events';
import type { EngineHost } from './engine-host.ts';
import type { HostOptions } from './local-host.ts';
import { parentLine } from './parent-line.ts';
import { serveHost } from './serve-host.ts';

/** Milliseconds in which aborted work has to end; nobody is there to end a process whose owner died. */
const GRACE = 8000;

/** Makes this process an engine process: one host, served to the process that started it, for as long as that lives. */
export function serveParent(createHost: (options: HostOptions) => EngineHost): void {
  // Nothing may go on half-broken: the owner starts another and says that this one died.
  process.on('unhandledRejection', (error) => {
    throw error;
  });
  const line = parentLine();
  line.onHello(({ hello }) => {
    const host = createHost(hello);
    const { settled } = serveHost(host, line.port);
    line.onEnd(() => {
      // Everything was aborted with the line; what it holds, such as locks and scratch, is given back first.
      const late = once(AbortSignal.timeout(GRACE), 'abort');
      void Promise.race([settled().then(async () => await host.close()), late]).finally(() => process.exit(0));
    });
    line.ready();
  });
}
