import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EngineHost, HostHooks } from '../../../../src/main/engine-host/index.ts';
import type { HostPort } from '../../../../src/main/engine-host/port.ts';
import { connectHost } from '../../../../src/main/engine-host/remote-host.ts';
import { type Served, serveHost } from '../../../../src/main/engine-host/serve-host.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import type { Progress } from '../../../../src/shared/model/progress.ts';

type Check = (request: { at: { location: string } }, hooks: HostHooks) => Promise<unknown>;

const AT = { location: '/repository', password: 'secret' };
const REQUEST = { at: AT, readData: 'none' as const };
const progress = (files: number): Progress => ({ kind: 'done', files, bytes: 0 });

describe('a host at the other end of a port', () => {
  let channel: MessageChannel;
  let check: Check;
  let served: Served;
  let remote: EngineHost;
  let posted: number;
  beforeEach(() => {
    channel = new MessageChannel();
    posted = 0;
    const host = { check: async (request: { at: { location: string } }, hooks: HostHooks) => await check(request, hooks) };
    const far: HostPort = {
      on: (event, callback) => void channel.port2.on(event, (data?: unknown) => callback({ data })),
      postMessage: (data) => {
        posted += 1;
        channel.port2.postMessage(data);
      },
      drained: async () => await new Promise((resolve) => setImmediate(resolve)),
    };
    served = serveHost(host as unknown as EngineHost, far);
    const near: HostPort = {
      on: (event, callback) => void channel.port1.on(event, (data?: unknown) => callback({ data })),
      postMessage: (data) => channel.port1.postMessage(data),
    };
    remote = connectHost(near, () => Promise.resolve());
  });
  afterEach(() => channel.port1.close());

  it('carries request, progress and result', async () => {
    const heard: Progress[] = [];
    check = async ({ at }, { onProgress }) => {
      onProgress?.(progress(1));
      return await Promise.resolve({ asked: at });
    };
    expect(await remote.check(REQUEST, { onProgress: (fact) => heard.push(fact) })).toEqual({ asked: AT });
    expect(heard).toEqual([progress(1)]);
  });

  it('carries an error as its code and data, without where it came from', async () => {
    check = () => Promise.reject(new LifeboatError('place-unreachable', { location: '/x', reason: 'EIO' }, { retryable: true }));
    const error = await remote.check(REQUEST).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'place-unreachable', data: { location: '/x', reason: 'EIO' }, retryable: true });
    check = () => Promise.reject(new TypeError('something else'));
    await expect(remote.check(REQUEST)).rejects.toMatchObject({ code: 'internal', data: { detail: 'something else' } });
  });

  it('stops the work when it is aborted', async () => {
    const begun = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    check = async (_request, { signal }) => {
      signal?.addEventListener('abort', () => stopped.resolve());
      begun.resolve();
      await stopped.promise;
      throw new LifeboatError('aborted', {});
    };
    const abort = new AbortController();
    const work = remote.check(REQUEST, { signal: abort.signal });
    await begun.promise;
    abort.abort();
    await expect(work).rejects.toMatchObject({ code: 'aborted' });
    await stopped.promise;
    await served.settled();
  });

  it('stops the work of an owner that is gone, and is settled when it has ended', async () => {
    const [begun, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let isDone = false;
    check = async (_request, { signal }) => {
      begun.resolve();
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      await ending.promise;
      isDone = true;
    };
    const work = remote.check(REQUEST);
    const died = work.catch((error: unknown) => error);
    await begun.promise;
    channel.port1.close();
    expect(await died).toMatchObject({ code: 'engine-died', retryable: true });
    const settled = served.settled();
    ending.resolve();
    await settled;
    expect(isDone).toBe(true);
  });

  it('ends every request under way when the line breaks', async () => {
    check = async () => await new Promise(() => undefined);
    const works = [1, 2, 3].map(async () => await remote.check(REQUEST).catch((error: unknown) => error));
    await new Promise((resolve) => setImmediate(resolve));
    channel.port2.close();
    for (const error of await Promise.all(works)) expect(error).toMatchObject({ code: 'engine-died' });
  });

  it('posts no more progress than the line takes', async () => {
    check = async (_request, { onProgress }) => {
      for (let turn = 0; turn < 50; turn++) {
        for (let files = 0; files < 1000; files++) onProgress?.(progress(turn * 1000 + files));
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const heard: Progress[] = [];
    await remote.check(REQUEST, { onProgress: (fact) => heard.push(fact) });
    expect(heard.at(-1)).toEqual(progress(49_999));
    expect(posted).toBeLessThan(200);
  });
});
