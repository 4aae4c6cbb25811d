import { parentPort } from 'node:worker_threads';
import { asLifeboatError } from '../../../shared/errors/index.ts';
import { databaseError } from './errors.ts';
import { OpenedDatabase } from './opened-database.ts';
import type { FromThread, ToThread, Verb, Verbs } from './protocol.ts';

/** A thread around one SQLite database: SQLite answers while everything else stands still, so it stands still here. */
if (parentPort === null) throw new Error('worker.ts runs only as a worker thread');
const port = parentPort;
let opened: OpenedDatabase | undefined;
let path = '';

const work: { [V in Verb]: (ask: Verbs[V]['ask']) => Verbs[V]['answer'] | Promise<Verbs[V]['answer']> } = {
  open: (ask) => {
    path = ask.path;
    opened = new OpenedDatabase(ask.path, ask.mode, ask.patience);
    return null;
  },
  stage: async ({ to }) => {
    await database().stage(to);
    return null;
  },
  check: ({ isQuick }) => database().check(isQuick),
  witness: ({ tables }) => database().witness(tables),
  ask: (question) => database().ask(question),
  settle: () => {
    database().settle();
    return null;
  },
  close: () => {
    opened?.close();
    opened = undefined;
    return null;
  },
};

function database(): OpenedDatabase {
  if (opened === undefined) throw new Error('no database is open');
  return opened;
}

async function answer<V extends Verb>({ id, verb, ask }: ToThread<V>): Promise<FromThread> {
  try {
    return { id, answer: await work[verb](ask) };
  } catch (error) {
    return { id, error: asLifeboatError(databaseError(error, path)).report() };
  }
}

port.on('message', (message: ToThread) => {
  void answer(message).then((reply) => {
    port.postMessage(reply);
    // The thread ends by itself: V8 does not always survive threads that are ended from outside.
    if (message.verb === 'close') port.close();
  });
});
