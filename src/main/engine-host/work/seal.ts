import { backup, listSnapshots, listTree } from '../../engine/index.ts';
import type { HostHooks, RepositoryAccess, SealFile } from '../engine-host.ts';
import { type Ground, within } from './ground.ts';
import { assertInCharge } from './in-charge.ts';
import { readSmallFile } from './read-note.ts';
import { installationTag, SEAL, tagValue, tookOverTag } from './tags.ts';

const FOLDER = 'lifeboat-seal';

/** Keeps the app's own memory beside the data, as a snapshot of small files. */
export async function saveSeal(
  ground: Ground,
  { at, installation, tookOver, files }: { at: RepositoryAccess; installation: string; tookOver?: string; files: SealFile[] },
  hooks: HostHooks,
): Promise<{ snapshot: string }> {
  return await within(ground, at, 'appending', hooks, async (session) => {
    await assertInCharge(session, { at, installation });
    const inputs = files.map(({ name, content }) => ({ kind: 'stream' as const, name: `${FOLDER}/${name}`, open: () => bytesOf(content) }));
    const tags = [SEAL, installationTag(installation), ...(tookOver === undefined ? [] : [tookOverTag(tookOver)])];
    const result = await backup(session, { source: { kind: 'combined', inputs }, tags }, hooks);
    return { snapshot: result.snapshotId as string };
  });
}

/** The files of the newest seal, of any installation or of one. */
export async function readSeal(
  ground: Ground,
  { at, of }: { at: RepositoryAccess; of?: string },
  hooks: HostHooks,
): Promise<{ installation: string; time: string; files: SealFile[] } | undefined> {
  return await within(ground, at, 'reading', hooks, async (session) => {
    const tags = of === undefined ? [SEAL] : [SEAL, installationTag(of)];
    const { snapshots } = await listSnapshots(session, { tags: [tags] }, hooks);
    const newest = snapshots.at(-1);
    if (newest === undefined) return undefined;
    const files: SealFile[] = [];
    for await (const entry of listTree(session, { snapshot: newest.id, path: `/${FOLDER}` }, hooks)) {
      if (entry.type !== 'file') continue;
      const content = await readSmallFile(session, newest.id, entry.path, hooks.signal);
      if (content !== undefined) files.push({ name: entry.name, content });
    }
    return { installation: tagValue(newest, 'installation') ?? '', time: newest.snapshot.time, files };
  });
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text, 'utf8'));
}
