import type { Command } from 'commander';
import { type ExclusiveSession, forget, type ForgetRequest, type ForgetResult } from '../../engine/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions, type OptionSpec } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { type Grouping, parseGroupBy } from '../options/group-by.ts';
import { PRUNE_OPTIONS, type PruneOptions } from '../options/prune.ts';
import { KEEP_OPTIONS, type KeepOptions, retentionPolicy } from '../options/retention.ts';
import { forgetLines, forgetObjects } from '../present/forget.ts';
import type { Watch } from '../present/watch.ts';
import { withSession } from '../session.ts';
import { complete, type Making, makeCommand } from './making.ts';
import { pruneAndPresent } from './prune.ts';

interface Options extends FilterOptions, KeepOptions, PruneOptions {
  groupBy?: Grouping[];
  dryRun?: boolean;
  prune?: boolean;
}

/** `lifeboat forget` */
export function forgetCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('forget', texts.help.commands.forget, making).argument('[snapshot...]', texts.help.arguments.snapshots);
  declareOptions(
    command,
    [texts.options.forget, texts.options.prune, texts.options],
    [
      ...KEEP_OPTIONS,
      ...FILTER_OPTIONS.map(withoutShortHost),
      { flags: '-g, --group-by <names>', parse: parseGroupBy },
      { flags: '-n, --dry-run' },
      { flags: '--prune' },
      ...PRUNE_OPTIONS,
    ],
  );
  return complete(command, making, run);
}

function withoutShortHost(spec: OptionSpec): OptionSpec {
  return { ...spec, flags: spec.flags.replace('-H, ', '') };
}

async function run(invocation: Invocation, options: Options, operands: string[]): Promise<ExitCode> {
  return await withSession(invocation, 'exclusive', async (session, watch) => {
    const result = await forget(session, forgetRequest(options, operands), invocation.hooks(watch));
    present(invocation, result, options);
    if (options.prune && !options.dryRun && result.forgotten.length > 0) await pruneToo(invocation, session, watch, options);
    watch.finish();
    return result.unreadable.length === 0 ? EXIT.done : EXIT.warnings;
  });
}

async function pruneToo(invocation: Invocation, session: ExclusiveSession, watch: Watch, options: Options): Promise<void> {
  invocation.output.info('');
  await pruneAndPresent(invocation, session, watch, options, false);
}

function forgetRequest(options: Options, snapshots: string[]): ForgetRequest {
  const policy = retentionPolicy(options);
  return {
    ...(policy && { policy }),
    ...(snapshots.length > 0 && { snapshots }),
    filter: snapshotFilter(options),
    ...(options.groupBy && { groupBy: options.groupBy }),
    dryRun: options.dryRun === true,
  };
}

function present({ output, texts }: Invocation, result: ForgetResult, options: Options): void {
  const facts = { dryRun: options.dryRun === true, prune: options.prune === true };
  for (const object of forgetObjects(result, facts.dryRun)) output.object(object);
  for (const line of forgetLines(result, texts, facts)) output.info(line);
  for (const id of result.unreadable) {
    const message = texts.results.snapshots.unreadable(id);
    output.object({ message_type: 'warning', code: 'damaged', item: id, message });
    if (!output.json) output.notice(message);
  }
}
