import { expect, test } from '@jest/globals';
import { readAhead } from '../../../../../src/main/engine/concurrency/index.ts';

test('hands out in order, with a fixed number of works ahead', async () => {
  const begun: number[] = [];
  const work = async (item: number): Promise<number> => {
    begun.push(item);
    await new Promise((resolve) => setTimeout(resolve, item === 0 ? 10 : 0));
    return item * 2;
  };
  const seen: [number, number][] = [];
  for await (const pair of readAhead([0, 1, 2, 3, 4], 2, work)) {
    seen.push(pair);
    expect(begun.length).toBeLessThanOrEqual(seen.length + 1);
  }
  expect(seen).toEqual([0, 1, 2, 3, 4].map((item) => [item, item * 2]));
});

test('a failure comes when its turn has come, and the rest has ended then', async () => {
  let ended = 0;
  let stopped = false;
  const work = async (item: number): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    ended += 1;
    if (item === 1) throw new Error('one');
    return item;
  };
  const items: number[] = [];
  const read = async (): Promise<void> => {
    for await (const [item] of readAhead([0, 1, 2, 3, 4, 5], 3, work, () => (stopped = true))) items.push(item);
  };
  await expect(read()).rejects.toThrow('one');
  expect([items, ended, stopped]).toEqual([[0], 4, true]);
});

test('who leaves early stops what is under way and waits for it', async () => {
  let running = 0;
  let isStopped = false;
  const work = async (item: number): Promise<void> => {
    running += 1;
    while (item > 0 && !isStopped) await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
  };
  for await (const _pair of readAhead([0, 1, 2, 3, 4, 5], 3, work, () => (isStopped = true))) {
    expect(running).toBe(2);
    break;
  }
  expect([running, isStopped]).toEqual([0, true]);
});
