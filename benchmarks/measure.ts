import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import type { Command } from './tools/tool.ts';

/** What one command cost, with all the processes and threads it started. */
export interface Cost {
  /** Wall-clock seconds. */
  seconds: number;
  /** Processor seconds, user and system. */
  cpuSeconds: number;
  /** Largest resident memory of one process, in bytes. */
  peakBytes: number;
}

/** A command that went wrong or took too long. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
}

export interface MeasureOptions {
  environment: Readonly<Record<string, string>>;
  /** Folder for the report of GNU time. */
  scratch: string;
  /** The command is ended after this many milliseconds. */
  limit: number;
  signal: AbortSignal;
}

/** Node tells of its own usage only; GNU time asks the kernel about the whole family of the command. */
const gnuTime = '/usr/bin/time';

/** Whether commands can be measured here: `undefined`, or what is missing, in words. */
export function missingForMeasuring(): string | undefined {
  return existsSync(gnuTime) ? undefined : `GNU time is needed as ${gnuTime} (Debian: apt-get install time).`;
}

/** Runs a command to its end and measures it. Throws a CommandFailure with what it wrote if it fails. */
export async function measure(command: Command, options: MeasureOptions): Promise<Cost> {
  // Pages the one before has not written out yet would be written on this one's bill.
  spawnSync('sync');
  const report = join(options.scratch, 'time.txt');
  const start = performance.now();
  await runToEnd({ ...command, program: gnuTime, args: ['-o', report, '-f', '%U %S %M', command.program, ...command.args] }, options);
  const seconds = (performance.now() - start) / 1000;
  const [user = Number.NaN, system = Number.NaN, kibibytes = Number.NaN] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  return { seconds, cpuSeconds: user + system, peakBytes: kibibytes * 1024 };
}

/** Seconds until what was written to a folder's file system is on its disk: a tool that does not wait for it leaves it to a power cut. */
export function secondsToSync(folder: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync('sync', ['--file-system', folder], { encoding: 'utf8' });
  if (status !== 0) throw new CommandFailure(`sync ended with ${status}:\n${stderr}`);
  return (performance.now() - start) / 1000;
}

/** Runs a command and gives what it wrote. Throws a CommandFailure if it fails, takes too long, or the signal aborts. */
export async function runToEnd(command: Command, { environment, limit, signal }: Omit<MeasureOptions, 'scratch'>): Promise<string> {
  signal.throwIfAborted();
  // In a group of its own, so that everything it starts can be ended with it.
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = AbortSignal.any([signal, AbortSignal.timeout(limit)]);
  const end = (): void => endGroup(child.pid);
  stop.addEventListener('abort', end, { once: true });
  try {
    const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)]);
    signal.throwIfAborted();
    if (code !== 0)
      throw new CommandFailure(`${command.args.join(' ')} ${stop.aborted ? 'took too long' : `ended with ${code}`}:\n${errors}${output}`);
    return output;
  } finally {
    stop.removeEventListener('abort', end);
  }
}

/** The exit code; undefined when a signal ended the process. */
async function exitOf(child: ChildProcess): Promise<number | undefined> {
  await once(child, 'close');
  return child.exitCode ?? undefined;
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

async function text(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
