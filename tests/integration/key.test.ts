import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addKey, changePassword, type KeyEntry, listKeys, removeKey } from '../../src/main/engine/index.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

describe('key', () => {
  let shop: Workshop;
  let repository: string;
  let count = 0;

  beforeAll(() => {
    shop = new Workshop();
  });
  beforeEach(async () => {
    count += 1;
    repository = await shop.repository(`repository-${count}`);
  });
  afterAll(() => shop.close());

  const list = (password = PASSWORD): Promise<KeyEntry[]> => shop.within(repository, 'reading', (session) => listKeys(session), password);
  const add = (password: string): Promise<string> => shop.within(repository, 'appending', (session) => addKey(session, password));
  const remove = (prefix: string): Promise<string> => shop.within(repository, 'exclusive', (session) => removeKey(session, prefix));

  test('list shows whose each key is and which one is in use', async () => {
    const second = await shop.within(repository, 'appending', (session) =>
      addKey(session, 'second', { username: 'pharmacist', hostname: 'paper' }),
    );
    const keys = await list('second');
    expect(keys).toHaveLength(2);
    expect(keys.find(({ id }) => id === second)).toMatchObject({ current: true, username: 'pharmacist', hostname: 'paper' });
    expect(keys.find(({ id }) => id !== second)).toMatchObject({ current: false, username: expect.stringMatching(/./) });
  });

  test('every key opens the same data', async () => {
    writeFileSync(shop.path('file'), 'content');
    const { snapshotId } = await shop.backup(repository, [shop.path('file')]);
    await add('second');
    const snapshots = await shop.within(repository, 'reading', async ({ repository: opened }) => await opened.list('snapshots'), 'second');
    expect(snapshots.map(({ name }) => name)).toEqual([snapshotId]);
  });

  test('remove takes a prefix, and refuses what is in use, unknown or ambiguous', async () => {
    const [current] = await list();
    const ids = [current?.id ?? '', await add('second')];
    while (new Set(ids.map((id) => id[0])).size === ids.length) ids.push(await add(`another ${ids.length}`));
    const shared = ids.at(-1)?.[0] ?? '';
    await expect(remove(shared)).rejects.toMatchObject({ code: 'id-ambiguous', data: { prefix: shared } });
    await expect(remove('')).rejects.toMatchObject({ code: 'key-not-found' });
    await expect(remove('x')).rejects.toMatchObject({ code: 'key-not-found' });
    await expect(remove(current?.id ?? '')).rejects.toMatchObject({ code: 'key-in-use' });
    expect(await remove(ids[1]?.slice(0, 16) ?? '')).toBe(ids[1]);
    await expect(list('second')).rejects.toMatchObject({ code: 'wrong-password' });
    expect(existsSync(join(repository, 'keys', ids[1] ?? ''))).toBe(false);
  });

  test('another password takes the place of the one in use, and only of that', async () => {
    const other = await add('other');
    const changed = await shop.within(repository, 'exclusive', (session) => changePassword(session, 'new'));
    await expect(list()).rejects.toMatchObject({ code: 'wrong-password' });
    expect((await list('new')).map(({ id }) => id).sort()).toEqual([changed, other].sort());
    expect(await list('other')).toHaveLength(2);
  });

  test('an empty password is refused and changes nothing', async () => {
    await expect(add('')).rejects.toMatchObject({ code: 'password-missing' });
    const change = shop.within(repository, 'exclusive', (session) => changePassword(session, ''));
    await expect(change).rejects.toMatchObject({ code: 'password-missing' });
    expect(await list()).toHaveLength(1);
  });
});
