/** How work uses a repository, as its lock will be: many may share it, one may have it alone. */
export type Use = 'shared' | 'exclusive';

export interface Admitted {
  /** Aborts for exclusive work when somebody else wants in: maintenance parks for anybody. */
  readonly parked: AbortSignal;
  leave: () => void;
}

interface Gate {
  shared: number;
  exclusive: { stop: AbortController; left: Promise<void> } | undefined;
  /** Resolves when nobody is in. */
  waiting: (() => void)[];
}

/** Lets work into repositories so that two jobs of ours never wait for each other's locks. */
export class Admission {
  private readonly gates = new Map<string, Gate>();

  /** Waits until the work may begin. Shared work asks exclusive work to park; exclusive work waits for all shared to end. */
  async enter(repository: string, use: Use): Promise<Admitted> {
    const gate = this.gateOf(repository);
    return use === 'shared' ? await this.share(gate) : await this.have(gate);
  }

  private gateOf(repository: string): Gate {
    const gate = this.gates.get(repository) ?? { shared: 0, exclusive: undefined, waiting: [] };
    this.gates.set(repository, gate);
    return gate;
  }

  private async share(gate: Gate): Promise<Admitted> {
    while (gate.exclusive !== undefined) {
      gate.exclusive.stop.abort();
      await gate.exclusive.left;
    }
    gate.shared += 1;
    return { parked: new AbortController().signal, leave: once(() => this.leaveShared(gate)) };
  }

  private leaveShared(gate: Gate): void {
    gate.shared -= 1;
    if (gate.shared === 0) for (const wake of gate.waiting.splice(0)) wake();
  }

  private async have(gate: Gate): Promise<Admitted> {
    for (;;) {
      if (gate.exclusive !== undefined) await gate.exclusive.left;
      else if (gate.shared > 0) await new Promise<void>((resolve) => gate.waiting.push(resolve));
      else break;
    }
    const stop = new AbortController();
    const { promise: left, resolve } = Promise.withResolvers<void>();
    gate.exclusive = { stop, left };
    const leave = once(() => {
      gate.exclusive = undefined;
      resolve();
    });
    return { parked: stop.signal, leave };
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
