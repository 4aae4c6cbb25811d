import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Whether the restic on this PC agrees with the repository. */
export interface ResticVerdict {
  sound: boolean;
  /** restic's own words. */
  output: string;
}

/** Version of the restic on the path, such as `0.14.0`; undefined without one. */
export function installedRestic(): string | undefined {
  const { stdout } = spawnSync('restic', ['version'], { encoding: 'utf8' });
  return /^restic (\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
}

/** Compressed repositories (version 2) came with 0.14. */
export function canReadCompressed(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 0 || minor >= 14;
}

/** Lets restic check a repository with all data read. It keeps no cache, so that nothing is left behind. */
export async function resticCheck(repository: string, password: string, signal: AbortSignal): Promise<ResticVerdict> {
  const child = spawn('restic', ['--no-cache', 'check', '--read-data'], {
    env: { ...process.env, RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: password, RESTIC_PROGRESS_FPS: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
  await once(child, 'close');
  return { sound: child.exitCode === 0, output: Buffer.concat(parts).toString('utf8').trim() };
}
