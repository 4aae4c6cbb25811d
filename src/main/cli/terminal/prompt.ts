import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { LifeboatError } from '../../../shared/errors/index.ts';

/** A terminal that somebody can answer on. */
export interface Questioner {
  readonly input: NodeJS.ReadStream;
  readonly output: Writable;
}

/** Asks for a secret and shows nothing of what is typed. Ctrl-C and the end of input give `aborted`. */
export async function askSecret(question: string, { input, output }: Questioner, signal?: AbortSignal): Promise<string> {
  if (signal?.aborted) throw new LifeboatError('aborted', {});
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  // Asked only now: what is typed before the terminal's own echo is off would show.
  output.write(question);
  try {
    return await answer(lines, signal);
  } finally {
    lines.close();
    output.write('\n');
  }
}

function answer(lines: ReturnType<typeof createInterface>, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new LifeboatError('aborted', {}));
    lines.once('line', resolve).once('SIGINT', stop).once('close', stop);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
