import { createInterface } from 'node:readline';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Questioner } from './prompt.ts';

/** Asks for a line that may be seen, also of a program that answers through a pipe. Undefined: nobody answers. Ctrl-C gives `aborted`. */
export async function askLine(question: string, { input, output }: Questioner, signal?: AbortSignal): Promise<string | undefined> {
  if (signal?.aborted) throw new LifeboatError('aborted', {});
  const lines = createInterface({ input, output, terminal: input.isTTY, historySize: 0 });
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      const stop = (): void => reject(new LifeboatError('aborted', {}));
      // What is said next does not stand behind the question.
      const nobody = (): void => {
        output.write('\n');
        resolve(undefined);
      };
      lines.once('SIGINT', stop).once('close', nobody);
      signal?.addEventListener('abort', stop, { once: true });
      lines.question(question, (line) => {
        lines.off('close', nobody);
        resolve(line);
      });
    });
  } finally {
    lines.close();
  }
}
