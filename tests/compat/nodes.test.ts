import { chownSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { scanDirectory } from '../../src/main/engine/filesystem/index.ts';
import { linuxNative } from '../../src/main/engine/filesystem/native/index.ts';
import { encodeTree } from '../../src/main/engine/format/tree.ts';
import { describeWith } from '../support/describe-with.ts';
import { type ResticOptions, resticOk } from '../support/restic.ts';
import { scratchFolder } from '../support/scratch.ts';
import { asRoot, attributesAreKept, bytesPath, fillOddly } from '../unit/main/engine/filesystem/odd-folder.ts';

// Windows allows neither such names nor such entries.
const onPosix: typeof describeWith = process.platform === 'win32' ? (_part, title, body) => describe.skip(title, body) : describeWith;
const scratch = scratchFolder();
const folder = join(scratch.path, 'folder');
const options: ResticOptions = { repo: join(scratch.path, 'repository'), password: 'test', cwd: scratch.path };
const attributes = await attributesAreKept();

/** Depends on who writes the tree (blobs, subtrees) or on which restic: the device, which we keep for hard links only; the zone of times. */
const OWN_WAYS = new Set(['content', 'subtree', 'device_id']);

onPosix('restic', 'a node of ours', () => {
  afterAll(() => scratch.remove());

  test('has restic\u2019s fields in restic\u2019s order with restic\u2019s values', async () => {
    mkdirSync(folder);
    fillOddly(folder);
    // restic 0.14 writes such a link target lossily.
    const skipped = 'raw target';
    writeFileSync(bytesPath(folder, Buffer.from('\ttab "and" \\ \u{ad} \u2028')), 'x');
    utimesSync(join(folder, 'plain'), 1, 0.25);
    if (attributes) linuxNative()?.setAttribute(join(folder, 'folder'), 'user.note', Buffer.from([0, 0xff]));
    if (asRoot) {
      chownSync(join(folder, 'new\nline'), 4_000_000, 4_000_000);
      linuxNative()?.makeNode(join(folder, 'null'), 0o020666, 0x103n);
      linuxNative()?.makeNode(join(folder, 'loop'), 0o060660, 0x700n);
    }
    await resticOk(['init'], options);
    await resticOk(['backup', 'folder'], { ...options, env: { TZ: 'UTC' } });
    const ours = (JSON.parse(encodeTree(scanDirectory(folder)).toString('utf8')) as RawTree).nodes;
    const theirs = (await treeOf((await treeOf(await latestTree())).nodes[0]?.['subtree'] as string)).nodes;
    const comparable = (nodes: RawNode[]): [string, unknown][][] => nodes.filter(({ name }) => name !== skipped).map(comparableFields);
    expect(comparable(ours)).toEqual(comparable(theirs));
    expect(ours).toHaveLength(asRoot ? 12 : 10);
  });
});

type RawNode = Record<string, unknown>;

interface RawTree {
  nodes: RawNode[];
}

function comparableFields(node: RawNode): [string, unknown][] {
  return Object.entries(node).filter(([key]) => !OWN_WAYS.has(key));
}

async function latestTree(): Promise<string> {
  const snapshots = JSON.parse(await resticOk(['snapshots', '--json'], options)) as { tree: string }[];
  return snapshots[0]?.tree ?? '';
}

async function treeOf(id: string): Promise<RawTree> {
  return JSON.parse(await resticOk(['cat', 'blob', id], options)) as RawTree;
}
