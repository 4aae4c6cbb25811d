import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemClock } from '../../src/main/clock.ts';
import { createEngine } from '../../src/main/engine/index.ts';
import { type Finished, finished } from './finished.ts';
import { program } from './program.ts';
import { QUICK_ENGINE } from './quick-engine.ts';
import { type Scratch, scratchFolder } from './scratch.ts';

export const PASSWORD = 'correct horse';
export const LIFEBOAT = program('lifeboat');

/** How a test starts the command. */
export interface StartOptions {
  environment?: NodeJS.ProcessEnv;
  stdio?: StdioOptions;
}

/** A scratch folder with a repository and a source, and the command `lifeboat` as a process of its own that knows both. */
export class CommandLine {
  readonly repository: string;
  readonly source: string;
  readonly #scratch: Scratch;

  private constructor(scratch: Scratch) {
    this.#scratch = scratch;
    this.repository = this.path('repository');
    this.source = this.path('source');
  }

  /** The repository is empty, and its key cheap, so that opening it takes no time. */
  static async make(files: Readonly<Record<string, string>> = {}): Promise<CommandLine> {
    const line = new CommandLine(scratchFolder());
    try {
      mkdirSync(line.source);
      line.write(files);
      await makeRepository(line.repository);
    } catch (error) {
      line.remove();
      throw error;
    }
    return line;
  }

  /** A path below the scratch folder. */
  path(...names: string[]): string {
    return join(this.#scratch.path, ...names);
  }

  /** Writes files of the source. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.source, name)), { recursive: true });
      writeFileSync(join(this.source, name), content);
    }
  }

  /** What the command's process finds in its environment. */
  environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    const { PATH, SystemRoot, NODE_COMPILE_CACHE, NODE_OPTIONS } = process.env;
    return {
      PATH,
      SystemRoot,
      NODE_COMPILE_CACHE,
      NODE_OPTIONS,
      NODE_NO_WARNINGS: '1',
      LIFEBOAT_LANG: 'en',
      LIFEBOAT_REPOSITORY: this.repository,
      LIFEBOAT_PASSWORD: PASSWORD,
      XDG_CACHE_HOME: this.path('cache'),
      LOCALAPPDATA: this.path('cache'),
      ...more,
    };
  }

  /** Starts the command and does not wait. */
  start(words: readonly string[], { environment = {}, stdio = ['ignore', 'pipe', 'pipe'] }: StartOptions = {}): ChildProcess {
    return spawn(process.execPath, [LIFEBOAT, ...words], { cwd: this.#scratch.path, env: this.environment(environment), stdio });
  }

  /** Runs the command to its end. */
  async run(words: readonly string[], options: StartOptions = {}): Promise<Finished> {
    return await finished(this.start(words, options));
  }

  /** Runs it and expects success; what it printed. */
  async ok(words: readonly string[], options: StartOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(words, options);
    if (code !== 0) throw new Error(`lifeboat ${words.join(' ')} ended with ${code}: ${stdout}${stderr}`);
    return stdout;
  }

  /** Runs it with `--json` and expects success; the objects it printed, without those that say how far it is. */
  async json(words: readonly string[], options: StartOptions = {}): Promise<Record<string, unknown>[]> {
    const objects = jsonLines(await this.ok([...words, '--json'], options));
    return objects.filter(({ message_type }) => message_type !== 'status');
  }

  remove(): void {
    this.#scratch.remove();
  }
}

async function makeRepository(location: string): Promise<void> {
  const identity = { hostname: 'test', username: 'test', uid: 0, gid: 0, pid: process.pid };
  const engine = createEngine({ clock: systemClock, identity, program: 'test', threads: 1, ...QUICK_ENGINE });
  try {
    await engine.init(location, PASSWORD);
  } finally {
    await engine.close();
  }
}

/** The objects of JSON lines. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
