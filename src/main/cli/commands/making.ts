import { Command } from 'commander';
import type { CliTexts, CommandHelp } from '../../../shared/text/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareGlobalOptions } from '../options/declare-globals.ts';

/** A command's work: what it was asked for in, its exit code out. */
export type Run<O> = (invocation: Invocation, options: O, operands: string[]) => Promise<ExitCode>;

/** What a command is made with. */
export interface Making {
  texts: CliTexts;
  /** Where commands take their settings from. */
  pattern: Command;
  /** Makes of a command's work what commander calls. */
  execute: <O>(run: Run<O>) => (...values: unknown[]) => Promise<void>;
}

/** A command with its help. Give it its arguments and options, then complete it. */
export function makeCommand(name: string, help: CommandHelp, { texts, pattern }: Making): Command {
  const command = new Command(name).copyInheritedSettings(pattern).summary(help.summary).description(help.description);
  const lines = help.examples.flatMap(({ type, does }) => [`  ${type}`, `      ${does}`]);
  if (lines.length > 0) command.addHelpText('after', ['', texts.help.examplesTitle, ...lines].join('\n'));
  return command;
}

/** Gives a command its work, and the options of every command behind its own. */
export function complete<O>(command: Command, { texts, execute }: Making, run: Run<O>, kind: 'reading' | 'writing' = 'writing'): Command {
  return declareGlobalOptions(command, texts, kind).action(execute(run));
}

/** The same for a command that only holds others. */
export function completeGroup(command: Command, { texts }: Making): Command {
  return declareGlobalOptions(command, texts, 'writing');
}
