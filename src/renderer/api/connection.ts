import { createORPCClient, DynamicLink, ORPCError } from '@orpc/client';
import type { Line, LineEnd, Link, OpenLine, OwnerClient } from './line.ts';
import { pause } from './pause.ts';
import { untilSilent } from './silence.ts';

/** `connecting` only at first; a line that was lost is asked for again until it is open. */
export type ConnectionState = 'connecting' | 'open' | LineEnd;

/** A question could not be asked, or its answer will not come: nobody is at the other end. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** Milliseconds until the next try to reach an owner that is gone: soon at first, then at a calm pace. */
const PAUSES = [250, 500, 1000, 2000] as const;

/** The page's way to the owner process, for as long as the page lives: opened again whenever it breaks. */
export class Connection {
  /** Stays the same whatever line is open. */
  readonly client: OwnerClient;
  private readonly openLine: OpenLine;
  private readonly listeners = new Set<() => void>();
  private readonly first = Promise.withResolvers<Link>();
  private link = this.first.promise;
  /** Questions whose answer has not come yet. */
  private readonly waiting: Waiting = new Set();
  private current: ConnectionState = 'connecting';

  constructor(openLine: OpenLine) {
    this.openLine = openLine;
    this.link.catch(() => undefined);
    this.client = createORPCClient(new DynamicLink(async () => told(await this.link, this.waiting)));
  }

  readonly state = (): ConnectionState => this.current;

  /** Calls `listener` at every change of the state, until what is returned is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Opens a line and keeps it open, for ever. */
  async keepOpen(): Promise<never> {
    for (let failures = 0; ; failures++) {
      const line = await this.openLine().catch((): LineEnd => 'owner-gone');
      if (!isLine(line)) this.lose(line);
      else {
        failures = 0;
        this.use(line.link);
        const watch = new AbortController();
        const end = await Promise.race([line.ended, untilSilent(this.client, watch.signal)]);
        watch.abort();
        line.close();
        this.lose(end);
      }
      await pause(PAUSES[Math.min(failures, PAUSES.length - 1)]);
    }
  }

  private use(link: Link): void {
    this.first.resolve(link);
    this.link = Promise.resolve(link);
    this.become('open');
  }

  /** A question asked while nobody is there fails at once: nothing that somebody clicked may happen minutes later. */
  private lose(end: LineEnd): void {
    const lost = new ConnectionLost(typeof end === 'string' ? end : end.problem.code);
    this.first.reject(lost);
    for (const giveUp of this.waiting) giveUp(lost);
    this.link = Promise.reject(lost);
    this.link.catch(() => undefined);
    // A problem that is told again is the same one.
    if (JSON.stringify(this.current) !== JSON.stringify(end)) this.become(end);
  }

  private become(state: ConnectionState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

function isLine(line: Line | LineEnd): line is Line {
  return typeof line === 'object' && 'link' in line;
}

/** What gives up each question that waits for its answer. */
type Waiting = Set<(lost: ConnectionLost) => void>;

/** The same link; a question whose line breaks fails as lost. Whatever the owner itself answers is an error of the contract. */
function told(link: Link, waiting: Waiting): Link {
  return {
    call: async (path, input, options) => {
      try {
        return await unlessLost(link.call(path, input, options), waiting);
      } catch (error) {
        if (error instanceof ORPCError || error instanceof ConnectionLost || options.signal?.aborted === true) throw error;
        throw new ConnectionLost('The line broke before the answer came.', { cause: error });
      }
    },
  };
}

/** An answer that may never come: the other end may be there and silent. */
async function unlessLost<T>(answer: Promise<T>, waiting: Waiting): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  waiting.add(reject);
  answer.then(resolve, reject);
  try {
    return await promise;
  } finally {
    waiting.delete(reject);
  }
}
