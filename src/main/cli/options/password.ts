import { spawn } from 'node:child_process';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { readNamedFile } from './named-file.ts';
import { splitWords } from './words.ts';

/** Where a password may come from when nobody is asked. */
export interface PasswordSources {
  file?: string | undefined;
  command?: string | undefined;
  text?: string | undefined;
}

const EDGES = /^\p{White_Space}+|\p{White_Space}+$/gu;

/** The sources of the repository's password: the options, else Lifeboat's environment, else restic's. */
export function passwordSources(
  options: { passwordFile?: string; passwordCommand?: string },
  environment: NodeJS.ProcessEnv,
): PasswordSources {
  const candidates: PasswordSources[] = [
    { file: options.passwordFile, command: options.passwordCommand },
    { file: environment.LIFEBOAT_PASSWORD_FILE, command: environment.LIFEBOAT_PASSWORD_COMMAND, text: environment.LIFEBOAT_PASSWORD },
    { file: environment.RESTIC_PASSWORD_FILE, command: environment.RESTIC_PASSWORD_COMMAND, text: environment.RESTIC_PASSWORD },
  ];
  return candidates.find(({ file, command, text }) => file || command || text) ?? {};
}

/** The password, or undefined if no source was named. White space around a file's or a command's content does not count, as in restic. */
export async function readPassword({ file, command, text }: PasswordSources, signal?: AbortSignal): Promise<string | undefined> {
  if (file) return notEmpty(trimmed((await readNamedFile(file)).toString('utf8')));
  if (command) return await passwordFromCommand(command, signal);
  return text || undefined;
}

async function passwordFromCommand(line: string, signal?: AbortSignal): Promise<string> {
  const [program = '', ...words] = splitWords(line);
  // Only the program's name is told: its arguments may carry a secret.
  const failed = (exitCode: number, cause?: unknown): LifeboatError =>
    new LifeboatError('password-command-failed', { command: program, exitCode }, { cause });
  const { exitCode, output } = await runCommand(program, words, signal).catch((error: unknown) => {
    throw signal?.aborted ? new LifeboatError('aborted', {}) : failed(127, error);
  });
  const password = trimmed(output);
  if (exitCode !== 0 || password === '') throw failed(exitCode);
  return password;
}

function runCommand(program: string, words: string[], signal?: AbortSignal): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'], windowsHide: true, ...(signal ? { signal } : {}) });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(pieces).toString('utf8') }));
  });
}

function trimmed(content: string): string {
  return content.replace(/^\ufeff/, '').replace(EDGES, '');
}

function notEmpty(password: string): string {
  if (password === '') throw new LifeboatError('password-missing', {});
  return password;
}
