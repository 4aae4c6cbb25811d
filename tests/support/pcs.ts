import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../src/shared/model/clock.ts';
import type { Backend } from '../../src/main/engine/backend/index.ts';
import { createEngine, type Engine, type LockMemory } from '../../src/main/engine/index.ts';
import { CHEAP_KEY_COST } from './cheap-key-cost.ts';
import { InterceptedBackend, type Request } from './intercepted-backend.ts';

/** An engine as it runs on a PC of this name; its process cannot be seen from other PCs. */
export function pcOf(hostname: string, clock: Clock, lockMemory?: LockMemory): Engine {
  const identity = { hostname, username: 'ana', uid: 0, gid: 0, pid: process.pid };
  const own = { keyCost: CHEAP_KEY_COST, ...(lockMemory && { lockMemory }) };
  return createEngine({ clock, identity, program: 'lifeboat test', threads: 1, ...own });
}

/** The real clock, set wrong by some milliseconds. */
export function clockOff(milliseconds: number): Clock {
  return { now: () => new Date(Date.now() + milliseconds), uptime: () => performance.now() };
}

/** A place at which whoever makes a certain request stands still until he is let go. */
export class Doorway {
  readonly backend: Backend;
  /** Requests that were made after the one that waited. */
  readonly later: Request[] = [];
  readonly #arrived = Promise.withResolvers<void>();
  readonly #open = Promise.withResolvers<void>();

  constructor(inner: Backend, stops: (request: Request) => boolean) {
    let hasStopped = false;
    this.backend = new InterceptedBackend(inner, async (request, proceed) => {
      if (hasStopped) this.later.push(request);
      else if (stops(request)) {
        hasStopped = true;
        this.#arrived.resolve();
        await this.#open.promise;
      }
      return await proceed();
    });
  }

  /** Resolves when somebody stands in the door; fails if `work` ends before. */
  async arrival(work: Promise<unknown>): Promise<void> {
    const ended = work.then(
      () => 'ended',
      (error: unknown) => error,
    );
    const first = await Promise.race([this.#arrived.promise, ended]);
    if (first !== undefined) throw new Error('nobody came to the door', { cause: first });
  }

  letGo(): void {
    this.#open.resolve();
  }
}

/** Whether a promise is still open after some milliseconds. */
export async function isPending(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const settled = work.then(
    () => false,
    () => false,
  );
  return await Promise.race([settled, pause(milliseconds, true)]);
}
