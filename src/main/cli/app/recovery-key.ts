import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Invocation } from '../invocation.ts';
import { askSecret } from '../terminal/prompt.ts';

/** The key on a paper: from the environment, else typed in. `recovery-key-missing`. */
export async function recoveryKey({ surroundings, texts, signal }: Invocation): Promise<string> {
  const { stdin, stderr, environment } = surroundings;
  const given = environment.LIFEBOAT_RECOVERY_KEY;
  if (given !== undefined && given !== '') return given;
  const typed = stdin.isTTY ? await askSecret(texts.prompts.recoveryKey, { input: stdin, output: stderr }, signal) : '';
  if (typed.trim() === '') throw new LifeboatError('recovery-key-missing', {});
  return typed;
}
