import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SnapshotFilter } from '../../src/main/engine/operations/contract.ts';
import { listSnapshots, resolveSnapshot } from '../../src/main/engine/operations/snapshots.ts';
import { flipBit, SmallRepository } from '../support/small-repository.ts';

describe('snapshots', () => {
  let repository: SmallRepository;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    repository = await SmallRepository.make();
    ids.middle = await repository.store({ a: ['1'] }, { time: '2026-01-02T23:30:00-05:00', host: 'till', tags: ['daily', 'rx'] });
    ids.oldest = await repository.store({ a: ['2'] }, { time: '2026-01-02T10:00:00Z', host: 'office', paths: ['/data', '/scans'] });
    ids.newest = await repository.store({ a: ['3'] }, { time: '2026-01-03T05:00:00Z', host: 'office', tags: ['rx'] });
    ids.damaged = await repository.store({ a: ['4'] }, { time: '2026-01-09T00:00:00Z' });
    await repository.tamper('snapshots', ids.damaged, flipBit(25));
  });
  afterAll(() => repository.close());

  const list = async (filter?: SnapshotFilter): Promise<(string | undefined)[]> => {
    const { snapshots } = await repository.within('reading', async (session) => await listSnapshots(session, filter));
    return snapshots.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
  };
  const resolve = async (name: string, filter?: SnapshotFilter): Promise<string> =>
    (await repository.within('reading', async (session) => await resolveSnapshot(session, name, filter))).id;

  test('stand oldest first by the moment they name, and unreadable ones are told beside', async () => {
    expect(await list()).toEqual(['oldest', 'middle', 'newest']);
    const { unreadable } = await repository.within('reading', async (session) => await listSnapshots(session));
    expect(unreadable).toEqual([ids.damaged]);
  });

  test('are chosen by host, tags and paths', async () => {
    expect(await list({ hosts: ['office'] })).toEqual(['oldest', 'newest']);
    expect(await list({ tags: [['rx']] })).toEqual(['middle', 'newest']);
    expect(await list({ tags: [['rx', 'daily'], ['other']] })).toEqual(['middle']);
    expect(await list({ tags: [['']] })).toEqual(['oldest']);
    expect(await list({ paths: ['/scans', '/data'] })).toEqual(['oldest']);
    expect(await list({ hosts: ['till'], paths: ['/scans'] })).toEqual([]);
  });

  test('are found by id, by prefix and as the latest', async () => {
    const { newest = '', middle = '' } = ids;
    expect(await resolve(newest)).toBe(newest);
    expect(await resolve(newest.slice(0, 16))).toBe(newest);
    expect(await resolve('latest')).toBe(newest);
    expect(await resolve('latest', { hosts: ['till'] })).toBe(middle);
  });

  test('what names none, several or a damaged one is an error', async () => {
    await expect(resolve('0123456789')).rejects.toMatchObject({ code: 'snapshot-not-found' });
    await expect(resolve('not hex')).rejects.toMatchObject({ code: 'snapshot-not-found' });
    await expect(resolve('')).rejects.toMatchObject({ code: 'snapshot-not-found' });
    await expect(resolve('latest', { hosts: ['nobody'] })).rejects.toMatchObject({ code: 'snapshot-not-found' });
    await expect(resolve(ids.damaged as string)).rejects.toMatchObject({ code: 'file-damaged' });
  });

  test('a prefix of several is ambiguous', async () => {
    const other = await SmallRepository.make();
    try {
      // 17 snapshots share 16 first digits.
      for (let i = 0; i < 17; i++) await other.store({}, { time: `2026-01-01T00:00:${String(i).padStart(2, '0')}Z` });
      const firsts = (await other.names('snapshots')).map((id) => id.charAt(0));
      const twice = firsts.find((digit, at) => firsts.indexOf(digit) !== at) as string;
      const resolved = other.within('reading', async (session) => await resolveSnapshot(session, twice));
      await expect(resolved).rejects.toMatchObject({ code: 'id-ambiguous', data: { prefix: twice, type: 'snapshot' } });
    } finally {
      await other.close();
    }
  });
});
