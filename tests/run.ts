/**
 * The tests: all, or those that the arguments name as jest takes them. A Windows under Wine, where there is none yet, is made
 * beside them; its tests wait for it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROVISION = fileURLToPath(new URL('windows/support/provision.ts', import.meta.url));

const making = spawn(process.execPath, [PROVISION], { stdio: ['ignore', 'inherit', 'inherit'] });
const made = once(making, 'exit');
const tests = spawn('npm', ['run', '--silent', 'jest', '--', ...process.argv.slice(2)], {
  env: { ...process.env, LIFEBOAT_WINE_MAKER: String(making.pid) },
  stdio: 'inherit',
  // There npm is a script.
  shell: process.platform === 'win32',
});
const [code] = (await once(tests, 'exit')) as [number | null];
await made;
process.exitCode = code === 0 ? (making.exitCode ?? 1) : (code ?? 1);
