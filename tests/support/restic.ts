import { spawn, spawnSync } from 'node:child_process';
import { type Finished, finished } from './finished.ts';

/** How a run of restic ended; a failure is a value here, since tests ask for failures too. */
export type ResticResult = Finished;

export interface ResticOptions {
  /** Path of the repository. */
  readonly repo: string;
  readonly password: string;
  /** Working folder, for sources given as relative paths. */
  readonly cwd?: string;
  /** Bytes for standard input, e.g. for `backup --stdin`. */
  readonly input?: string | Uint8Array;
  /** Further environment, e.g. `RESTIC_COMPRESSION`. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs the machine's own restic on a repository and waits for its end. It keeps no cache, so that nothing is left
 * behind and every run reads what is really in the repository.
 */
export async function restic(args: readonly string[], options: ResticOptions): Promise<ResticResult> {
  const child = spawn('restic', ['--no-cache', ...args], {
    cwd: options.cwd,
    env: { ...process.env, RESTIC_REPOSITORY: options.repo, RESTIC_PASSWORD: options.password, RESTIC_PROGRESS_FPS: '0', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // restic may end before it has read its input; that is its right and shows in the exit code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return finished(child);
}

/** As {@link restic}, but a failure is an error with restic's own words: for steps that a test only stands on. */
export async function resticOk(args: readonly string[], options: ResticOptions): Promise<string> {
  const result = await restic(args, options);
  if (result.code !== 0) throw new Error(`restic ${args.join(' ')} ended with ${result.code}:\n${result.stderr}\n${result.stdout}`);
  return result.stdout;
}

/** Version of the machine's restic, e.g. `0.14.0`; undefined without one. */
export function resticVersion(): string | undefined {
  const { stdout } = spawnSync('restic', ['version'], { encoding: 'utf8' });
  return /^restic (\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
}
