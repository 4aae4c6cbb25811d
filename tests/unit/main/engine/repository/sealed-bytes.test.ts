import { describe, expect, test } from '@jest/globals';
import type { Backend, Handle } from '../../../../../src/main/engine/backend/index.ts';
import { Bandwidth, LimitedBackend } from '../../../../../src/main/engine/backend/limiter/index.ts';
import { LocalBackend } from '../../../../../src/main/engine/backend/local/local-backend.ts';
import { onSealedBytes } from '../../../../../src/main/engine/repository/sealed-bytes.ts';
import { type SealedBytes, Unread } from '../../../../../src/main/engine/workers/index.ts';
import { systemClock } from '../../../../../src/main/clock.ts';
import { withScratch } from '../../../../support/scratch.ts';

const handle: Handle = { type: 'data', name: 'ab'.repeat(32) };
const range = { offset: 1, length: 3 };

async function withPack(limits: { download?: number }, use: (place: Backend) => Promise<void>): Promise<void> {
  await withScratch(async (folder) => {
    const place = new LimitedBackend(new LocalBackend(`${folder}/place`), new Bandwidth(systemClock, limits));
    await place.create();
    await place.save(handle, [Buffer.from('sealed')]);
    await use(place);
  });
}

/** What work was asked to do, in words. */
function noting(asked: string[], isUnread: (bytes: SealedBytes) => boolean = () => false) {
  return async (bytes: SealedBytes): Promise<string> => {
    asked.push(bytes instanceof Uint8Array ? `sent ${Buffer.from(bytes).toString()}` : `read ${bytes.offset}+${bytes.length ?? ''}`);
    if (isUnread(bytes)) throw new Unread();
    return 'done';
  };
}

describe('sealed bytes', () => {
  test('are read by the thread where the place is a folder', () =>
    withPack({}, async (place) => {
      const asked: string[] = [];
      expect(await onSealedBytes(place, { handle, range, signal: undefined }, noting(asked))).toBe('done');
      await onSealedBytes(place, { handle, signal: undefined }, noting(asked));
      expect(asked).toEqual(['read 1+3', 'read 0+']);
    }));

  test('are loaded where a limit has to count them', () =>
    withPack({ download: 1e9 }, async (place) => {
      const asked: string[] = [];
      await onSealedBytes(place, { handle, range, signal: undefined }, noting(asked));
      expect(asked).toEqual(['sent eal']);
    }));

  test('are loaded where the thread could not read them, and loading says why', () =>
    withPack({}, async (place) => {
      const asked: string[] = [];
      const work = noting(asked, (bytes) => !(bytes instanceof Uint8Array));
      expect(await onSealedBytes(place, { handle, range, signal: undefined }, work)).toBe('done');
      expect(asked).toEqual(['read 1+3', 'sent eal']);
      await place.remove(handle);
      await expect(onSealedBytes(place, { handle, range, signal: undefined }, work)).rejects.toMatchObject({ code: 'file-not-found' });
    }));

  test('are not asked for once the work is to stop, and what fails in it fails', () =>
    withPack({}, async (place) => {
      const asked: string[] = [];
      await expect(onSealedBytes(place, { handle, signal: AbortSignal.abort() }, noting(asked))).rejects.toMatchObject({ code: 'aborted' });
      expect(asked).toEqual([]);
      const failing = async (): Promise<never> => await Promise.reject(new Error('a defect'));
      await expect(onSealedBytes(place, { handle, signal: undefined }, failing)).rejects.toThrow('a defect');
    }));
});
