import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Handle } from '../../src/main/engine/backend/index.ts';
import type { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import { HostileGround } from '../support/hostile-ground.ts';
import { copyInMemory, handlesOf, havable, type Surroundings, tryEverything, tryVerb } from '../support/verbs.ts';

const A = 'a'.repeat(64);

let ground: HostileGround;
let around: Surroundings;
/** A copy of the sound repository, a new one for each test. */
let place: MemoryBackend;

beforeAll(async () => {
  ground = await HostileGround.make();
  around = ground.around;
});
afterAll(async () => await ground.close());
beforeEach(async () => {
  ({ place } = await ground.copy());
});

test("every verb succeeds on the sound repository: what follows is the attacks' doing", async () => {
  const outcomes = await tryEverything(place, around);
  expect(Object.values(outcomes).filter((outcome) => outcome !== 'done')).toEqual([]);
});

describe('files that changed on the disk', () => {
  const flipAt =
    (share: number) =>
    (bytes: Uint8Array): Uint8Array =>
      bytes.map((byte, i) => (i === Math.floor(share * (bytes.length - 1)) ? byte ^ 0x10 : byte));
  const CHANGES: Record<string, (bytes: Uint8Array, other: Uint8Array) => Uint8Array> = {
    emptied: () => new Uint8Array(),
    'cut in half': (bytes) => bytes.subarray(0, bytes.length / 2),
    'cut by one byte': (bytes) => bytes.subarray(0, -1),
    'a byte longer': (bytes) => Buffer.concat([bytes, Buffer.of(0)]),
    'flipped at the start': flipAt(0),
    'flipped at a third': flipAt(0.33),
    'flipped in the middle': flipAt(0.5),
    'flipped near the end': flipAt(0.9),
    'flipped at the end': flipAt(1),
    'replaced by a file of another kind': (_bytes, other) => other,
    zeroed: (bytes) => new Uint8Array(bytes.length),
    'without its authentication': (bytes) => Buffer.concat([bytes.subarray(0, -16), Buffer.alloc(16, 7)]),
  };

  test.each(Object.keys(CHANGES))('%s: told, nothing wrong is handed out, nothing more is lost', async (change) => {
    const before = await havable(place, around);
    const others: Partial<Record<Handle['type'], Handle['type']>> = {
      config: 'snapshots',
      keys: 'config',
      index: 'snapshots',
      snapshots: 'index',
      data: 'snapshots',
    };
    const handles = await handlesOf(place);
    for (const handle of handles) {
      const hurt = await copyInMemory(place);
      const other = handles.find(({ type }) => type === others[handle.type]) as Handle;
      const bytes = CHANGES[change]?.(await place.load(handle), await place.load(other)) as Uint8Array;
      await hurt.remove(handle);
      await hurt.save(handle, [bytes]);
      const outcomes = await tryEverything(hurt, around);
      if (handle.type !== 'keys') expect({ handle, check: outcomes.check }).not.toEqual({ handle, check: 'done' });
      const left = await havable(hurt, around);
      expect(before).toMatchObject(left);
      expect({ handle, restored: await ground.restorable(hurt) }).toEqual({ handle, restored: left });
      for (const verb of ['backup', 'prune', 'repair-index'] as const) {
        const worked = await copyInMemory(hurt);
        await tryVerb(verb, worked, around);
        // Repair index names no pack whose header is gone; but the pack itself must stay.
        if (verb === 'repair-index' && handle.type === 'data') expect(await handlesOf(worked)).toContainEqual(handle);
        else expect({ handle, verb, left: await havable(worked, around) }).toMatchObject({ handle, verb, left });
      }
    }
  });

  test('under another name they are not taken for what that name says', async () => {
    for (const handle of (await handlesOf(place)).filter(({ type }) => type !== 'config' && type !== 'keys')) {
      const hurt = await copyInMemory(place);
      await hurt.save({ ...handle, name: A }, [await place.load(handle)]);
      const outcomes = await tryEverything(hurt, around);
      if (handle.type === 'data') expect(outcomes).toMatchObject({ list: 'done', restore: 'done', 'repair-index': 'done' });
      else expect(outcomes).toMatchObject({ check: 'warned', prune: 'file-damaged' });
    }
  });
});
