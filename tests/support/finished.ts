import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a process said and how it ended. */
export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit code; -1 when a signal ended the process. */
  readonly code: number;
}

/** Waits for the end of a child whose output is piped, and gives all it said. */
export async function finished(child: ChildProcess): Promise<Finished> {
  const [stdout, stderr] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'close'),
  ]);
  return { stdout, stderr, code: child.exitCode ?? -1 };
}
