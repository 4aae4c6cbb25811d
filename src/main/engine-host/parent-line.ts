import type { HostOptions } from './local-host.ts';
import type { HostPort } from './port.ts';

/** Comes before anything else on the line. */
export interface Hello {
  hello: HostOptions;
}

/** Asks a utility process to end: its line cannot be hung up from outside. */
export const END = { end: true } as const;

/** The line to the owner process, seen from the engine process. */
export interface ParentLine {
  port: HostPort;
  /** Hears the first message. */
  onHello(hear: (hello: Hello) => void): void;
  /** Hears that the owner wants no more, or is gone. */
  onEnd(hear: () => void): void;
  /** Says that requests are taken from now on. */
  ready(): void;
}

/** What Electron gives a utility process to speak with. */
export interface UtilityParentPort {
  on(event: 'message', hear: (event: { data: unknown }) => void): unknown;
  once(event: 'message', hear: (event: { data: unknown }) => void): unknown;
  postMessage(data: unknown): void;
}

/** The line of this process, however it was started: a utility process of Electron's, or a fork of Node's. */
export function parentLine(): ParentLine {
  const { parentPort } = process as { parentPort?: UtilityParentPort };
  return parentPort === undefined ? forkLine() : utilityLine(parentPort);
}

function utilityLine(parent: UtilityParentPort): ParentLine {
  const isEnd = (data: unknown): boolean => typeof data === 'object' && data !== null && 'end' in data;
  // An owner that died takes its utility processes with it: there is no more to hear than this.
  const onEnd = (hear: () => void): void => void parent.on('message', ({ data }) => (isEnd(data) ? hear() : undefined));
  return {
    port: {
      on: (event, callback) => {
        if (event === 'message') parent.on('message', ({ data }) => (isEnd(data) ? undefined : callback({ data })));
        if (event === 'close') onEnd(() => callback());
      },
      postMessage: (data) => parent.postMessage(data),
    },
    onHello: (hear) => void parent.once('message', ({ data }) => hear(data as Hello)),
    onEnd,
    ready: () => parent.postMessage('ready'),
  };
}

function forkLine(): ParentLine {
  let newest = Promise.resolve();
  const port: HostPort = {
    on: (event, callback) => {
      if (event === 'message') process.on('message', (data) => callback({ data }));
      if (event === 'close') process.once('disconnect', () => callback());
    },
    postMessage: (data) => {
      if (!process.connected) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      newest = promise;
      process.send?.(data, () => resolve());
    },
    drained: async () => await newest,
  };
  return {
    port,
    onHello: (hear) => void process.once('message', (message) => hear(message as Hello)),
    onEnd: (hear) => void process.once('disconnect', hear),
    // An owner that died meanwhile is told of by `disconnect`.
    ready: () => void process.send?.('ready', () => undefined),
  };
}
