import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { WindowsMachine } from '../../../windows/support/machine.ts';
import { PROJECT } from '../pack.ts';

const run = promisify(execFile);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Compiles a script of NSIS into the program `out`; throws what the compiler says, warnings included where they are asked for. */
export async function compile(script: string, out: string, words: readonly string[] = []): Promise<void> {
  await run('makensis', ['-V2', ...words, `-DOUT=${out}`, here(script)]);
}

/** Compiles the installer, or the program that makes its uninstaller, around scripts/packing/installer.nsh. */
export async function compileTrial(out: string, app: string, words: readonly string[]): Promise<void> {
  const ours = join(PROJECT, 'scripts/packing/installer.nsh');
  const templates = join(PROJECT, 'node_modules/app-builder-lib/templates/nsis');
  await compile('trial-installer.nsi', out, [...words, `-DAPP=${app}`, `-DOURS=${ours}`, `-DTEMPLATES=${templates}`]);
}

/** Runs a program of drive D to its end, without asking anything, and gives what it ended with. */
export async function runSilently(machine: WindowsMachine, program: string, ...words: string[]): Promise<number> {
  const call = `console.log(require('child_process').spawnSync('D:\\\\${program}', ${JSON.stringify(['/S', ...words])}, { windowsVerbatimArguments: true }).status)`;
  const { stdout, stderr } = await machine.node(['-e', call]);
  if (!/^\d+\s*$/.test(stdout)) throw new Error(`${program} did not run: ${stdout}${stderr}`);
  return Number(stdout);
}

/** How the installed app was started since the last time, in order, with a word where what still ran would have been ended. */
export async function takeCalls(machine: WindowsMachine): Promise<string[]> {
  const file = machine.path('calls.txt');
  const calls = existsSync(file) ? readFileSync(file, 'utf8').split('\r\n').filter(Boolean) : [];
  await machine.node(['-e', "require('fs').rmSync('D:\\\\calls.txt', { force: true })"]);
  return calls;
}
