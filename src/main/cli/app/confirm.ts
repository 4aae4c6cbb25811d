import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Invocation } from '../invocation.ts';
import { askLine } from '../terminal/ask-line.ts';

/** Goes on only if the person says so, or said so before. `confirmation-missing` if nobody can be asked, `aborted` for a no. */
export async function confirm({ surroundings, texts, signal }: Invocation, isConfirmed: boolean | undefined): Promise<void> {
  if (isConfirmed === true) return;
  const { stdin: input, stderr: output } = surroundings;
  const answer = await askLine(texts.prompts.goAhead, { input, output }, signal);
  if (answer === undefined) throw new LifeboatError('confirmation-missing', {});
  if (answer.trim().toLowerCase() !== texts.prompts.yes) throw new LifeboatError('aborted', {});
}
