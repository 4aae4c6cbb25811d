import { CommanderError } from 'commander';
import { asLifeboatError, type LifeboatError } from '../../../shared/errors/index.ts';
import { cliTexts, sentence } from '../../../shared/text/index.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-code.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Output, OutputClosed } from '../terminal/output.ts';

/** Tells what went wrong, in the form that was asked for; the exit code. */
export function presentFailure(error: unknown, output: Output, surroundings: Surroundings): ExitCode {
  // The reader has gone: nobody is there to be told, and what it wanted it had.
  if (error instanceof OutputClosed) return EXIT.done;
  if (error instanceof CommanderError) return presentUsage(error, output, surroundings);
  return presentError(asLifeboatError(error), output, surroundings);
}

function presentUsage(error: CommanderError, output: Output, { language }: Surroundings): ExitCode {
  if (error.exitCode === 0) return EXIT.done;
  const { usage } = cliTexts(language);
  // Help that is shown because no command was named is its own sentence.
  if (error.code === 'commander.help') return EXIT.failed;
  const message = usage.notUnderstood(error.message.replace(/^error: /, '').replace(/\.?\n/g, ' '));
  output.object({ message_type: 'error', code: 'usage', message, exit_code: EXIT.failed });
  output.notice(message);
  output.notice(usage.seeHelp);
  return EXIT.failed;
}

function presentError(error: LifeboatError, output: Output, { language }: Surroundings): ExitCode {
  const { code, data } = error.report();
  const exitCode = exitCodeOf(code);
  const message = sentence(error.report(), language);
  output.object({ message_type: 'error', code, data, message, exit_code: exitCode });
  output.notice(message);
  const hint = cliTexts(language).hints.byCode[code];
  if (hint !== undefined) output.notice(hint);
  return exitCode;
}
