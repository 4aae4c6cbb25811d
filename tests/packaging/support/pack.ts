import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { makeStandInElectron, type Target } from './stand-in-electron.ts';

export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** What was packed for a target. */
export interface Packed {
  readonly target: Target;
  /** The folder an installer would be made of. */
  readonly folder: string;
  readonly program: string;
  readonly archive: string;
}

/** The project's configuration, as electron-builder reads it from the file. */
export async function configuration(): Promise<Record<string, unknown>> {
  return { ...(await getConfig(PROJECT, join(PROJECT, 'electron-builder.yml'), null)) };
}

/**
 * Packs what is built for `target`, below `scratch`, by electron-builder and the project's own configuration, with a stand-in
 * for Electron. The check of native parts after packing is left out for another system, whose parts are not all installed here.
 */
export async function pack(target: Target, scratch: string): Promise<Packed> {
  if (!existsSync(join(PROJECT, 'dist', 'THIRD-PARTY-NOTICES.txt'))) throw new Error('dist is not complete: run `npm run build`');
  const { afterPack, directories, ...rest } = await configuration();
  const electronDist = join(scratch, `electron-${target}`);
  makeStandInElectron(electronDist, target);
  const output = join(scratch, `packed-${target}`);
  const config = {
    ...rest,
    ...(target === process.platform ? { afterPack } : {}),
    electronDist,
    directories: { ...(directories as object), output },
  };
  const file = join(scratch, `electron-builder-${target}.json`);
  writeFileSync(file, JSON.stringify(config));
  await build([target === 'win32' ? '--win' : '--linux', 'dir', '--x64', '--publish=never', `--config=${file}`]);
  const folder = join(output, target === 'win32' ? 'win-unpacked' : 'linux-unpacked');
  const program = join(folder, target === 'win32' ? 'Lifeboat.exe' : 'lifeboat');
  return { target, folder, program, archive: join(folder, 'resources', 'app.asar') };
}

async function build(words: readonly string[]): Promise<void> {
  const builder = join(PROJECT, 'node_modules/electron-builder/cli.js');
  const child = spawn(process.execPath, [builder, ...words], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
  const told: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => told.push(data));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`electron-builder ended with ${child.exitCode}:\n${Buffer.concat(told).toString('utf8')}`);
}
