import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanDirectory } from '../../../../../src/main/engine/filesystem/index.ts';
import { pathForSystem } from '../../../../../src/main/engine/format/name.ts';
import {
  createSelection,
  type ExecutedRestore,
  executeRestore,
  nameRules,
  planRestore,
  Report,
  type RestoreOrder,
  type RestorePlan,
} from '../../../../../src/main/engine/restorer/index.ts';
import type { Progress, Warning } from '../../../../../src/shared/model/progress.ts';
import type { StoredTrees } from './stored-trees.ts';

export interface RestoreOptions {
  order?: Partial<RestoreOrder>;
  include?: string[];
  exclude?: string[];
  verify?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export interface Restored extends ExecutedRestore {
  plan: RestorePlan;
  warnings: Warning[];
}

/** Runs `work` with a scratch folder that is gone afterwards. */
export async function withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const path = await mkdtemp(join(tmpdir(), 'lifeboat-restorer-'));
  try {
    return await work(path);
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** Plans and executes a restore of a stored tree. */
export async function restoreTree(stored: StoredTrees, tree: string, target: string, options: RestoreOptions = {}): Promise<Restored> {
  const report = new Report(options.onProgress);
  const signal = options.signal ?? new AbortController().signal;
  const plan = await planTree(stored, tree, target, options, report);
  const executed = await executeRestore(stored.repository(), plan, { verify: options.verify ?? false }, report, signal);
  return { ...executed, plan, warnings: report.warnings };
}

/** Only plans. */
export async function planTree(
  stored: StoredTrees,
  tree: string,
  target: string,
  options: RestoreOptions = {},
  report = new Report(undefined),
): Promise<RestorePlan> {
  const order: RestoreOrder = {
    snapshotId: 'f'.repeat(64),
    tree,
    basePath: '',
    target,
    selection: createSelection(options.include ?? [], options.exclude ?? []),
    overwrite: 'always',
    offLimits: [],
    names: nameRules(process.platform),
    ...options.order,
  };
  return await planRestore(stored.repository(), order, report, options.signal ?? new AbortController().signal);
}

/** Everything below a folder, one line an entry: path, kind, mode, time, and content or where a link leads. */
export function pictureOf(folder: string, prefix = ''): string[] {
  return scanDirectory(folder).nodes.flatMap((node) => {
    const path = `${folder}/${node.name}`;
    const inside = node.type === 'file' ? readFileSync(pathForSystem(path)).toString('base64') : (node.linktarget ?? '');
    const time = node.type === 'symlink' ? '' : node.mtime;
    const line = [`${prefix}/${node.name}`, node.type, node.mode, time, inside].join(' ');
    return node.type === 'dir' ? [line, ...pictureOf(path, `${prefix}/${node.name}`)] : [line];
  });
}

/** Paths below a folder that look like something unfinished. */
export async function temporariesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((path) => path.includes('.lb-'));
}
