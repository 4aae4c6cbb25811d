/**
 * Backs D:\data up while its files are held, with D:\frozen as the frozen state of drive D. The files' names are the arguments;
 * those that are held are opened one inside the other by this program itself. Prints the result, as JSON.
 */
import { spawnSync } from 'node:child_process';
import { cpus, hostname } from 'node:os';
import { systemClock } from '../../../../src/main/clock.ts';
import { createLocalHost } from '../../../../src/main/engine-host/local-host.ts';
import { sourceSchema } from '../../../../src/shared/model/source.ts';
import { whileHeld } from './kernel.ts';

const INSIDE = '--inside';
const source = sourceSchema.parse({
  kind: 'group',
  id: 'pharmacy',
  name: 'Pharmacy',
  tier: 'critical',
  members: [
    { kind: 'sqlite', id: 'dispensing', name: 'Dispensing', tier: 'critical', path: 'D:\\data\\rx.db' },
    { kind: 'folder', id: 'scans', name: 'Scans', tier: 'critical', paths: ['D:\\data\\scans'] },
    { kind: 'vendor-file', id: 'nightly', name: 'Nightly', tier: 'critical', folder: 'D:\\data\\nightly', pattern: '*.bak' },
  ],
});

function holding(files: readonly string[]): string {
  const [first, ...others] = files;
  if (first !== undefined) return whileHeld(first, () => holding(others));
  return spawnSync(process.execPath, [process.argv[1] ?? '', INSIDE], { encoding: 'utf8' }).stdout;
}

async function backUp(): Promise<unknown> {
  let released = 0;
  const freeze = () => ({
    pathOf: async (path: string) => await Promise.resolve(path.replace('D:\\data', 'D:\\frozen')),
    release: async () => await Promise.resolve(void (released += 1)),
  });
  const identity = { hostname: hostname(), username: 'ana', uid: 0, gid: 0, pid: process.pid };
  const host = createLocalHost({ identity, program: 'lifeboat test', threads: Math.min(2, cpus().length) }, systemClock, { freeze });
  const at = { location: 'D:\\repository', password: process.env['LIFEBOAT_PASSWORD'] ?? '' };
  try {
    await host.createRepository({ at, label: 'test' });
    const result = await host.backup({ at, source, secrets: {}, scratch: 'D:\\scratch', installation: 'one', run: 'one' });
    return { ...result, released };
  } finally {
    await host.close();
  }
}

const words = process.argv.slice(2);
console.log(words[0] === INSIDE ? JSON.stringify(await backUp()) : holding(words));
