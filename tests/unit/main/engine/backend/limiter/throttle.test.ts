import { describe, expect, test } from '@jest/globals';
import { Bandwidth, LimitedBackend } from '../../../../../../src/main/engine/backend/limiter/index.ts';
import { SLICE } from '../../../../../../src/main/engine/backend/limiter/throttle.ts';
import { MemoryBackend } from '../../../../../../src/main/engine/backend/memory/memory-backend.ts';
import { fileOf } from '../../../../../support/backends.ts';
import { ManualTime } from '../../../../../support/manual-time.ts';

const KIB = 1024;

/** Milliseconds that `work` waits for. */
async function waits(time: ManualTime, work: Promise<unknown>): Promise<number> {
  const start = time.uptime();
  await time.until(work);
  return time.uptime() - start;
}

describe('bandwidth', () => {
  test('without a limit nothing waits', async () => {
    const time = new ManualTime();
    expect(await waits(time, new Bandwidth(time, {}, time).send(2 ** 40))).toBe(0);
  });

  test('bytes pass at the pace that was set, each direction by itself', async () => {
    const time = new ManualTime();
    const bandwidth = new Bandwidth(time, { upload: 100 * KIB, download: 1000 * KIB }, time);
    const took = await waits(time, Promise.all([bandwidth.send(1000 * KIB), bandwidth.receive(1000 * KIB)]));
    expect(took).toBeGreaterThan(9500);
    expect(took).toBeLessThan(10_500);
    expect(time.waiting).toBe(0);
  });

  test('requests share it evenly', async () => {
    const time = new ManualTime();
    const bandwidth = new Bandwidth(time, { upload: 100 * KIB }, time);
    const ended: number[] = [];
    const start = time.uptime();
    const one = async (bytes: number): Promise<void> => {
      await bandwidth.send(bytes);
      ended.push(time.uptime() - start);
    };
    await time.until(Promise.all([one(800 * KIB), one(100 * KIB), one(100 * KIB)]));
    // The small ones take a third of the line each; in one line behind the large one they would take 9 seconds.
    expect(ended[0]).toBeLessThan(3500);
    expect(ended[1]).toBeLessThan(3500);
    expect(ended[2]).toBeGreaterThan(9500);
  });

  test('a new limit counts for what waits already', async () => {
    const time = new ManualTime();
    const bandwidth = new Bandwidth(time, { upload: 1 }, time);
    const faster = bandwidth.send(100 * KIB);
    await time.advance(1000);
    bandwidth.setLimits({ upload: 100 * KIB });
    expect(await waits(time, faster)).toBeLessThan(2000);
    bandwidth.setLimits({ upload: 1 });
    const free = bandwidth.send(100 * KIB);
    await time.advance(1000);
    bandwidth.setLimits({});
    expect(await waits(time, free)).toBe(0);
  });

  test('an abort is noticed at once and lets the others pass', async () => {
    const time = new ManualTime();
    const bandwidth = new Bandwidth(time, { upload: SLICE }, time);
    const abort = new AbortController();
    const left = bandwidth.send(100 * SLICE, abort.signal).catch((error: unknown) => error);
    const other = bandwidth.send(SLICE);
    await time.advance(10);
    abort.abort();
    expect(await left).toMatchObject({ code: 'aborted' });
    expect(await waits(time, other)).toBeLessThan(2000);
  });

  test('a quiet line does not save up for a rush', async () => {
    const time = new ManualTime();
    const bandwidth = new Bandwidth(time, { upload: 100 * KIB }, time);
    time.sleep(3_600_000);
    expect(await waits(time, bandwidth.send(1000 * KIB))).toBeGreaterThan(9000);
  });
});

describe('a limited place', () => {
  test('a save waits before, a range before, a whole file after', async () => {
    const time = new ManualTime();
    const inner = new MemoryBackend();
    const place = new LimitedBackend(inner, new Bandwidth(time, { upload: 100 * KIB, download: 100 * KIB }, time));
    const { handle, bytes } = fileOf(new Uint8Array(200 * KIB));
    const saving = place.save(handle, [bytes]);
    await time.advance(500);
    await expect(inner.stat(handle)).rejects.toMatchObject({ code: 'file-not-found' });
    expect(await waits(time, saving)).toBeGreaterThan(1000);
    expect(await waits(time, place.load(handle, { offset: 0, length: 100 * KIB }))).toBeGreaterThan(500);
    expect(await waits(time, place.load(handle))).toBeGreaterThan(1500);
  });

  test('a range that a damaged index made up is refused at once', async () => {
    const time = new ManualTime();
    const place = new LimitedBackend(new MemoryBackend(), new Bandwidth(time, { download: 1 }, time));
    const { handle, bytes } = fileOf('small');
    await place.save(handle, [bytes]);
    expect(
      await waits(
        time,
        place.load(handle, { offset: 0, length: 2 ** 45 }).catch(() => undefined),
      ),
    ).toBe(0);
  });
});
