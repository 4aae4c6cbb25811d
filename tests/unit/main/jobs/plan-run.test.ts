import { describe, expect, test } from '@jest/globals';
import { JobRows, planBackups } from '../../../../src/main/jobs/plan-run.ts';
import type { Reach } from '../../../../src/main/jobs/places-now.ts';
import { outcomeOf } from '../../../../src/main/jobs/run-outcome.ts';
import type { RepositoryRef } from '../../../../src/shared/model/destination.ts';
import type { Job, SkipReason } from '../../../../src/shared/model/run.ts';
import { aJob, aRun, aSource } from '../../../support/stored.ts';
import { AZURE, DRIVE_A, DRIVE_B, NAS, PLACES } from './job-world.ts';

const [CLOUD, DISKS, FOLDER] = PLACES as [(typeof PLACES)[0], (typeof PLACES)[0], (typeof PLACES)[0]];
const here = (ref: RepositoryRef): Reach => ({ destination: PLACES.find(({ id }) => id === ref.destination)!, ref });
const rows = (): JobRows => {
  let made = 0;
  return new JobRows(aRun('run'), () => `job-${++made}`);
};
const short = ({ kind, destination, disk, status, reason }: Job): string =>
  [kind, [destination, disk].filter(Boolean).join('/'), status, reason].filter(Boolean).join(' ');

describe('what a backup run will do', () => {
  test('the first place takes the backup, the others copies; what is away is skipped with its reason', () => {
    const reaches: Reach[] = [here(NAS), here(DRIVE_A), here(DRIVE_B), { destination: CLOUD, reason: 'credential-expired' }];
    const [plan] = planBackups([aSource('dispensing')], reaches, rows());
    expect(short(plan!.backup)).toBe('backup nas scheduled');
    expect(plan!.copies.map(({ job }) => short(job))).toEqual(['copy usb/a scheduled', 'copy usb/b scheduled']);
    expect(plan!.skipped.map(short)).toEqual(['copy azure skipped credential-expired']);
    expect(plan!.places).toEqual([NAS, DRIVE_A, DRIVE_B]);
    expect(plan!.skipped[0]!.endedAt).toBeDefined();
  });

  test('sources go in the order of their tiers', () => {
    const sources = [aSource('scans', { tier: 'standard' }), aSource('pos', { tier: 'important' }), aSource('dispensing')];
    expect(planBackups(sources, [here(NAS)], rows()).map(({ source }) => source.id)).toEqual(['dispensing', 'pos', 'scans']);
  });

  test('quiet hours hold back what takes the line, also as the place that a failed backup would go to next', () => {
    const [plan] = planBackups([aSource('dispensing')], [here(NAS), here(AZURE)], rows(), 'quiet-hours');
    expect(plan!.copies).toEqual([]);
    expect(plan!.skipped.map(short)).toEqual(['copy azure skipped quiet-hours']);
    expect(plan!.places).toEqual([NAS]);
  });

  test('quiet hours do not hold a disk of an off-site set that is plugged in', () => {
    const set: Reach = { destination: { ...DISKS, site: 'off-site' }, ref: DRIVE_A };
    const [plan] = planBackups([aSource('dispensing')], [here(NAS), set], rows(), 'quiet-hours');
    expect(plan!.copies.map(({ job }) => short(job))).toEqual(['copy usb/a scheduled']);
  });

  test('with nowhere to go the backup is skipped, and every place says why', () => {
    const away: Reach[] = [
      { destination: FOLDER, reason: 'destination-unreachable' },
      { destination: DISKS, reason: 'destination-away' },
      here(AZURE),
    ];
    const [plan] = planBackups([aSource('dispensing')], away, rows(), 'quiet-hours');
    expect([plan!.backup, ...plan!.skipped].map(short)).toEqual([
      'backup azure skipped quiet-hours',
      'copy nas skipped destination-unreachable',
      'copy usb skipped destination-away',
    ]);
    expect(plan!.places).toEqual([]);
  });

  test('without any destination it still is on record', () => {
    const [plan] = planBackups([aSource('dispensing')], [], rows());
    expect(plan!.backup).toMatchObject({ status: 'skipped', reason: 'destination-away' });
    expect(plan!.backup.destination).toBeUndefined();
  });
});

describe('how a run ended', () => {
  const of = (...statuses: Job['status'][]) => outcomeOf(statuses.map((status, at) => aJob(String(at), 'run', { status })));
  test.each<[Job['status'], Job['status'][]]>([
    ['skipped', []],
    ['skipped', ['skipped', 'skipped']],
    ['completed', ['skipped', 'completed']],
    ['completed-with-warnings', ['completed', 'completed-with-warnings', 'skipped']],
    ['failed', ['completed', 'failed', 'completed-with-warnings']],
    ['interrupted', ['failed', 'interrupted', 'completed']],
  ])('%s of %j', (outcome, statuses) => {
    expect(of(...statuses)).toBe(outcome);
  });
});

test('a row of a job that is skipped says why and has ended', () => {
  const reason: SkipReason = 'paused';
  expect(rows().row('backup', { source: 'pos', reason })).toMatchObject({
    id: 'job-1',
    run: 'run',
    status: 'skipped',
    reason,
    figures: {},
  });
});
