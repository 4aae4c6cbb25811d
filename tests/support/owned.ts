import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { FaceClient } from '../../src/main/web/index.ts';
import type { Said } from './owner-process.ts';
import { program } from './program.ts';

/** An owner in a process of its own, which can be killed. */
export class Owned {
  /** The contract, asked over the line; a procedure of what is asked for only. */
  readonly client: FaceClient;
  /** Resolves when it owns the profile and has begun to look what is due. */
  readonly ready: Promise<void>;
  readonly #process: ChildProcess;
  /** Rejects when the process has ended. */
  readonly #end: Promise<never>;
  #asked = 0;

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.#end = once(process, 'exit').then(([code]) => Promise.reject(new Error(`The owner ended: ${String(code)}`)));
    this.ready = Promise.race([once(process, 'message').then(() => undefined), this.#end]);
    // Whoever kills it does not wait for it.
    for (const one of [this.#end, this.ready]) one.catch(() => undefined);
    const area = (name: string): unknown =>
      new Proxy({}, { get: (_, procedure: string) => async (input: unknown) => await this.#ask([name, procedure], input) });
    this.client = new Proxy({}, { get: (_, name: string) => area(name) }) as FaceClient;
  }

  /** Begins to start; `ready` says when it has. */
  static launch(folder: string): Owned {
    return new Owned(
      fork(program('owner-process'), [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' }),
    );
  }

  /** Resolves when it is ready. */
  static async start(folder: string): Promise<Owned> {
    const owned = Owned.launch(folder);
    await owned.ready;
    return owned;
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Resolves when nothing is being done. */
  async settled(): Promise<void> {
    await this.#ask(['app', 'settled'], undefined);
  }

  /** At once, in the middle of whatever it does. The ids of the processes it had started. */
  async kill(): Promise<number[]> {
    const children = childrenOf(this.pid);
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await ended;
    }
    return children;
  }

  async #ask(path: readonly [string, string], input: unknown): Promise<unknown> {
    const id = this.#asked++;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const hear = (word: Said): void => {
      if (word.said === 'ready' || word.id !== id) return;
      this.#process.off('message', hear);
      if (word.said === 'answer') resolve(word.value);
      else reject(new Error(word.error));
    };
    this.#process.on('message', hear);
    this.#process.send({ id, path, input });
    return await Promise.race([promise, this.#end]);
  }
}

/** Ids of the processes that a process has started and that still run. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
}

export function isRunning(pid: number): boolean {
  const state = statOf(String(pid))?.[0];
  return state !== undefined && state !== 'Z';
}

function parentOf(pid: string): number {
  return Number(statOf(pid)?.[1] ?? 0);
}

/** What follows the name in `/proc/PID/stat`: state, parent. */
function statOf(pid: string): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ');
  } catch {
    return undefined;
  }
}
