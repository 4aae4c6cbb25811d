import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { collectEntries } from '../../../../../src/main/engine/restorer/collect-entries.ts';
import { createSelection, nameRules, Report, type RestoreOrder } from '../../../../../src/main/engine/restorer/index.ts';
import { PlanBudget } from '../../../../../src/main/engine/restorer/plan-budget.ts';
import { isLifeboatError } from '../../../../../src/shared/errors/index.ts';
import { type Folder, file, folder, node, StoredTrees } from './stored-trees.ts';
import { withScratch } from './restoring.ts';

const never = new AbortController().signal;

function orderOf(tree: string, target: string, include: string[] = []): RestoreOrder {
  return {
    snapshotId: 'f'.repeat(64),
    tree,
    basePath: '',
    target,
    selection: createSelection(include, []),
    overwrite: 'always',
    offLimits: [],
    names: nameRules(process.platform),
  };
}

test('ten folders in each of ten folders, and so on for thirty levels, end as an error before memory does', async () => {
  await withScratch(async (scratch) => {
    const stored = new StoredTrees();
    let tree = stored.saveFolder({ laugh: file('ha') });
    for (let level = 0; level < 30; level++) {
      const entries: Folder = {};
      for (let i = 0; i < 10; i++) entries[`lol${i}`] = node({ type: 'dir', subtree: tree });
      tree = stored.saveFolder(entries);
    }
    const target = `${scratch}/target`;
    const planning = collectEntries(stored.repository(), orderOf(tree, target), new Report(undefined), never, new PlanBudget(2_000_000));
    const failure: unknown = await planning.catch((error: unknown) => error);
    if (!isLifeboatError(failure, 'restore-too-large')) throw failure;
    expect(failure.data.entries).toBeGreaterThan(1000);
    expect(failure.data.entries).toBeLessThan(2500);
    expect(existsSync(target)).toBe(false);
  });
});

test('only what is selected counts', async () => {
  await withScratch(async (scratch) => {
    const stored = new StoredTrees();
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`f${i}`, file('x')]));
    const tree = stored.saveFolder({ big: folder(many), small: folder({ wanted: file('x') }) });
    const collect = (include: string[]) =>
      collectEntries(
        stored.repository(),
        orderOf(tree, `${scratch}/target`, include),
        new Report(undefined),
        never,
        new PlanBudget(10_000),
      );
    await expect(collect([])).rejects.toMatchObject({ code: 'restore-too-large' });
    expect((await collect(['/small'])).files).toHaveLength(1);
  });
});

test.each([
  ['long names', { name: 'n'.repeat(5000) }],
  ['link targets', { type: 'symlink', linktarget: 't'.repeat(5000) }],
  ['extended attributes', { extended_attributes: [{ name: 'user.x', value: 'v'.repeat(5000) }] }],
  ['generic attributes', { generic_attributes: { x: 'v'.repeat(5000) } }],
  ['contents of many blobs', { content: Array.from({ length: 1250 }, () => 'a'.repeat(64)) }],
] as const)('%s cost what they take', (_, facts) => {
  const budget = new PlanBudget(10_000);
  const entry = { name: 'x', type: 'file' as const, uid: 0, gid: 0, content: null, ...facts } as Parameters<PlanBudget['take']>[1];
  expect(() => budget.take('/x', entry)).toThrow('restore-too-large');
  expect(() => new PlanBudget(10_000).take('/x', { name: 'x', type: 'file', uid: 0, gid: 0, content: null })).not.toThrow();
});

test('without limits of its own, a budget holds at least a million entries in a process of Node’s usual size', () => {
  const budget = new PlanBudget();
  const entry = { name: 'scan-2026-01-31.pdf', type: 'file' as const, uid: 0, gid: 0, content: ['a'.repeat(64)] };
  expect(() => {
    for (let i = 0; i < 1_000_000; i++) budget.take('/scans/scan-2026-01-31.pdf', entry);
  }).not.toThrow();
});
