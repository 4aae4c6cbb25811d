import type { Command } from 'commander';
import { headline, reasonText } from '../../../shared/text/index.ts';
import { complete, type Making, makeCommand } from '../commands/making.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { ask } from './ask.ts';
import { type ProfileOptions, withOwner } from './with-owner.ts';

/** `lifeboat status` */
export function statusCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('status', texts.help.commands.status, making);
  declareOptions(command, [texts.options.app, texts.options], [{ flags: '--profile <dir>' }]);
  return complete(command, making, run, 'reading');
}

/** Exit code 0 if protected, 3 if something needs attention, 1 if not protected. */
const CODES = { protected: EXIT.done, 'needs-attention': EXIT.warnings, 'not-protected': EXIT.failed } as const;

async function run(invocation: Invocation, options: ProfileOptions): Promise<ExitCode> {
  const { output, language } = invocation;
  return await withOwner(invocation, options, async (client) => {
    const status = await ask(client.status.get());
    const [sources, destinations, restorePoints] = await Promise.all([
      ask(client.sources.list()),
      ask(client.destinations.list()),
      ask(client.runs.points({ limit: 1000 })),
    ]);
    const { protection } = status;
    output.object({
      message_type: 'status',
      state: protection.state,
      reasons: protection.reasons,
      sources,
      destinations,
      restorePoints,
      status,
    });
    if (!output.json) {
      output.result(headline(protection.state, language));
      const names = new Map([
        ...sources.map(({ id, name }) => [id, name] as const),
        ...destinations.map(({ destination }) => [destination.id, destination.name] as const),
      ]);
      for (const reason of protection.reasons) output.result(`  ${reasonText(reason, names, language)}`);
    }
    return CODES[protection.state];
  });
}
