import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { maskedTail } from './masked-tail.ts';
import { AS_GROUP, signalGroup } from './process-group.ts';
import { toolEnvironment } from './tool-environment.ts';

export interface ToolOptions {
  /** Beside the few variables every program needs. The only way to hand over a secret; values of secrets are masked in errors. */
  env?: Record<string, string>;
  /** What the tool reads on its standard input; without it the input is empty. */
  input?: AsyncIterable<Uint8Array> | string;
  /** Ends the tool, and what it has started. */
  signal: AbortSignal;
  cwd?: string;
}

/** After this many milliseconds a tool that was asked to end is ended. */
const PATIENCE = 3000;
const STDERR_KEPT = 64 * 1024;
const STDOUT_LIMIT = 64 * 1024 * 1024;

/** Runs a tool to its end. `tool-missing`, `tool-failed` (also when it says more than 64 MiB), `aborted`. */
export async function runTool(tool: { path: string }, args: readonly string[], options: ToolOptions): Promise<{ stdout: string }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of streamTool(tool, args, options)) {
    length += piece.byteLength;
    if (length > STDOUT_LIMIT)
      throw new LifeboatError('tool-failed', { tool: basename(tool.path), exitCode: 0, detail: 'too much output' });
    pieces.push(piece);
  }
  return { stdout: Buffer.concat(pieces).toString('utf8') };
}

/**
 * Runs a tool and hands on what it writes. Throws `tool-failed` behind the last byte if it did not end well, so whoever
 * stores the bytes must not take them for whole before the end. Leaving the loop early ends the tool.
 */
export async function* streamTool(
  tool: { path: string },
  args: readonly string[],
  options: ToolOptions,
): AsyncGenerator<Uint8Array, void, void> {
  const { signal, env = {}, cwd } = options;
  signal.throwIfAborted();
  const child = spawn(tool.path, [...args], {
    env: toolEnvironment(env),
    windowsHide: true,
    stdio: 'pipe',
    ...AS_GROUP,
    ...(cwd !== undefined && { cwd }),
  });
  const stderr = keepTail(child);
  const closed = whenClosed(child, tool.path);
  const stop = ending(child);
  signal.addEventListener('abort', stop, { once: true });
  const fed = feed(child, options.input, stop);
  // Both are waited for below; until then a failure must not count as unhandled.
  for (const work of [closed, fed]) work.catch(() => undefined);
  try {
    for await (const piece of child.stdout) yield piece as Uint8Array;
    const exitCode = await closed;
    await fed;
    signal.throwIfAborted();
    if (exitCode !== 0) throw new LifeboatError('tool-failed', { tool: basename(tool.path), exitCode, detail: maskedTail(stderr(), env) });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    await closed.catch(() => undefined);
  }
}

/** Its exit code; -1 if a signal ended it. */
async function whenClosed(child: ChildProcessWithoutNullStreams, path: string): Promise<number> {
  return await new Promise<number>((resolve, reject) => {
    child.once('error', (cause) => reject(new LifeboatError('tool-missing', { tool: basename(path) }, { cause })));
    child.once('close', (code) => resolve(code ?? -1));
  });
}

function keepTail(child: ChildProcessWithoutNullStreams): () => string {
  let kept = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    kept = (kept + text).slice(-STDERR_KEPT);
  });
  return () => kept;
}

/** Hands the input over. A tool that ends before it has read everything says why itself; the input's own failure ends the tool. */
async function feed(child: ChildProcessWithoutNullStreams, input: ToolOptions['input'], stop: () => void): Promise<void> {
  child.stdin.on('error', () => undefined);
  if (input === undefined || typeof input === 'string') {
    child.stdin.end(input ?? '');
    return;
  }
  const failed: { error?: unknown } = {};
  await pipeline(Readable.from(remember(input, failed), { objectMode: true }), child.stdin).catch(() => {
    if (!('error' in failed)) return;
    stop();
    throw failed.error;
  });
}

async function* remember(input: AsyncIterable<Uint8Array>, failed: { error?: unknown }): AsyncGenerator<Uint8Array> {
  try {
    yield* input;
  } catch (error) {
    failed.error = error;
    throw error;
  }
}

/**
 * How a tool is ended: it is asked, with what it has started, and ended a little later. A tool can be gone while helpers of its own wait
 * for a server that has fallen silent; they keep its outputs open.
 */
function ending(child: ChildProcessWithoutNullStreams): () => void {
  const state: { isOver: boolean; timer?: NodeJS.Timeout } = { isOver: false };
  child.once('close', () => {
    state.isOver = true;
    clearTimeout(state.timer);
  });
  return () => {
    if (child.pid === undefined || state.isOver || state.timer !== undefined) return;
    signalGroup(child, 'SIGTERM');
    state.timer = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE);
    // What nobody reads any more would keep it from ending.
    child.stdout.resume();
  };
}
