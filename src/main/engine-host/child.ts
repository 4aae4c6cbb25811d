/** The engine process: one host, served to the process that started it, for as long as that lives. */
import { once } from 'node:events';
import { systemClock } from '../clock.ts';
import { createLocalHost, type HostOptions } from './local-host.ts';
import { parentPort } from './port.ts';
import { serveHost } from './serve-host.ts';

/** Comes before anything else on the line. */
export interface Hello {
  hello: HostOptions;
}

/** Milliseconds in which aborted work has to end; nobody is there to end a process whose owner died. */
const GRACE = 8000;

// Nothing may go on half-broken: the owner starts another and says that this one died.
process.on('unhandledRejection', (error) => {
  throw error;
});

process.once('message', (message) => {
  const host = createLocalHost((message as Hello).hello, systemClock);
  const { settled } = serveHost(host, parentPort());
  process.once('disconnect', () => {
    // Everything was aborted with the line; what it holds, such as locks and scratch, is given back first.
    const late = once(AbortSignal.timeout(GRACE), 'abort');
    void Promise.race([settled().then(async () => await host.close()), late]).finally(() => process.exit(0));
  });
  // An owner that died meanwhile is told of by `disconnect`.
  process.send?.('ready', () => undefined);
});
