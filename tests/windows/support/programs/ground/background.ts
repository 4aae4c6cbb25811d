import { once } from 'node:events';
import { mkdirSync, watch, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Facts } from './facts.ts';

/** What runs beside the rest. */
export const backgroundFacts: Facts = {
  background: async () => {
    const timer = await pause(5, true);
    mkdirSync('D:\\watched');
    const watcher = watch('D:\\watched');
    const changed = once(watcher, 'change');
    writeFileSync('D:\\watched\\new.txt', 'x');
    const watched = (await changed).includes('new.txt');
    watcher.close();
    const worker = new Worker(`require('node:worker_threads').parentPort.postMessage('from a thread')`, { eval: true });
    const [thread] = (await once(worker, 'message')) as unknown[];
    return { timer, watched, thread };
  },
};
