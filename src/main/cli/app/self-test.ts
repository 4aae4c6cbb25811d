import type { ErrorReport } from '../../../shared/errors/index.ts';
import { sentence } from '../../../shared/text/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { Names } from './names.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { snakeKeys } from './snake-keys.ts';

/** `lifeboat self-test NAME`: tries on the pharmacy's own database server, with a tiny database of its own, all that backup and restore need. */
export async function selfTest(invocation: Invocation, options: ProfileOptions, [name = '']: string[]): Promise<ExitCode> {
  const { output, texts, language } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const [source = ''] = names.idsOf([name], 'NAME') ?? [];
    const results = await owner.ask((client) => client.sources.selfTest({ id: source }));
    for (const { part, passed, steps } of results) {
      output.object({ message_type: 'self_test', ...(snakeKeys({ part, passed, steps }) as object) });
      if (output.json) continue;
      for (const { step, passed: isDone, error } of steps) {
        const why = error === undefined ? '' : ` ${sentence(error as ErrorReport, language)}`;
        output.result(harmless(`${texts.app.selfTest.steps[step]}: ${isDone ? texts.app.selfTest.done : texts.app.selfTest.failed}${why}`));
      }
      output.result(texts.app.selfTest.ended(passed));
    }
    return results.every(({ passed }) => passed) ? EXIT.done : EXIT.failed;
  });
}
