import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import Database from 'better-sqlite3';
import { jsonLines, LIFEBOAT } from './command-line.ts';
import { type Finished, finished } from './finished.ts';
import { smallSources } from './pharmacy-app.ts';
import { type Scratch, scratchFolder } from './scratch.ts';

export const SECRET = 'correct-horse-of-the-mail-server';

/** A pharmacy on one PC, and the command `lifeboat` as somebody there types it. */
export class TerminalPharmacy {
  readonly #scratch: Scratch = scratchFolder();
  profile = this.path('profile');

  /** `more` takes the place of parts of the set-up file. */
  constructor(more: object = {}) {
    for (const folder of ['data', 'on-site', 'off-site', 'papers']) mkdirSync(this.path(folder));
    smallSources(this.path('data'));
    writeFileSync(this.path('setup.json'), JSON.stringify({ ...this.setup(), ...more }));
  }

  path(...names: string[]): string {
    return join(this.#scratch.path, ...names);
  }

  /** Changes the set-up file. */
  change(work: (file: { destinations: [{ path: string }] }) => void): void {
    const file = JSON.parse(readFileSync(this.path('setup.json'), 'utf8')) as Parameters<typeof work>[0];
    work(file);
    writeFileSync(this.path('setup.json'), JSON.stringify(file));
  }

  setup() {
    const place = (id: string) => ({ kind: 'folder', id, name: `Copies ${id}`, site: id, path: this.path(id, 'copies') });
    const questions = [{ name: 'Last Rx number', sql: 'SELECT max(rx) FROM prescriptions' }];
    return {
      pharmacy: { name: 'Corner Pharmacy', timeZone: 'America/Chicago' },
      people: [{ name: 'Ana', role: 'owner', email: 'ana@pharmacy.example' }],
      sources: [
        {
          kind: 'sqlite',
          id: 'dispensing',
          name: 'Dispensing database',
          tier: 'critical',
          path: this.path('data', 'dispensing.db'),
          questions,
        },
        { kind: 'folder', id: 'scans', name: 'Scans', tier: 'important', paths: [this.path('data', 'scans')] },
      ],
      destinations: [place('on-site'), place('off-site')],
      mail: { host: '127.0.0.1', port: 25, security: 'none', from: 'rx@pharmacy.example', password: { env: 'MAIL_PASSWORD' } },
    };
  }

  start(words: readonly string[], more: NodeJS.ProcessEnv = {}, stdin: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
    const { PATH, SystemRoot, NODE_COMPILE_CACHE, NODE_OPTIONS, DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR } = process.env;
    const ours = { PATH, SystemRoot, NODE_COMPILE_CACHE, NODE_OPTIONS, DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR };
    const env = { ...ours, NODE_NO_WARNINGS: '1', LIFEBOAT_LANG: 'en', ...more };
    return spawn(process.execPath, [LIFEBOAT, ...words], {
      cwd: this.path(),
      env: { ...env, XDG_CACHE_HOME: this.path('cache'), LIFEBOAT_PROFILE: this.profile },
      stdio: [stdin, 'pipe', 'pipe'],
    });
  }

  async run(words: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Finished> {
    const ended = await finished(this.start(words, more));
    expect(ended.stdout + ended.stderr).not.toContain(SECRET);
    expect(ended.stderr).not.toMatch(/^ +at |\[object|undefined/m);
    return ended;
  }

  /** The objects of one message type that the command prints as JSON. */
  async json(type: string, words: readonly string[]): Promise<{ code: number; objects: Record<string, unknown>[] }> {
    const { code, stdout } = await this.run([...words, '--json']);
    return { code, objects: jsonLines(stdout).filter(({ message_type }) => message_type === type) };
  }

  rows(): number {
    const database = new Database(this.path('data', 'dispensing.db'), { readonly: true });
    try {
      return (database.prepare('SELECT count(*) AS rows FROM prescriptions').get() as { rows: number }).rows;
    } finally {
      database.close();
    }
  }

  /** Every file of Lifeboat's own, in which no secret may be. */
  ownFiles(): string[] {
    return readdirSync(this.profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  }

  /** The recovery key as somebody reads it on the paper. */
  keyOnPaper(file: string): string {
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    return text.split('\n').find((line) => /^\s*(\w{4}\s*-\s*){6}\w{4}\s*$/.test(line)) ?? '';
  }

  remove(): void {
    this.#scratch.remove();
  }
}
