import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ForgetRequest, ForgetResult } from '../../src/main/engine/operations/contract.ts';
import { forget } from '../../src/main/engine/operations/forget.ts';
import { flipBit, SmallRepository } from '../support/small-repository.ts';

describe('forget', () => {
  let repository: SmallRepository;
  let days: string[];

  beforeEach(async () => {
    repository = await SmallRepository.make();
    days = [];
    for (const day of ['10', '11', '12']) days.push(await repository.store({ a: [day] }, { time: `2026-01-${day}T08:00:00Z` }));
  });
  afterEach(() => repository.close());

  const run = async (request: ForgetRequest): Promise<ForgetResult> =>
    await repository.within('exclusive', async (session) => await forget(session, request));

  test('removes what the policy does not keep, and nothing but snapshot files', async () => {
    const data = await repository.names('data');
    const result = await run({ policy: { last: 1 } });
    expect(result.forgotten).toEqual([days[1], days[0]]);
    expect(result.groups).toMatchObject([{ host: 'till', paths: ['/data'], tags: undefined, keep: [{ id: days[2], reasons: ['last'] }] }]);
    expect(await repository.names('snapshots')).toEqual([days[2]]);
    expect(await repository.names('data')).toEqual(data);
    expect(await repository.check()).toMatchObject({ sound: true, findings: [] });
  });

  test('a dry run decides the same and removes nothing', async () => {
    const dry = await run({ policy: { last: 1 }, dryRun: true });
    expect(dry.forgotten).toEqual([]);
    expect(await repository.names('snapshots')).toHaveLength(3);
    expect((await run({ policy: { last: 1 } })).groups).toEqual(dry.groups);
  });

  test('judges hosts and paths on their own unless told otherwise', async () => {
    const other = await repository.store({ a: ['other'] }, { time: '2025-06-01T00:00:00Z', host: 'office' });
    expect((await run({ policy: { last: 1 }, dryRun: true })).groups.map((group) => [group.host, group.keep.length])).toEqual([
      ['office', 1],
      ['till', 1],
    ]);
    const together = await run({ policy: { last: 1 }, groupBy: [], dryRun: true });
    expect(together.groups).toHaveLength(1);
    expect(together.groups[0]?.forget.map(({ id }) => id)).toContain(other);
  });

  test('looks only at what the filter chooses', async () => {
    const other = await repository.store({ a: ['other'] }, { time: '2025-06-01T00:00:00Z', host: 'office' });
    await run({ policy: { last: 1 }, groupBy: [], filter: { hosts: ['till'] } });
    expect(new Set(await repository.names('snapshots'))).toEqual(new Set([days[2], other]));
  });

  test('pins hold against policy and name, with their reason', async () => {
    const pins = [{ snapshot: days[0] as string, reason: 'newest proven' }];
    const byPolicy = await run({ policy: { last: 1 }, pins, dryRun: true });
    expect(byPolicy.groups[0]?.keep).toMatchObject([{ id: days[2] }, { id: days[0], reasons: ['pinned: newest proven'] }]);
    const named = await run({ snapshots: [days[0] as string, (days[1] as string).slice(0, 20)], pins });
    expect(named.groups).toMatchObject([{ keep: [{ id: days[0], reasons: ['pinned: newest proven'] }], forget: [{ id: days[1] }] }]);
    expect(named.forgotten).toEqual([days[1]]);
    expect(new Set(await repository.names('snapshots'))).toEqual(new Set([days[0], days[2]]));
  });

  test('a wrong name among several removes none of them', async () => {
    await expect(run({ snapshots: [days[0] as string, '0123456789'] })).rejects.toMatchObject({ code: 'snapshot-not-found' });
    expect(await repository.names('snapshots')).toHaveLength(3);
  });

  test('refuses a policy without rules, and one that would leave nothing', async () => {
    for (const policy of [undefined, {}, { last: 0 }, { within: '0d' }, { tags: [['nobody has this']] }]) {
      await expect(run(policy === undefined ? {} : { policy })).rejects.toMatchObject({ code: 'policy-empty' });
    }
    await expect(run({ policy: { within: '3 weeks' } })).rejects.toMatchObject({ code: 'value-invalid' });
    expect(await repository.names('snapshots')).toHaveLength(3);
  });

  test('a policy without rules is refused where there are no snapshots, too', async () => {
    for (const id of days) await repository.remove('snapshots', id);
    await expect(run({ policy: {} })).rejects.toMatchObject({ code: 'policy-empty' });
    expect(await run({ policy: { last: 1 } })).toEqual({ groups: [], forgotten: [], locked: [], unreadable: [] });
  });

  test('leaves unreadable snapshots where they are and tells them', async () => {
    await repository.tamper('snapshots', days[0] as string, flipBit(30));
    const result = await run({ policy: { last: 1 } });
    expect(result).toMatchObject({ forgotten: [days[1]], unreadable: [days[0]] });
    expect(new Set(await repository.names('snapshots'))).toEqual(new Set([days[0], days[2]]));
  });

  test('does not take another for the latest while a snapshot file cannot be read', async () => {
    await repository.tamper('snapshots', days[2] as string, flipBit(30));
    await expect(run({ snapshots: ['latest'] })).rejects.toMatchObject({ code: 'latest-uncertain', data: { files: 1 } });
    await expect(run({ snapshots: [days[0] as string, 'latest'] })).rejects.toMatchObject({ code: 'latest-uncertain' });
    expect(await repository.names('snapshots')).toHaveLength(3);
    expect(await run({ snapshots: [days[1] as string] })).toMatchObject({ forgotten: [days[1]] });
  });
});
