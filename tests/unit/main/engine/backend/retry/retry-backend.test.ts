import { describe, expect, test } from '@jest/globals';
import type { Backend } from '../../../../../../src/main/engine/backend/index.ts';
import { MemoryBackend } from '../../../../../../src/main/engine/backend/memory/memory-backend.ts';
import { PATIENCE, RetryBackend } from '../../../../../../src/main/engine/backend/retry/index.ts';
import { type ErrorCode, LifeboatError } from '../../../../../../src/shared/errors/index.ts';
import type { Waiting } from '../../../../../../src/shared/model/progress.ts';
import { fileOf, namesOf } from '../../../../../support/backends.ts';
import { InterceptedBackend, type Request } from '../../../../../support/intercepted-backend.ts';
import { ManualTime } from '../../../../../support/manual-time.ts';

const CONFIG = { type: 'config', name: 'config' } as const;
const { handle, bytes } = fileOf('content', 'index');

function unreachable(reason: string, retryAfter?: number): LifeboatError {
  const options = { retryable: true, ...(retryAfter !== undefined && { retryAfter }) };
  return new LifeboatError('place-unreachable', { location: 'memory', reason }, options);
}

/** A place that fails as planned before it does what it is asked, and how often it was asked. */
function failing(plan: (request: Request, asked: number) => Error | undefined): {
  time: ManualTime;
  place: Backend;
  inner: Backend;
  asked: () => number;
} {
  const time = new ManualTime();
  const inner = new MemoryBackend();
  let asked = 0;
  const faulty = new InterceptedBackend(inner, async (request, proceed) => {
    const failure = plan(request, ++asked);
    if (failure) throw failure;
    return await proceed();
  });
  return { time, inner, place: new RetryBackend(faulty, { clock: time, timers: time, random: () => 0 }), asked: () => asked };
}

