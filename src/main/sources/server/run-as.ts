import { type ChildProcess, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { AS_GROUP, signalGroup } from '../tools/process-group.ts';
import type { ServiceAccount } from './service-account.ts';

export interface RunAs {
  account: ServiceAccount | undefined;
  /** The whole environment; use the tools' own. */
  env: Record<string, string>;
  cwd: string;
  signal?: AbortSignal;
  product: string;
}

/** Runs a server's own program to its end; an abort ends what it has started as well. `scratch-server-failed` with its last words if it fails. */
export async function runAs(program: string, args: readonly string[], options: RunAs): Promise<void> {
  options.signal?.throwIfAborted();
  const child = spawnAs(program, args, options);
  const words = lastWords(child);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const abort = (): void => signalGroup(child, 'SIGKILL');
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', (cause) => reject(new LifeboatError('tool-missing', { tool: basename(program) }, { cause })));
      child.once('exit', (code) => resolve(code ?? -1));
    });
    // Others of the group still write what whoever aborted is about to remove, until they have let go of the outputs.
    if (options.signal?.aborted === true) await closed;
    options.signal?.throwIfAborted();
    if (exitCode !== 0) throw new LifeboatError('scratch-server-failed', { product: options.product, detail: words() });
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
}

/** Starts a program as the account. */
export function spawnAs(program: string, args: readonly string[], { account, env, cwd }: RunAs): ChildProcess {
  return spawn(program, [...args], {
    cwd,
    env,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...AS_GROUP,
    ...(account !== undefined && { uid: account.uid, gid: account.gid }),
  });
}

/** The end of what a program says of itself. */
export function lastWords(child: ChildProcess): () => string {
  let kept = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      kept = (kept + text).slice(-2000);
    });
  }
  return () => kept.trim().split('\n').slice(-3).join(' ').slice(-400);
}
