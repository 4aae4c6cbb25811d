import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Id } from '../../../src/main/engine/index.ts';
import type { Order } from '../orders.ts';
import { program } from '../program.ts';
import type { Word } from './word.ts';

/** How an order ended. */
export interface OrderEnd {
  /** Whether the process was killed before it had given the repository back. */
  wasCut: boolean;
  /** What the verb made, if it returned. */
  made: Id[] | undefined;
  /** Milliseconds from when the repository was open. */
  took: number;
}

interface Worker {
  child: ChildProcess;
  /** Its last words arrive before this. */
  gone: Promise<unknown>;
}

/** Processes that do orders and are killed over them; one waits ready, so that starting it takes no time of the next order. */
export class Crew {
  #worker: Promise<Worker> | undefined;
  #spare = start();

  /** Gives an order and kills the process `after` so many milliseconds of work, unless it is done by then. Fails if the order does. */
  async carryOut(order: Order, after: number): Promise<OrderEnd> {
    const worker = await (this.#worker ??= this.#takeSpare());
    const end = await carryOut(worker, order, after);
    if (worker.child.killed) {
      await worker.gone;
      this.#worker = undefined;
    }
    return end;
  }

  /** Lets the process go, so that a new one takes the next order. */
  async dismiss(): Promise<void> {
    const worker = await this.#worker;
    this.#worker = undefined;
    worker?.child.kill('SIGKILL');
    await worker?.gone;
  }

  /** Ends the processes. */
  async close(): Promise<void> {
    for (const starting of [this.#worker, this.#spare]) {
      const worker = await starting?.catch(() => undefined);
      worker?.child.kill('SIGKILL');
      await worker?.gone;
    }
  }

  #takeSpare(): Promise<Worker> {
    const taken = this.#spare;
    this.#spare = start();
    // Whoever needs it hears of the failure.
    this.#spare.catch(() => undefined);
    return taken;
  }
}

async function start(): Promise<Worker> {
  const child = fork(program('kills/process'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  await Promise.race([once(child, 'message'), gone]);
  if (child.exitCode !== null) throw new Error('the process did not start');
  return { child, gone };
}

async function carryOut({ child, gone }: Worker, order: Order, after: number): Promise<OrderEnd> {
  const ready = Promise.withResolvers<boolean>();
  let made: Id[] | undefined;
  let timer: NodeJS.Timeout | undefined;
  let opened = 0;
  const hear = (word: Word): void => {
    if (word.said === 'opened') {
      opened = performance.now();
      timer = setTimeout(() => child.kill('SIGKILL'), after);
    } else if (word.said === 'finished') made = word.made;
    else if (word.said === 'failed') ready.reject(new Error(`${order.job} failed: ${word.error}`));
    else ready.resolve(false);
  };
  child.on('message', hear);
  child.send(order);
  try {
    const wasCut = await Promise.race([ready.promise, gone.then(() => true)]);
    if (timer === undefined) throw new Error(`${order.job} ended before it had opened the repository`);
    return { wasCut, made, took: performance.now() - opened };
  } finally {
    clearTimeout(timer);
    child.off('message', hear);
  }
}
