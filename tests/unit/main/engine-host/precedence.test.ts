import { readdirSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import type { EngineHost } from '../../../../src/main/engine-host/index.ts';
import { forkHost } from '../../../../src/main/engine-host/index.ts';
import { givingWay } from '../../../../src/main/engine-host/precedence.ts';
import { thisIdentity } from '../../../../src/main/identity.ts';

const { PRIORITY_BELOW_NORMAL: BEHIND, PRIORITY_NORMAL: LEVEL } = constants.priority;

/** A host that brings back when the test says so. */
function waitingHost(): { host: EngineHost; ends: PromiseWithResolvers<void>[] } {
  const ends: PromiseWithResolvers<void>[] = [];
  const wait = async (): Promise<void> => {
    const end = Promise.withResolvers<void>();
    ends.push(end);
    await end.promise;
  };
  return { host: { restore: wait, undoRestore: wait, backup: wait } as unknown as EngineHost, ends };
}

describe('the engine process', () => {
  it('stands behind the work at the counter, with every thread', async () => {
    const child = await forkHost({ identity: thisIdentity({}), program: 'lifeboat test', threads: 1 });
    try {
      const pid = child.pid as number;
      const threads = process.platform === 'linux' ? readdirSync(`/proc/${pid}/task`).map(Number) : [pid];
      expect(new Set(threads.map((thread) => getPriority(thread)))).toEqual(new Set([BEHIND]));
    } finally {
      child.end(false);
      await child.ended;
    }
  });

  it('comes forward while something is brought back, until the last has ended, whatever its end', async () => {
    const given: number[] = [];
    const { host, ends } = waitingHost();
    const behind = givingWay(host, (priority) => given.push(priority));
    const backup = behind.backup({} as never, {});
    expect(given).toEqual([BEHIND]);
    const [restored, undone] = [behind.restore({} as never, {}), behind.undoRestore({} as never, {})];
    expect(given).toEqual([BEHIND, LEVEL]);
    ends[1]?.reject(new Error('no space'));
    await expect(restored).rejects.toThrow('no space');
    expect(given).toEqual([BEHIND, LEVEL]);
    ends[2]?.resolve();
    await undone;
    expect(given).toEqual([BEHIND, LEVEL, BEHIND]);
    ends[0]?.resolve();
    await backup;
  });
});
