import { describe, expect, test } from '@jest/globals';
import { Names } from '../../../../../src/main/cli/app/names.ts';
import { type EndedRun, exitCodeOfRuns } from '../../../../../src/main/cli/app/present-run.ts';
import { snakeKeys } from '../../../../../src/main/cli/app/snake-keys.ts';
import type { JobStatus } from '../../../../../src/shared/model/run.ts';
import { destinationSchema } from '../../../../../src/shared/model/destination.ts';
import { aSource } from '../../../../support/stored.ts';

const run = (status: JobStatus): EndedRun => ({
  run: { id: 'r', trigger: 'manual', dueAt: '2026-11-24T12:00:00Z', status },
  jobs: [],
  warnings: [],
});

describe('exit codes of runs', () => {
  test.each<[JobStatus, JobStatus[], number]>([
    ['completed', [], 0],
    ['completed-with-warnings', [], 3],
    ['failed', [], 1],
    ['skipped', [], 1],
    ['interrupted', [], 130],
    ['completed', ['completed', 'skipped'], 0],
    ['completed', ['failed'], 1],
    ['completed-with-warnings', ['completed'], 3],
    ['failed', ['interrupted'], 130],
  ])('%s, followed by %j, gives %i', (status, followed, code) => {
    expect(exitCodeOfRuns(run(status), followed.map(run))).toBe(code);
  });
});

describe('names', () => {
  const place = destinationSchema.parse({
    kind: 'folder',
    id: 'disk',
    name: 'Disk',
    site: 'on-site',
    isolation: 'online',
    path: '/copies',
  });
  const names = new Names([{ ...aSource('rx'), name: 'Dispensing Database' }], [place]);

  test('a source is found by its id or its name', () => {
    expect(names.idsOf(['rx', ' dispensing database '], '--source')).toEqual(['rx', 'rx']);
    expect(names.idsOf(undefined, '--source')).toBeUndefined();
  });

  test('an unknown one is refused with those there are', () => {
    expect(() => names.idsOf(['rxx'], '--source')).toThrow(
      expect.objectContaining({ code: 'value-invalid', data: { name: '--source', value: 'rxx', expected: 'rx' } }),
    );
  });

  test('where nothing is set up, that is what is said', () => {
    expect(() => new Names([], [place]).idsOf(undefined, '--source')).toThrow(expect.objectContaining({ code: 'not-set-up' }));
  });
});

test('JSON fields are named as in the rest of the command line', () => {
  expect(snakeKeys({ endedAt: 'x', jobs: [{ bytesStored: 1, reason: undefined }], none: null })).toEqual({
    ended_at: 'x',
    jobs: [{ bytes_stored: 1, reason: undefined }],
    none: null,
  });
});
