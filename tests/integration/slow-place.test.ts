import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import { backup } from '../../src/main/engine/index.ts';
import { InterceptedBackend } from '../support/intercepted-backend.ts';
import { SmallRepository } from '../support/small-repository.ts';

const PIECE = 1024 * 1024;

test('a place that takes nothing stops the reading: what waits is bounded, and goes on when the place does', async () => {
  const inner = new MemoryBackend();
  const opened = Promise.withResolvers<void>();
  const slow = new InterceptedBackend(inner, async (request, proceed) => {
    if (request.operation === 'save' && request.handle.type === 'data') await opened.promise;
    return await proceed();
  });
  const site = await SmallRepository.make(inner);
  let pulled = 0;
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < 300; i++) {
      pulled += PIECE;
      yield randomBytes(PIECE);
    }
  }
  const running = site.within(
    'appending',
    async (session) => await backup(session, { source: { kind: 'stream', name: 'dump', open: source } }),
    slow,
  );
  let before = -1;
  while (pulled !== before) {
    before = pulled;
    await pause(1000);
  }
  expect(pulled).toBeLessThan(150 * PIECE);
  opened.resolve();
  expect(await running).toMatchObject({ outcome: 'completed', counts: { bytesProcessed: 300 * PIECE } });
  expect(await site.check()).toMatchObject({ sound: true });
  await site.close();
});
