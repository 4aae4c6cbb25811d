import type { Command } from 'commander';
import { type Hooks, type ListRequest, listTree, type ReadingSession } from '../../engine/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { listedLine, listedObject } from '../present/ls.ts';
import { WarningCount } from '../present/warning-count.ts';
import { withSession } from '../session.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends FilterOptions {
  long?: boolean;
  recursive?: boolean;
}

/** `lifeboat ls` */
export function lsCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('ls', texts.help.commands.ls, making);
  command.argument('<snapshot>', texts.help.arguments.snapshot).argument('[path...]', texts.help.arguments.pathsInside);
  declareOptions(command, [texts.options.ls, texts.options], [{ flags: '-l, --long' }, { flags: '--recursive' }, ...FILTER_OPTIONS]);
  return complete(command, making, run, 'reading');
}

async function run(invocation: Invocation, options: Options, [snapshot = '', ...paths]: string[]): Promise<ExitCode> {
  const shared = { snapshot, filter: snapshotFilter(options) };
  const requests: ListRequest[] =
    paths.length === 0
      ? [{ ...shared, recursive: true }]
      : paths.map((path) => ({ ...shared, path, recursive: options.recursive === true }));
  return await withSession(invocation, 'reading', async (session, watch) => {
    const warnings = new WarningCount(invocation.hooks(watch));
    for (const request of requests) await list(invocation, session, { request, long: options.long === true, hooks: warnings.hooks });
    watch.finish();
    return invocation.warned(warnings.count);
  });
}

interface Listing {
  request: ListRequest;
  long: boolean;
  hooks: Hooks;
}

async function list({ output }: Invocation, session: ReadingSession, { request, long, hooks }: Listing): Promise<void> {
  for await (const entry of listTree(session, request, hooks)) {
    await output.write(`${output.json ? JSON.stringify(listedObject(entry)) : listedLine(entry, long)}\n`);
  }
}
