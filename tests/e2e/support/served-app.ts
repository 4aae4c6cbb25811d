import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { rememberServed } from './ways.ts';

const LIFEBOAT = fileURLToPath(new URL('../../../bin/lifeboat.js', import.meta.url));

export interface ServeOptions {
  /** The profile's folder; it may be one that was served before. */
  profile: string;
  /** That of last time by default, where it is free. */
  port?: number;
  environment?: NodeJS.ProcessEnv;
  /** What its command line is; the built one by default. */
  program?: string;
}

/** The built app as an owner process without a window, as `lifeboat serve` starts it. */
export class ServedApp {
  /** Signs whoever opens it first in. */
  readonly link: string;
  readonly port: number;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, link: string, port: number) {
    this.child = child;
    this.link = link;
    this.port = port;
  }

  static async start({ profile, port, environment = {}, program = LIFEBOAT }: ServeOptions): Promise<ServedApp> {
    const words = [program, 'serve', '--json', '--profile', profile, ...(port === undefined ? [] : ['--port', String(port)])];
    const child = spawn(process.execPath, words, {
      env: { ...process.env, NODE_NO_WARNINGS: '1', LIFEBOAT_LANG: 'en', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const said = JSON.parse(line) as { message_type: string; link: string; port: number };
      if (said.message_type === 'serving') {
        child.stdout.resume();
        rememberServed(said.link, profile);
        return new ServedApp(child, said.link, said.port);
      }
    }
    throw new Error('The app ended before it served.');
  }

  /** Ends it as Ctrl-C does. */
  async stop(): Promise<void> {
    await this.end('SIGINT');
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops it where it is, as a machine does that hangs: its lines stay open, and nobody answers. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  /** Lets it go on. */
  thaw(): void {
    this.child.kill('SIGCONT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
