import { LifeboatError } from '../../../shared/errors/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { type ProfileOptions, withOwner } from './owner.ts';

/** `lifeboat cancel [RUN]`: stops what is at work, or one run of it; what is finished stays. */
export async function cancel(invocation: Invocation, options: ProfileOptions, [id]: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const { working } = await owner.look((client) => client.status.get());
    const wanted = id === undefined ? working : working.filter((run) => run.startsWith(id));
    if (id !== undefined && wanted.length === 0) {
      throw new LifeboatError('value-invalid', { name: 'RUN', value: id, expected: working.join(', ') || texts.app.cancel.nothing });
    }
    let stopped = 0;
    for (const run of wanted) {
      const answer = await owner.ask((client) => client.runs.cancel({ id: run }));
      output.object({ message_type: 'cancelled', run, stopped: answer.stopped });
      if (answer.stopped) stopped += 1;
    }
    if (!output.json) output.result(stopped === 0 ? texts.app.cancel.nothing : texts.app.cancel.stopped(stopped));
    return EXIT.done;
  });
}
