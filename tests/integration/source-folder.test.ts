import { cp, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import nodePath, { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { placeInSnapshot } from '../../src/main/engine/index.ts';
import { folderKind } from '../../src/main/sources/folder/index.ts';
import type { SourceContext } from '../../src/main/sources/kind.ts';
import { folderSourceSchema, type SourceOf } from '../../src/shared/model/source.ts';
import { compareWitness } from '../../src/shared/model/witness.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { sourceContext } from '../support/source-world.ts';
import { sqliteUser } from '../support/sqlite-user.ts';
import { inPlace } from '../support/put-back-ways.ts';

let scratch: Scratch;
let scans: string;
let papers: string;
let context: SourceContext;

beforeEach(async () => {
  scratch = scratchFolder();
  [scans, papers] = [join(scratch.path, 'scans'), join(scratch.path, 'papers')];
  context = await sourceContext(scratch.path);
  await mkdir(join(scans, '2026-11-20'), { recursive: true });
  await mkdir(papers);
  await file(join(scans, '2026-11-20', 'rx1.tif'), 3000, '2026-11-20T10:00:00.400Z');
  await file(join(scans, '2026-11-20', 'rx2.tif'), 2000, '2026-11-20T11:00:00Z');
  await file(join(scans, 'thumbs.db'), 500, '2026-11-23T11:00:00Z');
  await file(join(papers, 'label.pdf'), 100, '2026-11-19T11:00:00Z');
});

afterEach(() => scratch.remove());

async function file(path: string, bytes: number, modified: string): Promise<void> {
  await writeFile(path, Buffer.alloc(bytes, 1));
  await utimes(path, new Date(modified), new Date(modified));
}

function sourceOf(paths: string[], exclude: string[] = []): SourceOf<'folder'> {
  return folderSourceSchema.parse({ kind: 'folder', id: 'scans', name: 'Scans', tier: 'important', paths, exclude });
}

/** As a full restore lays it out. */
async function restoredTree(paths: string[], without: string[] = []): Promise<{ folder: string; paths: string[] }> {
  const folder = join(scratch.path, 'restored');
  for (const path of paths) {
    const to = join(folder, placeInSnapshot(path, nodePath));
    await cp(path, to, { recursive: true, preserveTimestamps: true, filter: (from) => !without.some((name) => from.endsWith(name)) });
  }
  return { folder, paths };
}

describe('folder source', () => {
  it('witnesses files, bytes and the newest, of all and of each path, as a full restore has them', async () => {
    const source = sourceOf([scans, papers], ['thumbs.db']);
    const capture = await folderKind.capture(source, context);
    expect(capture).toMatchObject({
      files: [{ kind: 'paths', paths: [scans, papers], exclude: ['thumbs.db'] }],
      isConsistent: true,
      warnings: [],
    });
    const witness = await capture.witness();
    expect(witness.isExact).toBe(true);
    expect(witness.facts).toEqual(
      expect.arrayContaining([
        { kind: 'count', subject: 'files', value: 3 },
        { kind: 'count', subject: 'bytes', value: 5100 },
        { kind: 'date', subject: 'newest', value: '2026-11-20T11:00:00.000Z' },
        { kind: 'count', subject: `files:${papers}`, value: 1 },
      ]),
    );
    const opened = await folderKind.openForProof(source, await restoredTree([scans, papers], ['thumbs.db']), context);
    expect(opened.level).toBe('bytes');
    expect(compareWitness(witness, opened.witness)).toEqual([]);
  });

  it('notices a copy with a file less', async () => {
    const witness = await (await folderKind.capture(sourceOf([scans]), context)).witness();
    const opened = await folderKind.openForProof(sourceOf([scans]), await restoredTree([scans], ['rx1.tif']), context);
    expect(compareWitness(witness, opened.witness).map(({ subject }) => subject)).toEqual(['files', 'bytes']);
  });

  it('gives the witness a width when files come while it is read, and takes every copy in between', async () => {
    const capture = await folderKind.capture(sourceOf([scans]), context);
    const early = await restoredTree([scans]);
    await file(join(scans, 'rx3.tif'), 700, '2026-11-24T11:00:00Z');
    const witness = await capture.witness();
    expect(witness.isExact).toBe(false);
    expect(compareWitness(witness, (await folderKind.openForProof(sourceOf([scans]), early, context)).witness)).toEqual([]);
    const late = await restoredTree([scans]);
    expect(compareWitness(witness, (await folderKind.openForProof(sourceOf([scans]), late, context)).witness)).toEqual([]);
    await rm(join(late.folder, scans, '2026-11-20'), { recursive: true });
    expect(compareWitness(witness, (await folderKind.openForProof(sourceOf([scans]), late, context)).witness)).not.toEqual([]);
  });

  it('leaves out what a cache tag marks, as the archiver does', async () => {
    await writeFile(join(papers, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
    const witness = await (await folderKind.capture(sourceOf([papers]), context)).witness();
    expect(witness.facts[0]).toEqual({ kind: 'count', subject: 'files', value: 1 });
  });

  it('says so when a path is missing, and when it is aborted', async () => {
    await expect(folderKind.capture(sourceOf([scans, join(scratch.path, 'away')]), context)).rejects.toMatchObject({
      code: 'source-not-found',
    });
    const gone = await sourceContext(scratch.path, { signal: AbortSignal.abort() });
    await expect(folderKind.capture(sourceOf([scans]), gone)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await folderKind.look(sourceOf([join(scratch.path, 'away')]), context)).toBeUndefined();
    expect(await folderKind.look(sourceOf([scans, join(scratch.path, 'away')]), context)).toMatchObject({ isHealthy: false });
  });

  it('does not call a live database consistent', async () => {
    const path = join(scans, 'live.db');
    const user = await sqliteUser(path, 'holds-open');
    try {
      const capture = await folderKind.capture(sourceOf([scans]), context);
      expect(capture.isConsistent).toBe(false);
      expect(capture.warnings).toEqual([{ code: 'crash-consistent-only', detail: `${path}-wal` }]);
    } finally {
      await user.leave();
    }
    await writeFile(join(papers, 'RxData.MDF'), 'pages');
    expect((await folderKind.capture(sourceOf([papers]), context)).isConsistent).toBe(false);
  });

  it('witnesses what the restorer has put back', async () => {
    const source = sourceOf([scans]);
    const witness = await (await folderKind.capture(source, context)).witness();
    const to = join(scratch.path, 'new place');
    await cp(scans, join(to, 'scans'), { recursive: true, preserveTimestamps: true });
    const restored = { folder: to, paths: [scans] };
    const put = await folderKind.putBack(source, restored, { way: 'folder', path: to }, context);
    expect(put).toMatchObject({ place: to, kept: undefined, warnings: [] });
    expect(compareWitness(witness, put.witness)).toEqual([]);
    const there = await folderKind.putBack(source, restored, inPlace(join(scratch.path, 'none')), context);
    expect(compareWitness(witness, there.witness)).toEqual([]);
    expect(there).toMatchObject({ place: scans, kept: undefined });
  });
});
