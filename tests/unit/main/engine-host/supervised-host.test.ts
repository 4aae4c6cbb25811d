import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { type EngineHost, type HostOptions, type HostProcess, SupervisedHost } from '../../../../src/main/engine-host/index.ts';
import { serveHost } from '../../../../src/main/engine-host/serve-host.ts';
import { ManualTime } from '../../../support/manual-time.ts';

const OPTIONS = { identity: {}, program: 'test' } as unknown as HostOptions;
const AT = { location: '/repository', password: 'secret' };
const REQUEST = { at: AT, readData: undefined };

interface Scripted {
  start: (options: HostOptions) => Promise<HostProcess>;
  started: HostOptions[];
  /** What was asked of the newest process: true is by force. */
  ends: boolean[];
  die(how: string): void;
  /** Whether a process that is asked to end does so. */
  obeys: boolean;
}

/** Processes that are only a port, ended by the test. */
function scripted(work: () => Promise<unknown>): Scripted {
  const state: Scripted = {
    start: async (options) => await Promise.resolve(begin(options)),
    started: [],
    ends: [],
    die: () => undefined,
    obeys: true,
  };
  const begin = (options: HostOptions): HostProcess => {
    state.started.push(options);
    const { port1, port2 } = new MessageChannel();
    const ended = Promise.withResolvers<string>();
    const host = { check: work, setBandwidth: () => Promise.resolve() } as unknown as EngineHost;
    const asPort = (port: typeof port1) => ({
      on: (event: string, callback: (event?: { data: unknown }) => void) => void port.on(event, (data?: unknown) => callback({ data })),
      postMessage: (data: unknown) => port.postMessage(data),
    });
    serveHost(host, asPort(port2));
    state.die = (how) => {
      port2.close();
      ended.resolve(how);
    };
    const end = (force: boolean): void => {
      state.ends.push(force);
      if (state.obeys || force) state.die('asked to');
    };
    return { port: asPort(port1), pid: 1, ended: ended.promise, end };
  };
  return state;
}

const forever = async (): Promise<unknown> => await new Promise(() => undefined);
const answer = async (): Promise<unknown> => await Promise.resolve('fine');

function supervise(process: Scripted, time = new ManualTime()) {
  const pauses: number[] = [];
  const deaths: string[] = [];
  const wait = async (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    if (milliseconds > 0) await new Promise<void>((resolve) => time.after(milliseconds, resolve));
  };
  const supervised = new SupervisedHost(OPTIONS, { start: process.start, wait, onDeath: (how) => deaths.push(how) });
  return { host: supervised.host(), supervised, pauses, deaths, time };
}

const turn = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

describe('a supervised engine process', () => {
  it('is started with the first request, once for all, and ended with the host', async () => {
    const process = scripted(answer);
    const { host, deaths } = supervise(process);
    expect(process.started).toEqual([]);
    expect(await Promise.all([host.check(REQUEST), host.check(REQUEST)])).toEqual(['fine', 'fine']);
    expect(process.started).toHaveLength(1);
    await host.close();
    expect(process.ends).toEqual([false]);
    expect(deaths).toEqual([]);
    await expect(host.check(REQUEST)).rejects.toMatchObject({ code: 'aborted' });
  });

  it('ends every request under way with engine-died, and is there for the next', async () => {
    let work = forever;
    const process = scripted(async () => await work());
    const { host, deaths, supervised, time } = supervise(process);
    const under_way = [1, 2].map(async () => await host.check(REQUEST).catch((error: unknown) => error));
    await turn();
    process.die('SIGKILL');
    for (const error of await Promise.all(under_way)) expect(error).toMatchObject({ code: 'engine-died', retryable: true });
    expect(deaths).toEqual(['SIGKILL']);
    work = answer;
    expect(await time.until(host.check(REQUEST))).toBe('fine');
    expect(supervised.deathsInARow).toBe(0);
    await host.close();
  });

  it('is started again later and later, until something succeeds', async () => {
    const failing = { ...scripted(answer), start: () => Promise.reject(new Error('no engine here')) };
    const { host, pauses, deaths, supervised, time } = supervise(failing);
    for (let i = 0; i < 6; i++) await expect(time.until(host.check(REQUEST))).rejects.toMatchObject({ code: 'engine-died' });
    expect(pauses).toEqual([0, 1000, 5000, 30_000, 60_000, 60_000]);
    expect(deaths).toHaveLength(6);
    expect(supervised.deathsInARow).toBe(6);
  });

  it('does not keep those waiting who abort in the pause before a start', async () => {
    const { host } = supervise({ ...scripted(answer), start: () => Promise.reject(new Error('broken')) });
    await expect(host.check(REQUEST)).rejects.toMatchObject({ code: 'engine-died' });
    const stop = new AbortController();
    const work = host.check(REQUEST, { signal: stop.signal });
    await turn();
    stop.abort();
    await expect(work).rejects.toMatchObject({ code: 'aborted' });
  });

  it('closes in the pause before a start, and starts nothing any more', async () => {
    const process = scripted(answer);
    let fails = true;
    const start = async (options: HostOptions): Promise<HostProcess> => {
      if (fails) throw new Error('broken');
      return await process.start(options);
    };
    const { host } = supervise({ ...process, start });
    await expect(host.check(REQUEST)).rejects.toMatchObject({ code: 'engine-died' });
    fails = false;
    const work = host.check(REQUEST).catch((error: unknown) => error);
    await turn();
    await host.close();
    expect(await work).toMatchObject({ code: 'aborted' });
    expect(process.started).toEqual([]);
  });

  it('is ended by force when it does not end by itself', async () => {
    const process = scripted(answer);
    process.obeys = false;
    const { host, time } = supervise(process);
    await host.check(REQUEST);
    await time.until(host.close());
    expect(process.ends).toEqual([false, true]);
  });

  it('keeps the bandwidth over a death', async () => {
    const process = scripted(answer);
    const { host, time } = supervise(process);
    await host.setBandwidth({ upload: 100 });
    process.die('SIGSEGV');
    await turn();
    await time.until(host.check(REQUEST));
    expect(process.started.at(-1)).toMatchObject({ bandwidth: { upload: 100 } });
    await host.close();
  });
});
