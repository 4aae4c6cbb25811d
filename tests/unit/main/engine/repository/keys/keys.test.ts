import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryBackend } from '../../../../../../src/main/engine/backend/memory/memory-backend.ts';
import { type MasterKeys, newMasterKeys, sha256 } from '../../../../../../src/main/engine/crypto/index.ts';
import { decodeKeyFile, encodeKeyFile } from '../../../../../../src/main/engine/format/key-file.ts';
import {
  addKey,
  createKeyFile,
  KEY_COST,
  type KeyRing,
  listKeys,
  openWithPassword,
  removeKey,
  replaceKey,
} from '../../../../../../src/main/engine/repository/keys/index.ts';
import { CHEAP_KEY_COST } from '../../../../../support/cheap-key-cost.ts';
import { ManualTime } from '../../../../../support/manual-time.ts';

const making = { identity: { hostname: 'back-office', username: 'ana' }, clock: new ManualTime(), cost: CHEAP_KEY_COST };

describe('keys of a repository', () => {
  let backend: MemoryBackend;
  let masterKeys: MasterKeys;
  let ring: KeyRing;

  beforeEach(async () => {
    backend = new MemoryBackend();
    masterKeys = newMasterKeys();
    const { id, bytes } = await createKeyFile('first', masterKeys, making);
    await backend.save({ type: 'keys', name: id }, [bytes]);
    ring = { backend, masterKeys, keyId: id };
  });

  async function damage(id: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
    const handle = { type: 'keys', name: id } as const;
    const bytes = await backend.load(handle);
    await backend.remove(handle);
    await backend.save(handle, [change(bytes)]);
  }

  test('a key file is plain JSON named by its hash, and tells who made it and when', async () => {
    const bytes = await backend.load({ type: 'keys', name: ring.keyId });
    expect(sha256(bytes)).toBe(ring.keyId);
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({
      created: '2026-03-01T08:00:00Z',
      hostname: 'back-office',
      username: 'ana',
      kdf: 'scrypt',
      ...CHEAP_KEY_COST,
    });
    expect(Buffer.from(decodeKeyFile(bytes).salt, 'base64')).toHaveLength(64);
  });

  test('without another wish a guess costs at least what restic makes it cost', async () => {
    const { cost: _, ...dear } = making;
    const { N, r, p } = decodeKeyFile((await createKeyFile('x', masterKeys, dear)).bytes);
    expect({ N, r, p }).toEqual(KEY_COST);
    expect(128 * N * r).toBeGreaterThanOrEqual(128 * 2 ** 15 * 8);
  });

  test('the right password opens, whichever key it belongs to', async () => {
    const second = await addKey(ring, 'zweites Paßwort ☂', making);
    expect(await openWithPassword(backend, 'first')).toEqual({
      keyId: ring.keyId,
      masterKeys: expect.objectContaining(buffers(masterKeys)),
    });
    expect(await openWithPassword(backend, 'zweites Paßwort ☂')).toMatchObject({ keyId: second });
  });

  test('a wrong password opens nothing', async () => {
    await expect(openWithPassword(backend, 'First')).rejects.toMatchObject({ code: 'wrong-password', data: { location: 'memory' } });
  });

  test('an empty password is refused, to open and to add', async () => {
    for (const attempt of [openWithPassword(backend, ''), addKey(ring, '', making), replaceKey(ring, '', making)]) {
      await expect(attempt).rejects.toMatchObject({ code: 'password-missing' });
    }
    expect(await listKeys(backend)).toHaveLength(1);
  });

  test('a hinted key is tried first, and no more keys than the limit', async () => {
    const ids = [ring.keyId];
    for (const password of ['a', 'b', 'c']) ids.push(await addKey(ring, password, making));
    const { keyId } = await openWithPassword(backend, 'c', { keyHint: ids[3] as string, limit: 1 });
    expect(keyId).toBe(ids[3]);
    await expect(openWithPassword(backend, 'c', { keyHint: ids[0] as string, limit: 1 })).rejects.toMatchObject({ code: 'wrong-password' });
  });

  test('a hint that leads nowhere does no harm', async () => {
    expect(await openWithPassword(backend, 'first', { keyHint: 'f'.repeat(64) })).toMatchObject({ keyId: ring.keyId });
  });

  test('an aborted signal stops the search', async () => {
    await expect(openWithPassword(backend, 'first', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
  });

  const DAMAGES: [string, (bytes: Uint8Array) => Uint8Array][] = [
    ['cut short', (bytes) => bytes.subarray(0, 40)],
    ['emptied', () => new Uint8Array()],
    ['of another shape', () => Buffer.from('[1,2]')],
    ['with a cost that scrypt does not take', (bytes) => Buffer.from(encodeKeyFile({ ...decodeKeyFile(bytes), N: 1000 }))],
    ['with a cost that asks for all memory', (bytes) => Buffer.from(JSON.stringify({ ...decodeKeyFile(bytes), N: 2 ** 22, r: 64 }))],
  ];

  test.each(DAMAGES)('a key file %s: the others still open; alone it is damage and no wrong password', async (_, change) => {
    await damage(ring.keyId, change);
    await expect(openWithPassword(backend, 'first')).rejects.toMatchObject({
      code: 'file-damaged',
      data: { type: 'keys', name: ring.keyId },
    });
    const whole = await addKey(ring, 'second', making);
    expect(await openWithPassword(backend, 'second')).toMatchObject({ keyId: whole });
    await expect(openWithPassword(backend, 'first')).rejects.toMatchObject({ code: 'wrong-password' });
    expect((await listKeys(backend)).find(({ id }) => id === ring.keyId)).toEqual({ id: ring.keyId, file: undefined });
  });

  test('no key at all is a missing file and no wrong password', async () => {
    await backend.remove({ type: 'keys', name: ring.keyId });
    await expect(openWithPassword(backend, 'first')).rejects.toMatchObject({ code: 'file-not-found', data: { type: 'keys' } });
  });

  test('a removed key opens no more', async () => {
    const second = await addKey(ring, 'second', making);
    await removeKey(ring, second);
    expect((await listKeys(backend)).map(({ id }) => id)).toEqual([ring.keyId]);
    await expect(openWithPassword(backend, 'second')).rejects.toMatchObject({ code: 'wrong-password' });
  });

  test('the key in use stays, and the last that is whole', async () => {
    const second = await addKey(ring, 'second', making);
    await expect(removeKey(ring, ring.keyId)).rejects.toMatchObject({ code: 'key-in-use', data: { key: ring.keyId } });
    await damage(ring.keyId, () => Buffer.from('{}'));
    await expect(removeKey({ ...ring, keyId: 'e'.repeat(64) }, second)).rejects.toMatchObject({ code: 'key-in-use' });
    await expect(removeKey(ring, 'd'.repeat(64))).rejects.toMatchObject({ code: 'key-not-found' });
    expect(await listKeys(backend)).toHaveLength(2);
  });

  test('another password replaces the one in use', async () => {
    const id = await replaceKey(ring, 'new', making);
    expect((await listKeys(backend)).map((key) => key.id)).toEqual([id]);
    await expect(openWithPassword(backend, 'first')).rejects.toMatchObject({ code: 'wrong-password' });
    expect(await openWithPassword(backend, 'new')).toMatchObject({ keyId: id });
  });

  test('a new key that does not read back as written leaves the old one alone', async () => {
    class Corrupting extends MemoryBackend {
      override async save(...[handle, parts]: Parameters<MemoryBackend['save']>): Promise<void> {
        const file = decodeKeyFile(Buffer.concat(parts));
        await super.save(handle, [encodeKeyFile({ ...file, salt: Buffer.alloc(64).toString('base64') })]);
      }
    }
    const corrupting = new Corrupting();
    await corrupting.save({ type: 'keys', name: ring.keyId }, [await backend.load({ type: 'keys', name: ring.keyId })]);
    await expect(replaceKey({ ...ring, backend: corrupting }, 'new', making)).rejects.toMatchObject({ code: 'file-damaged' });
    expect((await listKeys(corrupting)).map((key) => key.id)).toEqual([ring.keyId]);
  });
});

function buffers({ encrypt, macK, macR }: MasterKeys): Record<keyof MasterKeys, Buffer> {
  return { encrypt: Buffer.from(encrypt), macK: Buffer.from(macK), macR: Buffer.from(macR) };
}
