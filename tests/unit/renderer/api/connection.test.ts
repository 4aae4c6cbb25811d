import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Connection, ConnectionLost } from '../../../../src/renderer/api/connection.ts';
import type { Line, LineEnd } from '../../../../src/renderer/api/line.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** An owner process as a page sees it: it answers everything until it is silent. */
class Owner {
  isSilent = false;
  asked = 0;
  opened = 0;
  closed = 0;

  readonly openLine = async (): Promise<Line | LineEnd> => {
    if (this.isSilent) return await Promise.resolve('owner-gone');
    this.opened += 1;
    const call = async (): Promise<unknown> => {
      this.asked += 1;
      return await (this.isSilent ? new Promise(() => undefined) : Promise.resolve(undefined));
    };
    return {
      link: { call },
      ended: new Promise(() => undefined),
      close: () => {
        this.closed += 1;
      },
    };
  };
}

const HALF_A_MINUTE = 30_000;

test('an owner that answers stays connected, and is asked a few times a minute at most', async () => {
  const owner = new Owner();
  const connection = new Connection(owner.openLine);
  void connection.keepOpen();
  await jest.advanceTimersByTimeAsync(10 * HALF_A_MINUTE);
  expect([connection.state(), owner.opened, owner.closed]).toEqual(['open', 1, 0]);
  expect(owner.asked).toBeGreaterThan(10);
  expect(owner.asked).toBeLessThan(60);
});

test('one that hangs is told as gone, questions that wait for it fail, and it is found again', async () => {
  const owner = new Owner();
  const connection = new Connection(owner.openLine);
  void connection.keepOpen();
  await jest.advanceTimersByTimeAsync(0);
  owner.isSilent = true;
  const asked = connection.client.status.get().then(
    () => 'an answer',
    (error: unknown) => error,
  );
  await jest.advanceTimersByTimeAsync(HALF_A_MINUTE);
  expect(await asked).toBeInstanceOf(ConnectionLost);
  expect([connection.state(), owner.closed]).toEqual(['owner-gone', 1]);
  owner.isSilent = false;
  await jest.advanceTimersByTimeAsync(HALF_A_MINUTE);
  expect([connection.state(), owner.opened]).toEqual(['open', 2]);
});
