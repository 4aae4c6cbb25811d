import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../clock.ts';
import { backup, check, createEngine, restore } from '../../../engine/index.ts';
import { type Check, mustEqual, mustHold } from '../check.ts';

const PASSWORD = 'self-test';
/** Beyond one chunk, so that threads cut, and text, so that compression pays. */
const FILES = {
  'scan.bin': randomBytes(3 * 1024 * 1024),
  'claims.log': Buffer.from('claim accepted\n'.repeat(50_000)),
  'empty.txt': Buffer.alloc(0),
};

/** The whole engine with its threads: a small repository is made, filled, checked with all its data, and restored. */
export const engineChecks: readonly Check[] = [{ name: 'engine', run: goRoundOnce }];

async function goRoundOnce(scratch: string): Promise<string> {
  const [source, repository, target] = ['source', 'repository', 'target'].map((name) => join(scratch, name)) as [string, string, string];
  await mkdir(source);
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(source, name), content);
  const identity = { hostname: hostname(), username: 'self-test', uid: 0, gid: 0, pid: process.pid };
  const engine = createEngine({ clock: systemClock, identity, program: 'lifeboat self-test' });
  await engine.init(repository, PASSWORD);
  const session = await engine.open(repository, PASSWORD, 'appending');
  try {
    const { outcome, counts } = await backup(session, { source: { kind: 'paths', paths: [source] } });
    mustEqual('outcome of the backup', outcome, 'completed');
    mustHold('nothing is wrong with the repository', (await check(session, { readData: 'all' })).sound);
    await restore(session, { snapshot: `latest:${insideSnapshot(source)}`, target });
    for (const [name, content] of Object.entries(FILES)) mustEqual(name, await readFile(join(target, name)), content);
    return `${counts.filesNew} files, ${counts.bytesAdded} bytes, ${counts.bytesStored} stored`;
  } finally {
    await session.close();
  }
}

/** Where an absolute folder is inside a snapshot: `C:\a` is `/C/a` there. */
function insideSnapshot(path: string): string {
  return process.platform === 'win32' ? `/${path.replace(':', '').replaceAll('\\', '/')}` : path;
}
