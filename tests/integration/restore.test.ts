import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ReadingSession, restore, type RestoreRequest, type RestoreResult } from '../../src/main/engine/index.ts';
import type { Phase, Progress } from '../../src/shared/model/progress.ts';
import { FIXTURE_PASSWORD, unpackFixtures } from '../support/fixtures.ts';
import { makeOddTree } from '../support/odd-tree.ts';
import { treeFacts } from '../support/trees.ts';
import { placeInSnapshot, Workshop } from '../support/workshop.ts';

describe('restore', () => {
  const shop = new Workshop();
  let repo = '';
  let source = '';
  let round = 0;

  beforeAll(async () => {
    repo = await shop.repository();
    source = shop.path('source');
    makeOddTree(source);
    await shop.backup(repo, [source]);
  });
  afterAll(async () => await shop.close());

  const newTarget = (): string => shop.path(`target-${++round}`);
  const bringBack = async (request: Partial<RestoreRequest> & { target: string }, hooks = {}): Promise<RestoreResult> =>
    await shop.within(repo, 'reading', async (session) => await restore(session, { snapshot: `latest:${source}`, ...request }, hooks));

  test('gives everything back, tells its steps and verifies', async () => {
    const target = newTarget();
    const phases: Phase[] = [];
    let done: Extract<Progress, { kind: 'done' }> | undefined;
    const onProgress = (progress: Progress): void => {
      if (progress.kind === 'phase') phases.push(progress.phase);
      if (progress.kind === 'done' && phases.at(-1) === 'restoring') done = progress;
    };
    const result = await bringBack({ target, verify: true }, { onProgress });
    const files = Object.values(treeFacts(source)).filter(({ type }) => type === 'file').length;
    expect(result).toMatchObject({
      outcome: 'completed',
      warnings: [],
      filesRestored: files,
      filesVerified: files,
      plan: { filesNew: files, target },
    });
    expect(treeFacts(target)).toEqual(treeFacts(source));
    expect(phases).toEqual(['loading-snapshots', 'loading-index', 'planning', 'restoring', 'metadata', 'verifying']);
    expect(done?.files).toBe(files);
  });

  test('leaves what is as it should be, mends what is not', async () => {
    const target = newTarget();
    await bringBack({ target });
    writeFileSync(`${target}/random.bin`, Buffer.alloc(3_000_000));
    rmSync(`${target}/plain.txt`);
    chmodSync(`${target}/private`, 0o666);
    writeFileSync(`${target}/stranger`, 'stays');
    const result = await bringBack({ target });
    expect(result).toMatchObject({ outcome: 'completed', plan: { filesNew: 1, filesReplaced: 1 } });
    expect(readFileSync(`${target}/stranger`, 'utf8')).toBe('stays');
    rmSync(`${target}/stranger`);
    const found = treeFacts(target);
    expect(found).toEqual(treeFacts(source));
    expect(await bringBack({ target })).toMatchObject({ filesRestored: 0, plan: { filesNew: 0, filesReplaced: 0, bytes: 0 } });
  });

  test('a dry run is the plan and nothing else', async () => {
    const target = newTarget();
    const { plan, filesRestored } = await bringBack({ target, dryRun: true });
    expect(plan).toMatchObject({ filesReplaced: 0, freeBytes: expect.any(Number) });
    expect([plan.filesNew > 10, plan.packBytes > 3_000_000, filesRestored, existsSync(target)]).toEqual([true, true, 0, false]);
  });

  test('the whole snapshot has the paths it was made from; patterns choose', async () => {
    const target = newTarget();
    await bringBack({ snapshot: 'latest', target, include: [`${placeInSnapshot(source)}/deep`], exclude: ['nothing'] });
    expect(readFileSync(`${target}${placeInSnapshot(source)}/${'deep/'.repeat(10)}bottom`, 'utf8')).toBe('ten levels down');
    expect(readdirSync(target + placeInSnapshot(source))).toEqual(['deep']);
  });

  test('an unsafe target, an unknown snapshot, folder or pattern is an error before anything is made', async () => {
    const target = newTarget();
    const wayIn = shop.path('way in');
    symlinkSync(source, wayIn);
    const refused: [Partial<RestoreRequest>, string][] = [
      [{ target: `${repo}/data/x` }, 'target-unsafe'],
      // Wine makes no links that can be followed.
      ...(existsSync(wayIn)
        ? [[{ target: `${wayIn}/x`, protectedPaths: [source] }, 'target-unsafe'] as [Partial<RestoreRequest>, string]]
        : []),
      [{ snapshot: 'ffffffff' }, 'snapshot-not-found'],
      [{ snapshot: 'latest:/not/there' }, 'path-not-found'],
      [{ snapshot: `latest:${source}/plain.txt` }, 'path-not-found'],
      [{ include: ['[a'] }, 'value-invalid'],
    ];
    for (const [request, code] of refused) await expect(bringBack({ target, ...request })).rejects.toMatchObject({ code });
    expect([existsSync(target), existsSync(`${source}/x`)]).toEqual([false, false]);
  });

  test('an abort ends cleanly', async () => {
    const target = newTarget();
    const controller = new AbortController();
    const onProgress = (progress: Progress): void => {
      if (progress.kind === 'done') controller.abort();
    };
    await expect(bringBack({ target }, { signal: controller.signal, onProgress })).rejects.toMatchObject({ code: 'aborted' });
    expect(readdirSync(target).filter((name) => name.startsWith('.lb-'))).toEqual([]);
    expect(await bringBack({ target })).toMatchObject({ outcome: 'completed' });
    expect(treeFacts(target)).toEqual(treeFacts(source));
  });

  test('a missing pack costs the files in it and no others', async () => {
    const broken = await shop.repository('broken');
    const [first, second] = [shop.path('first'), shop.path('second')];
    for (const [path, text] of [
      [first, 'first'],
      [second, 'second'],
    ] as const) {
      mkdirSync(path);
      writeFileSync(`${path}/file`, text);
    }
    await shop.backup(broken, [first]);
    const before = dataFiles(broken);
    await shop.backup(broken, [first, second]);
    const target = newTarget();
    const bring = async (session: ReadingSession): Promise<RestoreResult> => await restore(session, { snapshot: 'latest', target });
    // Of the packs of the second backup one holds content; without it `second/file` is lost, and only that.
    const contentPack = await shop.within(broken, 'reading', async ({ repository }) => {
      await repository.loadIndex();
      return [...repository.index.entries()].find(({ type, pack }) => type === 'data' && !before.includes(pack))?.pack ?? '';
    });
    rmSync(`${broken}/data/${contentPack.slice(0, 2)}/${contentPack}`);
    const result = await shop.within(broken, 'reading', bring);
    expect(result).toMatchObject({
      outcome: 'completed-with-warnings',
      filesRestored: 1,
      warnings: [{ code: 'not-restored', path: `${placeInSnapshot(second)}/file` }],
    });
    expect([
      readFileSync(`${target}${placeInSnapshot(first)}/file`, 'utf8'),
      existsSync(`${target}${placeInSnapshot(second)}/file`),
    ]).toEqual(['first', false]);
  });

  test.each(['v1', 'v2'] as const)('a repository of restic, version %s', async (version) => {
    const fixtures = unpackFixtures(shop.path());
    const target = newTarget();
    const result = await shop.within(
      fixtures[version],
      'reading',
      async (session) => await restore(session, { snapshot: 'latest', target, verify: true }),
      FIXTURE_PASSWORD,
    );
    expect(result).toMatchObject({ filesRestored: 6, filesVerified: 6 });
    // It holds a name that is no UTF-8, which Windows cannot have, and a link, which not everybody may make there.
    const warnings = process.platform === 'win32' ? expect.arrayContaining([expect.objectContaining({ code: 'renamed' })]) : [];
    expect(result.warnings).toEqual(warnings);
    const facts = Object.values(treeFacts(target));
    const linked = facts.filter(({ hash }) => hash?.startsWith('same file as'));
    // In the second of the two repositories the link had been taken apart before its first backup.
    expect(linked.length).toBe(version === 'v1' ? 1 : 0);
    expect(facts.filter(({ type }) => type === 'symlink').length).toBe(result.warnings.some(({ code }) => code === 'not-restored') ? 0 : 1);
  });
});

function dataFiles(repository: string): string[] {
  return readdirSync(`${repository}/data`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}
