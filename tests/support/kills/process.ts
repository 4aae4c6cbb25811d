/** A process that carries out one order after the other on real repositories until it is killed. */
import { flushCompileCache } from 'node:module';
import { inspect } from 'node:util';
import { engineOf } from '../jobs.ts';
import { carryOut, type Order } from '../orders.ts';
import type { Word } from './word.ts';

const engine = engineOf(process.pid);
// Whoever is killed saves nothing for the next when it ends.
flushCompileCache();
// The thread starts now, not in the middle of the first order.
await engine.context.workers.run({ kind: 'scan', path: '/' });
// Nobody is left to end it.
process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => void obey(order));
say({ said: 'ready' });

function say(word: Word): void {
  process.send?.(word);
}

async function obey(order: Order): Promise<void> {
  try {
    await carryOut(engine, order, { opened: () => say({ said: 'opened' }), finished: (made) => say({ said: 'finished', made }) });
    say({ said: 'ready' });
  } catch (error) {
    say({ said: 'failed', error: inspect(error) });
  }
}
