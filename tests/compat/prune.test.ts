import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '../../src/main/clock.ts';
import { createEngine, type Engine, type Sessions } from '../../src/main/engine/engine.ts';
import { check } from '../../src/main/engine/operations/check.ts';
import { forget } from '../../src/main/engine/operations/forget.ts';
import { prune } from '../../src/main/engine/operations/prune.ts';
import { repairIndex } from '../../src/main/engine/operations/repair-index.ts';
import { describeWith } from '../support/describe-with.ts';
import { QUICK_ENGINE } from '../support/quick-engine.ts';
import { resticOk, type ResticOptions } from '../support/restic.ts';
import { scratchFolder } from '../support/scratch.ts';

describeWith('restic', 'maintenance of a repository that restic wrote', () => {
  const scratch = scratchFolder();
  let engine: Engine;

  beforeAll(() => {
    const identity = { hostname: 'till', username: 'ana', uid: 0, gid: 0, pid: process.pid };
    engine = createEngine({ clock: systemClock, identity, program: 'lifeboat test', threads: 1, ...QUICK_ENGINE });
  });
  afterAll(async () => {
    await engine.close();
    scratch.remove();
  });

  test.each([1, 2])('version %i: check, forget, prune and repair index leave it as restic wants it', async (version) => {
    const folder = join(scratch.path, `v${version}`);
    const options: ResticOptions = { repo: join(folder, 'repository'), password: 'both', cwd: folder };
    const within = async <A extends keyof Sessions, T>(access: A, work: (session: Sessions[A]) => Promise<T>): Promise<T> => {
      const session = await engine.open(options.repo, options.password, access);
      try {
        return await work(session);
      } finally {
        await session.close();
      }
    };
    const source = await storeThreeDays(folder, version, options);

    expect(await within('reading', async (session) => await check(session, { readData: 'all' }))).toMatchObject({
      sound: true,
      findings: [],
      snapshots: 3,
      unused: { blobs: 0 },
    });
    const { forgotten } = await within('exclusive', async (session) => await forget(session, { policy: { last: 1 } }));
    expect(forgotten).toHaveLength(2);
    const { plan } = await within('exclusive', async (session) => await prune(session, { maxUnused: { bytes: 0 } }));
    expect(plan.bytesFreedByRepack + plan.bytesDeleted).toBeGreaterThan(0);
    await resticOk(['check', '--read-data', '--check-unused'], options);

    for (const name of readdirSync(join(options.repo, 'index'))) rmSync(join(options.repo, 'index', name));
    expect(await within('exclusive', async (session) => await repairIndex(session))).toMatchObject({
      packsSalvaged: [],
      packsUnreadable: [],
      blobsLost: 0,
      packsMissing: [],
    });
    await resticOk(['check', '--read-data', '--check-unused'], options);

    await resticOk(['restore', 'latest', '--target', join(folder, 'restored')], options);
    for (const name of readdirSync(source))
      expect(readFileSync(join(folder, 'restored', 'source', name))).toEqual(readFileSync(join(source, name)));
  });
});

/** Three snapshots by restic, each with something the others lack. */
async function storeThreeDays(folder: string, version: number, options: ResticOptions): Promise<string> {
  const source = join(folder, 'source');
  mkdirSync(source, { recursive: true });
  await resticOk(['init', '--repository-version', String(version)], options);
  for (const day of [1, 2, 3]) {
    writeFileSync(join(source, 'every day'), `day ${day}`.repeat(1000));
    writeFileSync(join(source, `only from day ${day}`), `${day}`.repeat(50_000));
    rmSync(join(source, `only from day ${day - 2}`), { force: true });
    await resticOk(['backup', 'source', '--time', `2026-01-0${day} 08:00:00`], options);
  }
  return source;
}
