import { createInterface } from 'node:readline';
import { type ChildProcess, spawn } from 'node:child_process';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { lastWords, type RunAs } from './run-as.ts';

/** A server that runs. */
export interface Daemon {
  pid: number | undefined;
  /** Ends it at once; what it holds is thrown away. May be repeated. */
  stop(): Promise<void>;
}

/** Ends the program when its own input ends: also when we are killed, since the system then closes the other end. */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( cat <&3 >/dev/null; kill -KILL "$server" 2>/dev/null ) >/dev/null 2>&1 &
exec 3<&-
wait "$server"`;

/** Starts a server and waits until it says that it is ready. `scratch-server-failed` if it ends before. */
export async function startDaemon(program: string, args: readonly string[], ready: RegExp, options: RunAs): Promise<Daemon> {
  const child = spawnGuarded(program, args, options);
  const words = lastWords(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.stdin?.end();
    if (process.platform === 'win32') child.kill();
    await ended;
  };
  try {
    await Promise.race([untilSaid(child, ready), ended.then(() => Promise.reject(new Error('ended')))]);
  } catch (cause) {
    await stop();
    throw new LifeboatError('scratch-server-failed', { product: options.product, detail: words() }, { cause });
  }
  return { pid: child.pid, stop };
}

function spawnGuarded(program: string, args: readonly string[], { account, env, cwd }: RunAs): ChildProcess {
  const command = process.platform === 'win32' ? [program, ...args] : ['/bin/sh', '-c', GUARD, 'sh', program, ...args];
  const child = spawn(command[0] ?? program, command.slice(1), {
    cwd,
    env,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(account !== undefined && { uid: account.uid, gid: account.gid }),
  });
  child.stdin.on('error', () => undefined);
  return child;
}

async function untilSaid(child: ChildProcess, ready: RegExp): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    for (const stream of [child.stderr, child.stdout]) {
      if (stream !== null) createInterface(stream).on('line', (line) => ready.test(line) && resolve());
    }
  });
}
