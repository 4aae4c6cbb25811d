import { LifeboatError } from '../../shared/errors/index.ts';
import { type CliTexts, cliTexts, type Language } from '../../shared/text/index.ts';
import type { Engine, Hooks } from '../engine/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { GlobalOptions } from './options/globals.ts';
import { passwordSources, readPassword } from './options/password.ts';
import { repositoryLocation } from './options/repository.ts';
import { Watch } from './present/watch.ts';
import type { Surroundings } from './surroundings.ts';
import type { Output } from './terminal/output.ts';
import { askSecret } from './terminal/prompt.ts';

/** One call of one command: what was asked for everywhere, and what its work needs. */
export class Invocation {
  readonly surroundings: Surroundings;
  readonly globals: GlobalOptions;
  readonly output: Output;
  readonly engine: Engine;
  readonly texts: CliTexts;

  constructor(surroundings: Surroundings, globals: GlobalOptions, output: Output, engine: Engine) {
    this.surroundings = surroundings;
    this.globals = globals;
    this.output = output;
    this.engine = engine;
    this.texts = cliTexts(surroundings.language);
  }

  get language(): Language {
    return this.surroundings.language;
  }

  get signal(): AbortSignal {
    return this.surroundings.signal;
  }

  get verbose(): boolean {
    return this.globals.verbose === true;
  }

  /** Where the repository is; `location-missing` if nobody said. */
  location(): string {
    return repositoryLocation(this.globals.repo, this.surroundings.environment);
  }

  /** The repository's password: from where the person said, else asked for; `password-missing` if nobody can be asked. */
  async password(question: string = this.texts.prompts.password): Promise<string> {
    return (await this.givenPassword()) ?? (await this.ask(question));
  }

  /** A new password for `init`: from where the person said, else asked for twice. */
  async passwordForInit(): Promise<string> {
    return (await this.givenPassword()) ?? (await this.newPassword());
  }

  /** A new password: from `file`, else asked for twice; `passwords-differ`. */
  async newPassword(file?: string): Promise<string> {
    if (file !== undefined) return (await readPassword({ file }, this.signal)) ?? '';
    const { newPassword, newPasswordAgain } = this.texts.prompts;
    const password = await this.ask(newPassword);
    if (password !== (await this.ask(newPasswordAgain))) throw new LifeboatError('passwords-differ', {});
    return password;
  }

  /** Shows how the work goes on. The caller finishes it. */
  watch(): Watch {
    return new Watch(this.output, this.texts, this.language, this.surroundings.clock);
  }

  /** What the engine's verbs get, with `watch` listening. */
  hooks(watch: Watch): Required<Pick<Hooks, 'signal' | 'onProgress'>> {
    return { signal: this.signal, onProgress: watch.onProgress };
  }

  /** Ends a command whose work left things out. */
  warned(count: number): ExitCode {
    if (count === 0) return EXIT.done;
    if (!this.output.json) this.output.notice(this.texts.results.warnings(count));
    return EXIT.warnings;
  }

  private async givenPassword(): Promise<string | undefined> {
    return await readPassword(passwordSources(this.globals, this.surroundings.environment), this.signal);
  }

  private async ask(question: string): Promise<string> {
    const { stdin, stderr } = this.surroundings;
    if (!stdin.isTTY) throw new LifeboatError('password-missing', {});
    const password = await askSecret(question, { input: stdin, output: stderr }, this.signal);
    if (password === '') throw new LifeboatError('password-missing', {});
    return password;
  }
}
