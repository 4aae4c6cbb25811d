/** The engine process: one host, served to the process that started it, for as long as that lives. */
import { systemClock } from '../clock.ts';
import { createLocalHost, type HostOptions } from './local-host.ts';
import { parentPort } from './port.ts';
import { serveHost } from './serve-host.ts';

/** Comes before anything else on the line. */
export interface Hello {
  hello: HostOptions;
}

// Nothing may go on half-broken: the owner starts another and says that this one died.
process.on('unhandledRejection', (error) => {
  throw error;
});

process.once('message', (message) => {
  const host = createLocalHost((message as Hello).hello, systemClock);
  serveHost(host, parentPort());
  process.once('disconnect', () => {
    void host.close().finally(() => process.exit(0));
  });
  process.send?.('ready');
});
