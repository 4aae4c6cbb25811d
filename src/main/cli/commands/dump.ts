import { open, rename, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { dump, type DumpRequest, type Hooks, type ReadingSession } from '../../engine/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { withSession } from '../session.ts';
import { systemError } from '../system-error.ts';
import { harmless } from '../terminal/harmless.ts';
import { OutputClosed } from '../terminal/output.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends FilterOptions {
  target?: string;
}

/** `lifeboat dump` */
export function dumpCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('dump', texts.help.commands.dump, making);
  command.argument('<snapshot>', texts.help.arguments.snapshot).argument('<file>', texts.help.arguments.file);
  declareOptions(command, [texts.options.dump, texts.options], [{ flags: '-t, --target <file>' }, ...FILTER_OPTIONS]);
  return complete(command, making, run, 'reading');
}

async function run(invocation: Invocation, options: Options, [snapshot = '', path = '']: string[]): Promise<ExitCode> {
  const request: DumpRequest = { snapshot, path, filter: snapshotFilter(options) };
  const { output, texts, signal } = invocation;
  if (options.target === undefined) return await dumpToOutput(invocation, request);
  const target = options.target;
  await withSession(invocation, 'reading', async (session) => {
    const bytes = await dumpToFile(session, request, target, { signal });
    output.object({ message_type: 'summary', path, target, bytes });
    output.info(texts.results.dump.written(bytes, harmless(target)));
  });
  return EXIT.done;
}

/** A reader that goes away before the end did not get the file: that is a failure, though nobody needs a sentence about it. */
async function dumpToOutput(invocation: Invocation, request: DumpRequest): Promise<ExitCode> {
  const { output, signal } = invocation;
  output.reserveForData();
  try {
    await withSession(invocation, 'reading', (session) => dump(session, request, (chunk) => output.write(chunk), { signal }));
    return EXIT.done;
  } catch (error) {
    if (error instanceof OutputClosed) return EXIT.failed;
    throw error;
  }
}

/** Writes beside the target and renames, so that the target is never half a file. Bytes written. */
async function dumpToFile(session: ReadingSession, request: DumpRequest, target: string, hooks: Hooks): Promise<number> {
  const beside = `${target}.lifeboat-${process.pid}`;
  const file = await open(beside, 'wx', 0o600).catch((error: unknown) => {
    throw systemError(target, error);
  });
  let bytes = 0;
  const write = async (chunk: Uint8Array): Promise<void> => {
    await file.appendFile(chunk).catch((error: unknown) => {
      throw systemError(target, error);
    });
    bytes += chunk.byteLength;
  };
  try {
    await dump(session, request, write, hooks);
    await file.sync();
    await file.close();
    await rename(beside, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
  return bytes;
}
