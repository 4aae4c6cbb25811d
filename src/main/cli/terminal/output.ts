import type { Writable } from 'node:stream';
import { harmless } from './harmless.ts';
import { StatusLine } from './status-line.ts';

/** A stream that may be a terminal. */
export type OutputStream = Writable & { isTTY?: boolean; columns?: number };

/** What a command prints, in the form that was asked for. */
export interface OutputOptions {
  json: boolean;
  quiet: boolean;
}

/** Somebody closed the other end of standard output, as `| head` does. */
export class OutputClosed extends Error {}

/**
 * Everything a command prints: results on standard output, everything for the person who watches on standard error.
 * Knows the status line, so that nothing is printed into it.
 */
export class Output {
  readonly json: boolean;
  readonly quiet: boolean;
  /** Present when a person watches: standard error is a terminal, and neither JSON nor quiet was asked for. */
  readonly statusLine: StatusLine | undefined;
  private readonly stdout: OutputStream;
  private readonly stderr: OutputStream;
  private closed = false;
  private reserved = false;

  constructor(stdout: OutputStream, stderr: OutputStream, options: OutputOptions) {
    this.stdout = stdout;
    this.stderr = stderr;
    this.json = options.json;
    this.quiet = options.quiet;
    this.statusLine = stderr.isTTY && !options.json && !options.quiet ? new StatusLine(stderr) : undefined;
  }

  /** Whether somebody closed standard output; what is printed from then on goes nowhere. */
  get isClosed(): boolean {
    return this.closed || this.stdout.destroyed;
  }

  /** Marks standard output as closed at the other end. */
  close(): void {
    this.closed = true;
  }

  /** Keeps standard output for a file's content; JSON lines go to standard error from now on. */
  reserveForData(): void {
    this.reserved = true;
  }

  /** A line for people who did not ask for JSON or quiet. Must be harmless. */
  info(text: string): void {
    if (!this.json && !this.quiet) this.print(text);
  }

  /** A line that is the command's very result, printed also when quiet. Must be harmless. */
  result(text: string): void {
    if (!this.json) this.print(text);
  }

  /** A line of JSON, if JSON was asked for. */
  object(message: { message_type: string } & Record<string, unknown>): void {
    if (!this.json) return;
    if (this.reserved) this.stderr.write(`${JSON.stringify(message)}\n`);
    else this.print(JSON.stringify(message));
  }

  /** A sentence for whoever watches, on standard error; made harmless here. */
  notice(text: string): void {
    this.statusLine?.clear();
    this.stderr.write(`${harmless(text)}\n`);
  }

  /** Writes to standard output at the reader's pace. Throws OutputClosed when nobody reads any more. */
  async write(content: string | Uint8Array): Promise<void> {
    if (this.isClosed) throw new OutputClosed();
    this.statusLine?.clear();
    const { stdout } = this;
    if (!stdout.write(content)) await drained(stdout);
    if (this.isClosed) throw new OutputClosed();
  }

  /** Resolves when all that was printed has left, or nobody reads it. */
  async flush(): Promise<void> {
    this.statusLine?.clear();
    if (!this.isClosed) await new Promise<void>((resolve) => this.stdout.write('', () => resolve()));
  }

  private print(line: string): void {
    if (this.isClosed) return;
    this.statusLine?.clear();
    this.stdout.write(`${line}\n`);
  }
}

function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    stream.on('drain', done).on('close', done).on('error', done);
  });
}
