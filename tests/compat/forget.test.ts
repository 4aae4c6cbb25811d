import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Id } from '../../src/main/engine/format/id.ts';
import type { RetentionPolicy, SnapshotEntry } from '../../src/main/engine/operations/contract.ts';
import { applyPolicy } from '../../src/main/engine/retention/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { resticOk, type ResticOptions } from '../support/restic.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();
const source = join(scratch.path, 'source');
// A fixed offset: restic counts days as the recorded local time shows them.
const options: ResticOptions = { repo: join(scratch.path, 'repository'), password: 'test', env: { TZ: 'Etc/GMT-3' } };

/** Hours between snapshots, newest to oldest: some in one hour, some days empty, weeks and years crossed. */
const GAPS = [
  0.2,
  0.5,
  1,
  3,
  7,
  12,
  20,
  26,
  24,
  24,
  49,
  24,
  30,
  24 * 6,
  24 * 7,
  24 * 7,
  24 * 9,
  24 * 20,
  24 * 31,
  24 * 28,
  24 * 60,
  24 * 90,
  24 * 200,
  24 * 370,
];
const NEWEST = Date.UTC(2024, 2, 31, 20, 40, 0);

/** Our words for a policy beside restic's arguments for it. */
const POLICIES: readonly (readonly [string[], RetentionPolicy])[] = [
  [['--keep-last', '5'], { last: 5 }],
  [['--keep-hourly', '4'], { hourly: 4 }],
  [['--keep-daily', '6'], { daily: 6 }],
  [['--keep-weekly', '5'], { weekly: 5 }],
  [['--keep-monthly', '8'], { monthly: 8 }],
  [['--keep-yearly', '10'], { yearly: 10 }],
  [
    ['--keep-hourly', '3', '--keep-daily', '4', '--keep-weekly', '3', '--keep-monthly', '4', '--keep-yearly', '2'],
    { hourly: 3, daily: 4, weekly: 3, monthly: 4, yearly: 2 },
  ],
  [['--keep-within', '1m'], { within: '1m' }],
  [['--keep-within', '1y2m3d4h'], { within: '1y2m3d4h' }],
  [['--keep-within-daily', '15d', '--keep-last', '2'], { withinDaily: '15d', last: 2 }],
  [
    ['--keep-within-hourly', '2d', '--keep-within-weekly', '3m', '--keep-within-monthly', '1y', '--keep-within-yearly', '9y'],
    { withinHourly: '2d', withinWeekly: '3m', withinMonthly: '1y', withinYearly: '9y' },
  ],
  [['--keep-tag', 'a,b'], { tags: [['a', 'b']] }],
  [['--keep-tag', 'a,b', '--keep-tag', 'c', '--keep-last', '1'], { tags: [['a', 'b'], ['c']], last: 1 }],
];

describeWith('restic', 'forget beside restic', () => {
  let snapshots: SnapshotEntry[] = [];

  beforeAll(async () => {
    mkdirSync(source);
    writeFileSync(join(source, 'file'), 'content');
    await resticOk(['init'], options);
    const times = GAPS.reduce<number[]>((list, hours) => [...list, (list.at(-1) as number) - hours * 3_600_000], [NEWEST]);
    const backups = times.map((time, at) => () => resticOk(['backup', source, '--time', localTime(time), ...tagsOf(at)], options));
    const worker = async (): Promise<void> => {
      for (let next = backups.shift(); next; next = backups.shift()) await next();
    };
    await Promise.all([worker(), worker()]);
    const listed = JSON.parse(await resticOk(['snapshots', '--json'], options)) as (SnapshotEntry['snapshot'] & { id: Id })[];
    snapshots = listed.map((snapshot) => ({ id: snapshot.id, snapshot }));
  });
  afterAll(() => scratch.remove());

  test.each(POLICIES)('%p keeps the same', async (args, policy) => {
    const [group] = JSON.parse(await resticOk(['forget', '--dry-run', '--json', ...args], options)) as [{ keep: { id: Id }[] | null }];
    const { keep } = applyPolicy(snapshots, policy, [], new Date(NEWEST + 86_400_000));
    // Keeping the oldest while a count is left came with restic 0.16; the tested one may be older or newer.
    const oldest = keep.filter(({ reasons }) => reasons.every((reason) => reason.startsWith('oldest')));
    const theirs = new Set([...(group.keep ?? []), ...oldest].map(({ id }) => id));
    expect(keep.map(({ id }) => id).sort()).toEqual([...theirs].sort());
    expect(snapshots).toHaveLength(GAPS.length + 1);
  });
});

/** Every third has tags, in turn `a`, `a,b`, `b,a,c`, `c`. */
function tagsOf(at: number): string[] {
  const tags = ['a', 'a,b', 'b,a,c', 'c'][(at / 3) % 4];
  return tags === undefined ? [] : ['--tag', tags];
}

/** The time as restic's `--time` reads it, three hours east of Greenwich. */
function localTime(time: number): string {
  return new Date(time + 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
