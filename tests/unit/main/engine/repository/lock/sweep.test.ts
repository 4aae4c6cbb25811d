import { expect, test } from '@jest/globals';
import { acquireLock } from '../../../../../../src/main/engine/repository/lock/index.ts';
import { writeLock } from '../../../../../../src/main/engine/repository/lock/lock-files.ts';
import { DEAD_PID, DifficultBackend, lockWorld, OURSELVES } from '../../../../../support/lock-world.ts';

class CountingBackend extends DifficultBackend {
  removals = 0;

  override async remove(...request: Parameters<DifficultBackend['remove']>): Promise<void> {
    this.removals += 1;
    await super.remove(...request);
  }
}

test('dead locks that may not be removed do not cost a request each, and go when they may', async () => {
  const backend = new CountingBackend();
  const { time, ours } = lockWorld(backend);
  for (let i = 0; i < 50; i++) {
    time.sleep(1000);
    await writeLock({ ...ours, identity: { ...OURSELVES, pid: DEAD_PID } }, 'shared');
  }
  backend.refusing = true;
  const lock = await time.until(acquireLock({ ...ours, kind: 'exclusive' }));
  expect(backend.removals).toBeLessThan(10);
  backend.refusing = false;
  await lock.release();
  const maintenance = await time.until(acquireLock({ ...ours, kind: 'exclusive' }));
  await maintenance.release();
  expect(await Array.fromAsync(backend.list('locks'))).toEqual([]);
});
