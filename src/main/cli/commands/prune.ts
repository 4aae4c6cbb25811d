import type { Command } from 'commander';
import { type ExclusiveSession, prune } from '../../engine/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { PRUNE_OPTIONS, type PruneOptions, pruneRequest } from '../options/prune.ts';
import { pruneLines, pruneObject } from '../present/prune.ts';
import type { Watch } from '../present/watch.ts';
import { withSession } from '../session.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends PruneOptions {
  dryRun?: boolean;
}

/** `lifeboat prune` */
export function pruneCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('prune', texts.help.commands.prune, making);
  declareOptions(command, [texts.options.prune, texts.options], [{ flags: '-n, --dry-run' }, ...PRUNE_OPTIONS]);
  return complete(command, making, run);
}

async function run(invocation: Invocation, options: Options): Promise<ExitCode> {
  await withSession(invocation, 'exclusive', async (session, watch) => {
    await pruneAndPresent(invocation, session, watch, options, options.dryRun === true);
  });
  return EXIT.done;
}

/** Prunes and shows what was done; forget does it too when asked to. */
export async function pruneAndPresent(
  invocation: Invocation,
  session: ExclusiveSession,
  watch: Watch,
  options: PruneOptions,
  dryRun: boolean,
): Promise<void> {
  const { output, texts, verbose } = invocation;
  const result = await prune(session, pruneRequest(options, dryRun), invocation.hooks(watch));
  watch.finish();
  output.object(pruneObject(result));
  for (const line of pruneLines(result, texts.results, verbose || dryRun)) output.info(line);
}
