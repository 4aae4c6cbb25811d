import type { Command } from 'commander';
import { type Tier, TIERS } from '../../../shared/model/tier.ts';
import { complete, type Making, makeCommand } from '../commands/making.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { choiceOf } from '../options/choice.ts';
import { declareOptions } from '../options/declare.ts';
import { ask } from './ask.ts';
import { presentRun } from './present-run.ts';
import { exitCodeOfRun, waitForRun } from './wait-for-run.ts';
import { type ProfileOptions, withOwner } from './with-owner.ts';

interface Options extends ProfileOptions {
  tier?: Tier;
  source?: string[];
}

/** `lifeboat run` */
export function runCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('run', texts.help.commands.run, making);
  declareOptions(
    command,
    [texts.options.app, texts.options],
    [
      { flags: '--tier <tier>', parse: choiceOf(...TIERS), conflicts: ['source'] },
      { flags: '--source <name>', repeatable: true },
      { flags: '--profile <dir>' },
    ],
  );
  return complete(command, making, run);
}

async function run(invocation: Invocation, options: Options): Promise<ExitCode> {
  return await withOwner(invocation, options, async (client) => {
    const { run: id } = await ask(
      client.runs.start({ ...(options.tier && { tier: options.tier }), ...(options.source && { sources: options.source }) }),
    );
    const ended = await waitForRun(invocation, client, id);
    presentRun(invocation, ended);
    return exitCodeOfRun(ended.run);
  });
}
