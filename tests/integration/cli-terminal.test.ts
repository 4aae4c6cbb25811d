import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CommandLine, LIFEBOAT, PASSWORD } from '../support/command-line.ts';

/** `script` gives a process a terminal of its own; only Linux has the one that is meant here. */
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

/** A command on a terminal, with somebody who answers its questions. */
class Terminal {
  shown = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #answers: [question: string, answer: string][] = [];

  constructor(line: CommandLine, words: readonly string[], environment: NodeJS.ProcessEnv, columns: number) {
    const command = [process.execPath, LIFEBOAT, ...words].map((word) => `'${word}'`).join(' ');
    const env = { ...line.environment(environment), TERM: 'xterm', SHELL: '/bin/sh' };
    this.#child = spawn('script', ['-qefc', `stty cols ${columns}; ${command}`, '/dev/null'], { env, cwd: line.path(), stdio: 'pipe' });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** Answers questions in this order, each when it is asked. */
  answer(...answers: [question: string, answer: string][]): this {
    this.#answers = answers;
    return this;
  }

  async end(): Promise<number | null> {
    return await this.#ended;
  }

  #seen = 0;
  #take(text: string): void {
    this.shown += text;
    const next = this.#answers[0];
    if (next === undefined) return;
    const at = this.shown.indexOf(next[0], this.#seen);
    if (at < 0) return;
    this.#seen = at + next[0].length;
    this.#answers.shift();
    this.#child.stdin?.write(next[1]);
  }
}

describeOnLinux('the command line on a terminal', () => {
  let line: CommandLine;
  const open = (words: readonly string[], environment: NodeJS.ProcessEnv = {}, columns = 100): Terminal =>
    new Terminal(line, words, environment, columns);
  const NOBODY_SAID = { LIFEBOAT_PASSWORD: '' };

  beforeAll(async () => {
    line = await CommandLine.make({ 'rx.csv': 'one\n' });
    writeFileSync(line.path('source', 'big'), randomBytes(64 * 1024 * 1024));
    writeFileSync(line.path('source', 'odd\u001b[2J\nname'), 'x');
  });
  afterAll(() => line.remove());

  test('a running backup shows one line that fits, again and again, and leaves nothing of it behind', async () => {
    const terminal = open(['backup', line.source], {}, 60);
    expect(await terminal.end()).toBe(0);
    const drawn = [...terminal.shown.matchAll(/\r\u001b\[K([^\r\n]+)/g)].map(([, text]) => text as string);
    expect(drawn.length).toBeGreaterThan(1);
    expect(drawn.some((text) => /^\[0:\d\d\] {2}.*Backing up/.test(text))).toBe(true);
    expect(Math.max(...drawn.filter((text) => text.startsWith('[')).map((text) => text.length))).toBeLessThan(60);
    expect(terminal.shown).toMatch(/\r\u001b\[KNot compared with an earlier snapshot/);
    expect(terminal.shown).toMatch(/Snapshot \w{8} saved\.\r\n$/);
    expect(terminal.shown).not.toContain('\u001b[2J');
  });

  test('quiet shows nothing of the kind', async () => {
    const terminal = open(['backup', '--quiet', line.source]);
    expect(await terminal.end()).toBe(0);
    expect(terminal.shown).toBe('');
  });

  test('the password is asked for and not shown', async () => {
    const terminal = open(['snapshots'], NOBODY_SAID).answer(['Password of the repository: ', `${PASSWORD}\r`]);
    expect(await terminal.end()).toBe(0);
    expect(terminal.shown).toContain('ID        Time');
    expect(terminal.shown).not.toContain('horse');
  });

  test('a wrong one is refused', async () => {
    const terminal = open(['snapshots'], NOBODY_SAID).answer(['repository: ', 'wrong\r']);
    expect(await terminal.end()).toBe(12);
  });

  test('init asks twice and refuses what differs', async () => {
    const environment = { ...NOBODY_SAID, LIFEBOAT_REPOSITORY: line.path('new') };
    const differing = open(['init'], environment).answer(['New password: ', 'one\r'], ['New password again: ', 'two\r']);
    expect(await differing.end()).toBe(1);
    expect(differing.shown).toContain('The two passwords are not the same.');
    expect(existsSync(line.path('new', 'config'))).toBe(false);
    const same = open(['init'], environment).answer(['New password: ', 'one\r'], ['New password again: ', 'one\r']);
    expect(await same.end()).toBe(0);
    expect(same.shown).toMatch(/Made the repository \w{10} at /);
  });

  test('Ctrl-C at the question ends with 130 and a whole terminal', async () => {
    const terminal = open(['snapshots'], NOBODY_SAID).answer(['repository: ', '\u0003']);
    expect(await terminal.end()).toBe(130);
    expect(terminal.shown).toContain('The work was stopped before it was finished.');
  });

  test('Ctrl-C while working ends cleanly', async () => {
    const terminal = open(['backup', '--force', '--stdin']).answer(['Backing up', '\u0003']);
    expect(await terminal.end()).toBe(130);
    expect(terminal.shown).toContain('Stopping... press Ctrl-C again to stop at once.');
    expect((await line.json(['unlock']))[0]).toMatchObject({ removed: [], kept: [] });
  });
});
