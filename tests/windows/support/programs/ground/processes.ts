import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { codeOf, type Facts } from './facts.ts';

const CHILD = 'C:\\lifeboat\\tests\\windows\\support\\programs\\ground\\child.ts';

/** The engine's child process and how its owner looks after it. */
export const processFacts: Facts = {
  fork: async () => {
    const child = await forked();
    const text = (await echo(child, 'x'.repeat(300_000))) as string;
    const bytes = (await echo(child, new Uint8Array([1, 2, 3]))) as Uint8Array;
    child.removeAllListeners();
    const [code] = (await endOf(child, () => child.kill())) as [number | null];
    return { echoed: text.length, bytes: [...bytes], code: code ?? 0 };
  },
  kill: async () => {
    const child = spawn(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    const alive = codeOf(() => process.kill(child.pid ?? 0, 0));
    const [code] = (await endOf(child, () => process.kill(child.pid ?? 0, 'SIGTERM'))) as [number];
    return { alive, code, after: codeOf(() => process.kill(child.pid ?? 0, 0)) };
  },
  disconnect: async () => {
    const child = await forked();
    const [code] = (await endOf(child, () => child.disconnect())) as [number];
    return { code };
  },
};

async function forked(): Promise<ChildProcess> {
  const child = fork(CHILD, { serialization: 'advanced', stdio: 'ignore' });
  await once(child, 'message');
  return child;
}

async function echo(child: ChildProcess, message: string | Uint8Array): Promise<unknown> {
  const answered = once(child, 'message');
  child.send(message);
  return ((await answered) as unknown[])[0];
}

async function endOf(child: ChildProcess, end: () => unknown): Promise<unknown[]> {
  const ended = once(child, 'exit');
  end();
  return (await ended) as unknown[];
}
