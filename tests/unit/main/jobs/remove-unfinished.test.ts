import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { removeUnfinished } from '../../../../src/main/jobs/index.ts';
import { aJob, aRun, aSource } from '../../../support/stored.ts';
import { JobWorld } from './job-world.ts';

let world: JobWorld;
beforeEach(() => {
  world = new JobWorld();
  world.store.sources.put(aSource('dispensing'));
  const job = (id: string, status: 'running' | 'interrupted') => aJob(id, 'run', { kind: 'restore', source: 'dispensing', status });
  world.store.history.addRun(aRun('run'), [job('broken', 'interrupted'), job('busy', 'running')]);
  for (const id of ['broken', 'busy']) {
    mkdirSync(join(world.surroundings.unfinished, id), { recursive: true });
    writeFileSync(join(world.surroundings.unfinished, id, 'dispensing.made.json'), '{}');
  }
});
afterEach(() => world.close());

const warnings = () => world.store.history.warnings('broken');

describe('what restores that broke off have left', () => {
  test('is removed, but not what a restore at work has made', async () => {
    const folders: string[] = [];
    world.script.removeUnfinished = async ({ folder }) => {
      folders.push(folder);
      return await Promise.resolve([]);
    };
    await removeUnfinished(world.surroundings);
    expect(folders).toEqual([join(world.surroundings.unfinished, 'broken')]);
    expect(warnings()).toEqual([]);
  });

  test('is named where it cannot be removed, once', async () => {
    world.script.removeUnfinished = async () =>
      await Promise.resolve([{ part: 'dispensing', name: 'rx_restored', reason: 'database-unreachable' }]);
    for (const _time of ['now', 'at the next start']) await removeUnfinished(world.surroundings);
    expect(warnings()).toEqual([expect.objectContaining({ code: 'database-left', path: 'dispensing', detail: 'rx_restored' })]);
  });

  test('keeps nobody from starting', async () => {
    world.script.removeUnfinished = async () => await Promise.reject(new Error('no engine'));
    await removeUnfinished(world.surroundings);
    expect(warnings()).toEqual([]);
  });
});
