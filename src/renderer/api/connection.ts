import { createORPCClient, DynamicLink, ORPCError } from '@orpc/client';
import type { Line, LineEnd, Link, OpenLine, OwnerClient } from './line.ts';

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
  private current: ConnectionState = 'connecting';

  constructor(openLine: OpenLine) {
    this.openLine = openLine;
    this.link.catch(() => undefined);
    this.client = createORPCClient(new DynamicLink(async () => told(await this.link)));
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
        this.lose(await line.ended);
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

/** The same link; a question whose line breaks fails as lost. Whatever the owner itself answers is an error of the contract. */
function told(link: Link): Link {
  return {
    call: async (path, input, options) => {
      try {
        return await link.call(path, input, options);
      } catch (error) {
        if (error instanceof ORPCError || options.signal?.aborted === true) throw error;
        throw new ConnectionLost('The line broke before the answer came.', { cause: error });
      }
    },
  };
}

async function pause(milliseconds = 0): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
