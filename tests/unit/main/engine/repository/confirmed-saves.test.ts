import { expect, test } from '@jest/globals';
import type { Backend } from '../../../../../src/main/engine/backend/index.ts';
import { MemoryBackend } from '../../../../../src/main/engine/backend/memory/memory-backend.ts';
import { ConfirmedSaves } from '../../../../../src/main/engine/repository/index.ts';
import { fileOf } from '../../../../support/backends.ts';
import { kindOf, type RequestKind } from '../../../../support/bad-backend.ts';
import { InterceptedBackend } from '../../../../support/intercepted-backend.ts';

/** A place that notes what it is asked. */
function place(inner: Backend = new MemoryBackend()): { backend: Backend; asked: RequestKind[] } {
  const asked: RequestKind[] = [];
  const backend = new InterceptedBackend(inner, async (request, proceed) => {
    asked.push(kindOf(request));
    return await proceed();
  });
  return { backend, asked };
}

const one = fileOf('one');
const two = fileOf('two');
const index = fileOf('index', 'index');

test('an index file waits until every pack is seen; each file is asked for once', async () => {
  const { backend, asked } = place();
  const saves = new ConfirmedSaves(backend);
  await saves.save(one.handle, [one.bytes]);
  await saves.save(two.handle, [two.bytes]);
  await saves.save(index.handle, [index.bytes]);
  await saves.confirm();
  await saves.confirm();
  expect(asked).toEqual(['save data', 'save data', 'stat data', 'stat data', 'save index', 'stat index']);
});

test.each(['gone', 'of another length'])('a file that is %s stops the session for good, and no index names it', async (what) => {
  const inner = new MemoryBackend();
  const { backend, asked } = place(inner);
  const saves = new ConfirmedSaves(backend);
  await saves.save(one.handle, [one.bytes]);
  await inner.remove(one.handle);
  if (what !== 'gone') await inner.save(one.handle, [one.bytes.subarray(1)]);
  const lost = { code: 'save-lost', data: { location: 'memory', ...one.handle } };
  await expect(saves.save(index.handle, [index.bytes])).rejects.toMatchObject(lost);
  await expect(saves.save(two.handle, [two.bytes])).rejects.toMatchObject(lost);
  await expect(saves.confirm()).rejects.toMatchObject(lost);
  expect(asked).toEqual(['save data', 'stat data']);
});
