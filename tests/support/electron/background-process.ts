import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { FaceClient } from '../../../src/main/web/index.ts';
import { program } from '../program.ts';

interface Said {
  said: 'link' | 'end';
  link?: string;
  end?: string;
}

/** A background owner in a process of its own. */
export class BackgroundProcess {
  /** How it ended, in its own words; undefined if it was killed. */
  readonly ended: Promise<string | undefined>;
  readonly #process: ChildProcess;
  readonly #link: Promise<string>;

  private constructor(folder: string) {
    this.#process = fork(program('electron/background-owner'), [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const { promise: link, resolve } = Promise.withResolvers<string>();
    this.#link = link;
    let end: string | undefined;
    this.#process.on('message', (word: Said) => {
      if (word.said === 'end') end = word.end;
      else resolve(word.link ?? '');
    });
    this.ended = once(this.#process, 'exit').then(() => end);
  }

  /** Resolves when it owns the profile. */
  static async start(folder: string): Promise<BackgroundProcess> {
    const made = new BackgroundProcess(folder);
    await Promise.race([made.#link, made.ended.then((how) => Promise.reject(new Error(`It ended: ${String(how)}`)))]);
    return made;
  }

  /** How a start ends that is one too many. */
  static async outcome(folder: string): Promise<string | undefined> {
    return await new BackgroundProcess(folder).ended;
  }

  /** A browser that followed the sign-in link. */
  async browser(): Promise<FaceClient> {
    const link = new URL(await this.#link);
    const { headers } = await fetch(link, { redirect: 'manual' });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const socket = new WebSocket(`ws://${link.host}/rpc`, { headers: { cookie, origin: link.origin } });
    await once(socket, 'open');
    return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
  }

  /** Tells it to end, as the system does. */
  async end(): Promise<void> {
    this.#process.send('end');
    await this.ended;
  }

  /** At once. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }
}
