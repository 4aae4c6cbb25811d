import type { Command } from 'commander';
import { stats, type StatsMode } from '../../engine/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { choiceOf } from '../options/choice.ts';
import { declareOptions } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { statsLines, statsObject } from '../present/stats.ts';
import { withSession } from '../session.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends FilterOptions {
  mode?: StatsMode;
}

/** `lifeboat stats` */
export function statsCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('stats', texts.help.commands.stats, making).argument('[snapshot...]', texts.help.arguments.snapshots);
  declareOptions(
    command,
    [texts.options.stats, texts.options],
    [{ flags: '--mode <mode>', parse: choiceOf('restore-size', 'files-by-contents', 'raw-data', 'blobs-per-file') }, ...FILTER_OPTIONS],
  );
  return complete(command, making, run, 'reading');
}

async function run(invocation: Invocation, { mode = 'restore-size', ...options }: Options, snapshots: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  const request = { mode, ...(snapshots.length > 0 && { snapshots }), filter: snapshotFilter(options) };
  return await withSession(invocation, 'reading', async (session, watch) => {
    const result = await stats(session, request, invocation.hooks(watch));
    watch.finish();
    output.object(statsObject(result));
    if (!output.json) for (const line of statsLines(result, texts.results)) output.result(line);
    return invocation.warned(result.warnings.length);
  });
}
