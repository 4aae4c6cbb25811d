import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  acquireLock,
  fileLockMemory,
  memoryLockMemory,
  type Observation,
} from '../../../../../../src/main/engine/repository/lock/index.ts';
import { MemoryBackend } from '../../../../../../src/main/engine/backend/memory/memory-backend.ts';
import { WrappedBackend } from '../../../../../../src/main/engine/backend/wrapped-backend.ts';
import { writeLock } from '../../../../../../src/main/engine/repository/lock/lock-files.ts';
import { namesOf } from '../../../../../support/backends.ts';
import { ELSEWHERE, lockWorld } from '../../../../../support/lock-world.ts';
import { type Scratch, scratchFolder } from '../../../../../support/scratch.ts';

const ONE = '1'.repeat(64);
const TWO = '2'.repeat(64);
const SEEN: Observation[] = [
  { lockId: 'a'.repeat(64), firstSeenAt: '2026-03-01T08:00:00.000Z', firstSeenUptime: 12.5 },
  { lockId: 'b'.repeat(64), firstSeenAt: '2026-03-01T08:00:00.000Z', firstSeenUptime: 12.5, abandoned: true },
];

describe('what is remembered of locks', () => {
  let scratch: Scratch;
  let folder: string;

  beforeEach(() => {
    scratch = scratchFolder();
    folder = join(scratch.path, 'not', 'yet');
  });

  afterEach(() => scratch.remove());

  test.each(['in files', 'in this process'])('%s: by repository, replaced as a whole', async (where) => {
    const memory = where === 'in files' ? fileLockMemory(folder) : memoryLockMemory();
    expect(await memory.load(ONE)).toEqual([]);
    await memory.save(ONE, SEEN);
    expect(await memory.load(ONE)).toEqual(SEEN);
    expect(await memory.load(TWO)).toEqual([]);
    await memory.save(ONE, SEEN.slice(1));
    expect(await memory.load(ONE)).toEqual(SEEN.slice(1));
    await memory.save(ONE, []);
    expect(await memory.load(ONE)).toEqual([]);
  });

  test('is still there for the next run', async () => {
    await fileLockMemory(folder).save(ONE, SEEN);
    expect(await fileLockMemory(folder).load(ONE)).toEqual(SEEN);
    expect(readdirSync(folder)).toEqual([`locks-${ONE}.json`]);
  });

  test('leaves no file where nothing is to remember', async () => {
    const memory = fileLockMemory(folder);
    await memory.save(ONE, SEEN);
    await memory.save(ONE, []);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(['', '{', '[{"lockId":"../x"}]', '{"a":1}', '[{"lockId":1,"firstSeenAt":"never","firstSeenUptime":-1}]'])(
    'a damaged file counts as empty: %j',
    async (content) => {
      const memory = fileLockMemory(folder);
      await memory.save(ONE, SEEN);
      writeFileSync(join(folder, `locks-${ONE}.json`), content);
      expect(await memory.load(ONE)).toEqual([]);
      await memory.save(ONE, SEEN);
      expect(await memory.load(ONE)).toEqual(SEEN);
    },
  );

  test('a folder that cannot be written is no error', async () => {
    writeFileSync(join(scratch.path, 'file'), '');
    chmodSync(join(scratch.path, 'file'), 0o400);
    const memory = fileLockMemory(join(scratch.path, 'file'));
    await expect(memory.save(ONE, SEEN)).resolves.toBeUndefined();
    expect(await memory.load(ONE)).toEqual([]);
  });
});

/** One of several copies of a repository. */
class CopyAt extends WrappedBackend {
  readonly #location: string;

  constructor(location: string) {
    super(new MemoryBackend());
    this.#location = location;
  }

  override get location(): string {
    return this.#location;
  }
}

test('two copies of one repository do not wipe out what is known of each other’s locks', async () => {
  const scratch = scratchFolder();
  const places = [new CopyAt('/mnt/usb'), new CopyAt('//server/backup')] as const;
  const { time, ours } = lockWorld();
  const memory = fileLockMemory(scratch.path);
  for (const backend of places) await writeLock({ ...ours, backend, identity: ELSEWHERE }, 'exclusive');
  const take = (backend: CopyAt) => time.until(acquireLock({ ...ours, backend, memory, kind: 'shared' }));
  for (let minutes = 0; minutes < 30; minutes += 6) {
    for (const backend of places) await expect(take(backend)).rejects.toMatchObject({ code: 'repository-locked' });
    await time.advance(6 * 60_000);
  }
  for (const backend of places) await (await take(backend)).release();
  expect(await Promise.all(places.map((backend) => namesOf(backend, 'locks')))).toEqual([[], []]);
  for (const name of readdirSync(scratch.path)) expect(name).toMatch(/^locks-[0-9a-f]{64}\.json$/);
  scratch.remove();
});
