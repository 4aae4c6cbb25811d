import type { Command } from 'commander';
import { diff, type DiffStatistics } from '../../engine/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { differenceLine, differenceObject, diffLines, statisticsObject } from '../present/diff.ts';
import { WarningCount } from '../present/warning-count.ts';
import { withSession } from '../session.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends FilterOptions {
  metadata?: boolean;
}

/** `lifeboat diff` */
export function diffCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('diff', texts.help.commands.diff, making);
  command.argument('<first>', texts.help.arguments.firstSnapshot).argument('<second>', texts.help.arguments.secondSnapshot);
  declareOptions(command, [texts.options.diff, texts.options], [{ flags: '--metadata' }, ...FILTER_OPTIONS]);
  return complete(command, making, run, 'reading');
}

async function run(invocation: Invocation, options: Options, [first = '', second = '']: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  const request = { first, second, filter: snapshotFilter(options), metadata: options.metadata === true };
  return await withSession(invocation, 'reading', async (session, watch) => {
    const warnings = new WarningCount(invocation.hooks(watch));
    let statistics: DiffStatistics | undefined;
    let count = 0;
    for await (const step of diff(session, request, warnings.hooks)) {
      if (step.kind === 'statistics') {
        statistics = step;
        continue;
      }
      count += 1;
      await output.write(output.json ? `${JSON.stringify(differenceObject(step))}\n` : `${differenceLine(step)}\n`);
    }
    watch.finish();
    if (statistics !== undefined) {
      output.object(statisticsObject(statistics, warnings.count));
      for (const line of count === 0 ? [texts.results.diff.none] : ['', ...diffLines(statistics, texts.results)]) output.info(line);
    }
    return invocation.warned(warnings.count);
  });
}
