import { describe, expect, test } from '@jest/globals';
import { type Attempt, attempt } from '../../../../../../src/main/engine/backend/azure/attempt.ts';
import { slices } from '../../../../../../src/main/engine/backend/azure/request-body.ts';
import { Speed } from '../../../../../../src/main/engine/backend/azure/speed.ts';
import { pause } from '../../../../../../src/main/engine/timers.ts';
import { ManualTime } from '../../../../../support/manual-time.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
const PACK = 16 * MIB;

function run<T>(time: ManualTime, speed: Speed, bytes: number, work: (tried: Attempt) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const onTimeout = (): Error => new Error('too late');
  return time.until(attempt({ clock: time, timers: time, speed, bytes, signal, onTimeout }, work));
}

/** A transfer in even steps: so many bytes a second in all. */
async function transfer(
  time: ManualTime,
  { signal, moved }: { signal: AbortSignal; moved: () => void },
  bytes: number,
  pace: number,
): Promise<void> {
  for (let left = bytes; left > 0; left -= 64 * KIB) {
    await pause(time, (64 * KIB * 1000) / pace, signal);
    moved();
  }
}

const hangs = async ({ signal }: Attempt): Promise<void> =>
  await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('hung up')), { once: true }));

describe('the time of a try', () => {
  test('a slow line that still moves gets a pack through', async () => {
    const time = new ManualTime();
    const work = (tried: Attempt): Promise<void> => transfer(time, { signal: tried.signal, moved: () => tried.moved() }, PACK, 3 * KIB);
    await expect(run(time, new Speed(), PACK, work)).resolves.toBeUndefined();
    expect(time.waiting).toBe(0);
  });

  test('a line that stands still is given up, the sooner the faster it was', async () => {
    const time = new ManualTime();
    const speed = new Speed();
    const timeOf = async (): Promise<number> => {
      const start = time.uptime();
      await expect(run(time, speed, PACK, hangs)).rejects.toThrow('too late');
      return time.uptime() - start;
    };
    const unknown = await timeOf();
    expect(unknown).toBeGreaterThan(15 * 60_000);
    for (let i = 0; i < 20; i++) speed.measured(PACK, 8000);
    const fast = await timeOf();
    expect(fast).toBeGreaterThan(30_000);
    expect(fast).toBeLessThan(90_000);
    expect(await timeOf()).toBeGreaterThan(fast);
    expect(time.waiting).toBe(0);
  });

  test('however often it is too slow, a try ends some day', () => {
    const speed = new Speed();
    for (let i = 0; i < 100; i++) speed.tooSlow();
    expect(speed.patience(PACK)).toBeLessThan(2 * 3_600_000);
    expect(speed.patience(PACK)).toBeGreaterThan(3_600_000);
  });

  test('waiting for our own limit does not count, neither as late nor as slow', async () => {
    const time = new ManualTime();
    const speed = new Speed();
    for (let i = 0; i < 20; i++) speed.measured(PACK, 1000);
    const before = speed.patience(PACK);
    await run(time, speed, PACK, async (tried) => {
      await tried.excuse(pause(time, 24 * 3_600_000));
      await pause(time, 1000);
    });
    expect(Math.abs(speed.patience(PACK) - before)).toBeLessThan(1000);
  });

  test('who gives up is told so, and not that it was too late', async () => {
    const time = new ManualTime();
    const abort = new AbortController();
    const tried = run(time, new Speed(), PACK, hangs, abort.signal).catch((error: unknown) => error);
    abort.abort();
    expect(await tried).toMatchObject({ code: 'aborted' });
  });
});

describe('slices of a body', () => {
  test.each([[[]], [[0]], [[5, 0, 3]], [[4, 4]], [[1, 2, 3, 4, 5, 6]], [[100]]])('%j', (lengths) => {
    let next = 0;
    const parts = lengths.map((length) => Uint8Array.from({ length }, () => next++ % 256));
    const cut = [...slices(parts, 4)];
    expect(Buffer.concat(cut)).toEqual(Buffer.concat(parts));
    expect(cut.slice(0, -1).every(({ length }) => length === 4)).toBe(true);
    expect(cut.every(({ length }) => length > 0 && length <= 4)).toBe(true);
  });
});
