import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { startDaemon } from '../../../../../src/main/sources/server/daemon.ts';
import { scratchFolder } from '../../../../support/scratch.ts';

const onPosix = process.platform === 'win32' ? describe.skip : describe;
const scratch = scratchFolder();
const SERVER = `console.error('pid ' + process.pid); console.error('ready'); setInterval(() => undefined, 1000);`;

afterAll(() => scratch.remove());

onPosix('a private server', () => {
  const surroundings = { account: undefined, env: { PATH: process.env['PATH'] ?? '' }, cwd: scratch.path, product: 'Test' };

  it('runs until it is stopped', async () => {
    const daemon = await startDaemon(process.execPath, ['-e', SERVER], /^ready/, surroundings);
    expect(isAlive(daemon.pid ?? 0)).toBe(true);
    await daemon.stop();
    await daemon.stop();
    expect(isAlive(daemon.pid ?? 0)).toBe(false);
  });

  it('says why it did not start', async () => {
    const failing = startDaemon(process.execPath, ['-e', `console.error('no room here'); process.exit(3)`], /^ready/, surroundings);
    await expect(failing).rejects.toMatchObject({ code: 'scratch-server-failed', data: { product: 'Test', detail: 'no room here' } });
  });

  it('ends when whoever started it is killed', async () => {
    const [script, pidFile] = [join(scratch.path, 'starter.mts'), join(scratch.path, 'pid')];
    const door = new URL('../../../../../src/main/sources/server/daemon.ts', import.meta.url).href;
    const server = `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); ${SERVER}`;
    const options = JSON.stringify({ env: {}, cwd: scratch.path, product: 'Test' });
    const lines = [
      `import { readFileSync } from 'node:fs';`,
      `import { startDaemon } from ${JSON.stringify(door)};`,
      `await startDaemon(process.execPath, ['-e', ${JSON.stringify(server)}], /^ready/, ${options});`,
      `console.log('started ' + readFileSync(${JSON.stringify(pidFile)}, 'utf8'));`,
    ];
    writeFileSync(script, lines.join('\n'));
    const starter = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface(starter.stdout), 'line')) as [string];
    const pid = Number(/started (\d+)/.exec(line)?.[1]);
    expect(isAlive(pid)).toBe(true);
    starter.kill('SIGKILL');
    while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
    expect(isAlive(pid)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
