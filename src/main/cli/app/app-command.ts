import type { Command } from 'commander';
import type { CommandHelp } from '../../../shared/text/index.ts';
import { type Making, makeCommand, type Run } from '../commands/making.ts';
import { declareOptions, type OptionSpec } from '../options/declare.ts';

/** Options of all of them; those of the engine's commands about one repository mean nothing here. */
const APP_OPTIONS: readonly OptionSpec[] = [{ flags: '--profile <dir>' }, { flags: '--json' }, { flags: '-q, --quiet' }];

/** Commands that only hold others. */
type Holding = 'kit' | 'people' | 'attack';

/** A command of the app; `typed` is what a person types where that is not its name among the texts. */
export function appCommand<O>(
  making: Making,
  name: Exclude<keyof typeof making.texts.options.app, Holding>,
  options: readonly OptionSpec[],
  run: Run<O>,
  typed: string = name,
): Command {
  const { texts, execute } = making;
  const help: CommandHelp = texts.help.commands[name];
  const command = makeCommand(typed, help, making);
  declareOptions(command, [texts.options.app[name], texts.options], options);
  declareOptions(command, [texts.options.app[name], texts.options], APP_OPTIONS, texts.help.headings.globalOptions);
  return command.action(execute(run));
}