describe('retries', () => {
  test('what may succeed next time is repeated with pauses that double', async () => {
    const { time, place, asked } = failing((_, n) => (n <= 5 ? unreachable('HTTP 503') : undefined));
    const start = time.uptime();
    await time.until(place.save(handle, [bytes]));
    expect(asked()).toBe(6);
    expect(time.uptime() - start).toBe((500 + 1000 + 2000 + 4000 + 8000) / 2);
    expect(time.waiting).toBe(0);
  });

  test('tells of each pause, why and how long', async () => {
    const told: Waiting[] = [];
    const time = new ManualTime();
    let asked = 0;
    const faulty = new InterceptedBackend(new MemoryBackend(), async (_, proceed) => {
      asked += 1;
      if (asked <= 2) throw unreachable('HTTP 503', asked === 2 ? 7500 : undefined);
      return await proceed();
    });
    const place = new RetryBackend(faulty, { clock: time, timers: time, random: () => 0, onWait: (waiting) => told.push(waiting) });
    await time.until(place.save(handle, [bytes]));
    expect(told).toEqual([
      { kind: 'waiting', code: 'place-unreachable', seconds: 1 },
      { kind: 'waiting', code: 'place-unreachable', seconds: 8 },
    ]);
  });

  test.each<ErrorCode>(['permission-denied', 'credential-refused', 'file-exists', 'no-space', 'locked-until'])(
    '%s is final',
    async (code) => {
      const { time, place, asked } = failing(() => new LifeboatError(code, { path: '', location: '', type: '', name: '' }));
      await expect(time.until(place.save(handle, [bytes]))).rejects.toMatchObject({ code });
      expect(asked()).toBe(1);
    },
  );

  test('an error that is no failure of a place is not repeated', async () => {
    const { time, place, asked } = failing(() => new TypeError('a bug'));
    await expect(time.until(place.load(handle))).rejects.toThrow('a bug');
    expect(asked()).toBe(1);
  });

  test('a place that never answered is given up soon, one that did gets minutes', async () => {
    const { time, place } = failing((_, n) => (n === 12 ? undefined : unreachable('ECONNREFUSED')));
    const start = time.uptime();
    await expect(time.until(place.list('index')[Symbol.asyncIterator]().next())).rejects.toMatchObject({ code: 'place-unreachable' });
    expect(time.uptime() - start).toBeLessThanOrEqual(PATIENCE.unanswered);
    const answered = failing((_, n) => (n === 1 ? undefined : unreachable('ECONNREFUSED')));
    await answered.place.save(handle, [bytes]);
    const then = answered.time.uptime();
    await expect(answered.time.until(answered.place.load(handle))).rejects.toMatchObject({ code: 'place-unreachable' });
    const waited = answered.time.uptime() - then;
    expect(waited).toBeGreaterThan(PATIENCE.answered - PATIENCE.longestPause);
    expect(waited).toBeLessThanOrEqual(PATIENCE.answered);
  });

  test('it waits as long as it is asked to, and gives up at once if that is too long', async () => {
    const { time, place } = failing((_, n) => (n === 1 ? unreachable('HTTP 503', 42_000) : undefined));
    const start = time.uptime();
    await time.until(place.save(handle, [bytes]));
    expect(time.uptime() - start).toBe(42_000);
    const closed = failing(() => unreachable('HTTP 503', 3_600_000));
    await expect(closed.time.until(closed.place.load(handle))).rejects.toMatchObject({ retryAfter: 3_600_000 });
    expect(closed.asked()).toBe(1);
  });

  test('slow tries get their number all the same', async () => {
    const time = new ManualTime();
    let asked = 0;
    const slow = new InterceptedBackend(new MemoryBackend(), async (_, proceed) => {
      asked += 1;
      time.sleep(20 * 60 * 1000);
      if (asked < PATIENCE.leastTries) throw unreachable('HTTP 500');
      return await proceed();
    });
    await time.until(new RetryBackend(slow, { clock: time, timers: time }).save(handle, [bytes]));
    expect(asked).toBe(PATIENCE.leastTries);
  });

  test('an abort ends the pause', async () => {
    const { time, place, asked } = failing(() => unreachable('HTTP 500'));
    const abort = new AbortController();
    const saving = place.save(handle, [bytes], abort.signal);
    const settled = saving.catch((error: unknown) => error);
    await time.advance(100);
    abort.abort();
    expect(await settled).toMatchObject({ code: 'aborted' });
    expect(asked()).toBe(1);
    expect(time.waiting).toBe(0);
  });

  test('a config that is refused on a repeated save is ours if it holds the same', async () => {
    const time = new ManualTime();
    const inner = new MemoryBackend();
    let saves = 0;
    const loses = new InterceptedBackend(inner, async ({ operation }, proceed) => {
      const result = await proceed();
      if (operation === 'save' && ++saves === 1) throw unreachable('ECONNRESET');
      return result;
    });
    const place = new RetryBackend(loses, { clock: time, timers: time });
    await time.until(place.save(CONFIG, [bytes]));
    await expect(place.save(CONFIG, [bytes])).rejects.toMatchObject({ code: 'file-exists' });
  });

  test('a config that somebody else made meanwhile is not ours', async () => {
    const { time, inner, place } = failing((_, n) => (n === 1 ? unreachable('ECONNRESET') : undefined));
    const saving = place.save(CONFIG, [bytes]).catch((error: unknown) => error);
    await inner.save(CONFIG, [Buffer.from('CONTENT')]);
    expect(await time.until(saving)).toMatchObject({ code: 'file-exists' });
  });

  test('a listing that breaks off in the middle gives each file once', async () => {
    const time = new ManualTime();
    const inner = new MemoryBackend();
    const names = [...'abcdef'].map((letter) => letter.repeat(64));
    for (const name of names) await inner.save({ type: 'locks', name }, [bytes]);
    let listings = 0;
    const list = async function* (this: void): AsyncGenerator<{ name: string; size: number }> {
      const cutAt = ++listings * 2;
      let given = 0;
      for await (const file of inner.list('locks')) {
        if (listings < 3 && given++ === cutAt) throw unreachable('ECONNRESET');
        yield file;
      }
    };
    const place = new RetryBackend(Object.assign(Object.create(inner) as Backend, { list }), { clock: time, timers: time });
    expect(await time.until(namesOf(place, 'locks'))).toEqual(names);
    expect(listings).toBe(3);
  });

  test('what the place cannot do, the wrapper cannot either', async () => {
    const time = new ManualTime();
    const bare = new RetryBackend(new MemoryBackend(), { clock: time, timers: time });
    expect(bare.sweepTemporary).toBeUndefined();
    expect(bare.canRemove).toBeUndefined();
    const able = Object.assign(new MemoryBackend(), { canRemove: async () => false, sweepTemporary: async () => 7 });
    const around = new RetryBackend(able, { clock: time, timers: time });
    expect(await around.canRemove?.()).toBe(false);
    expect(await around.sweepTemporary?.()).toBe(7);
  });
});
