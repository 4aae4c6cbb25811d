import type { Command } from 'commander';
import { copy, type CopyRequest } from '../../engine/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { FROM_OPTIONS, type FromOptions } from '../options/from.ts';
import { copyLines, copyObject, copyWarnings } from '../present/copy.ts';
import { withSourceAndTarget } from '../source-session.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends FilterOptions, FromOptions {}

/** `lifeboat copy` */
export function copyCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('copy', texts.help.commands.copy, making).argument('[snapshot...]', texts.help.arguments.snapshots);
  declareOptions(command, [texts.options.copy, texts.options], [...FROM_OPTIONS, ...FILTER_OPTIONS]);
  return complete(command, making, run, 'reading');
}

async function run(invocation: Invocation, options: Options, operands: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withSourceAndTarget(invocation, options, async (source, target, watch) => {
    const result = await copy(source, target, copyRequest(options, operands), invocation.hooks(watch));
    watch.finish();
    const warnings = copyWarnings(result, texts.results);
    for (const { item, message, files } of warnings) {
      output.object({ message_type: 'warning', code: 'damaged', item, message });
      if (!output.json) for (const line of [message, ...files]) output.notice(line);
    }
    output.object(copyObject(result));
    for (const line of copyLines(result, texts.results)) output.info(line);
    return invocation.warned(warnings.length);
  });
}

function copyRequest(options: Options, snapshots: string[]): CopyRequest {
  return { ...(snapshots.length > 0 && { snapshots }), filter: snapshotFilter(options) };
}
