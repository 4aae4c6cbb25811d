import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sourceSchema } from '../../src/shared/model/source.ts';
import { childrenOf, isRunning, Owned } from '../support/owned.ts';
import { ended, setUp } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

/** Enough that a restore is seen in its middle. */
const FILES = 1500;
const MARK = '.tif';

describe('a restore in place that dies in its middle', () => {
  let scratch: Scratch;
  let owner: Owned;
  let snapshot: string;
  const at = (...names: string[]): string => join(scratch.path, ...names);
  const names = Array.from({ length: FILES }, (_, number) => `rx-${number}${MARK}`);
  const write = (word: string): void => names.forEach((name) => writeFileSync(at('scans', name), `${word} ${name} `.repeat(200)));
  const words = (of: readonly string[] = names): string[] => [
    ...new Set(of.map((name) => readFileSync(at('scans', name), 'utf8').split(' ')[0] ?? '')),
  ];

  beforeAll(async () => {
    scratch = scratchFolder();
    for (const folder of ['scans', 'on-site']) mkdirSync(at(folder));
    write('old');
    owner = await Owned.start(at('profile'));
    const { client } = owner;
    await setUp(client);
    const source = sourceSchema.parse({ kind: 'folder', id: 'scans', name: 'Scans', tier: 'important', paths: [at('scans')] });
    await client.sources.put({ source, credentials: {} });
    const place = { kind: 'folder', id: 'on-site', name: 'NAS', site: 'on-site', isolation: 'online', path: at('on-site') } as const;
    await client.destinations.add({ destination: place });
    const { jobs } = await ended(client, (await client.runs.start({})).run);
    snapshot = jobs.find(({ kind }) => kind === 'backup')?.snapshot ?? '';
    await owner.settled();
  });
  afterAll(async () => {
    await owner?.kill();
    scratch?.remove();
  });

  /** Begins the restore and resolves when it has replaced some files, with the id of its job. */
  async function inItsMiddle(): Promise<{ run: string; job: string }> {
    const { client } = owner;
    const item = { source: 'scans', destination: 'on-site', snapshot, to: { way: 'in-place' } as const, include: [] };
    const { run } = await client.restore.start({ items: [item] });
    const some = names.filter((_, number) => number % 50 === 0);
    while (!words(some).includes('old')) await pause(2);
    return { run, job: (await client.runs.get({ id: run })).jobs[0]?.id ?? '' };
  }

  async function gone(pids: readonly number[]): Promise<void> {
    while (pids.some(isRunning)) await pause(20);
  }

  const deaths = {
    'the engine process': async (run: string) => {
      for (const pid of childrenOf(owner.pid)) process.kill(pid, 'SIGKILL');
      return await ended(owner.client, run);
    },
    'the owner process': async (run: string) => {
      await gone(await owner.kill());
      owner = await Owned.start(at('profile'));
      return await ended(owner.client, run);
    },
  };

  it.each([
    ['the engine process', 'failed'],
    ['the owner process', 'interrupted'],
  ] as const)('can be undone when %s was killed', async (who, status) => {
    write('new');
    const { run, job } = await inItsMiddle();
    const { jobs } = await deaths[who](run);
    expect(jobs).toEqual([expect.objectContaining({ kind: 'restore', status })]);
    const { client } = owner;
    const report = await client.restore.report({ job });
    expect(report).toMatchObject({ source: 'scans', way: 'in-place', isUnfinished: true, parts: [{ part: 'scans', place: at('scans') }] });
    // An engine process without its owner ends its piece of work first.
    expect(words()).toContain('old');
    if (who === 'the engine process') expect(words()).toContain('new');
    expect((await ended(client, (await client.restore.undo({ job })).run)).jobs).toMatchObject([{ kind: 'undo', status: 'completed' }]);
    expect(words()).toEqual(['new']);
    await expect(client.restore.undo({ job })).rejects.toThrow('value-invalid');
  });
});
