import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options {
  removeAll?: boolean;
}

/** `lifeboat unlock` */
export function unlockCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('unlock', texts.help.commands.unlock, making);
  declareOptions(command, [texts.options.unlock, texts.options], [{ flags: '--remove-all' }]);
  return complete(command, making, run);
}

async function run(invocation: Invocation, options: Options): Promise<ExitCode> {
  const { engine, output, signal, texts } = invocation;
  const location = invocation.location();
  const password = await invocation.password();
  const { removed, kept } = await engine.unlock(location, password, { all: options.removeAll === true, signal });
  output.object({ message_type: 'summary', removed, kept });
  output.info(removed.length === 0 ? texts.results.unlock.none : texts.results.unlock.removed(removed.length));
  if (kept.length > 0) output.info(texts.results.unlock.kept(kept.length));
  return EXIT.done;
}
