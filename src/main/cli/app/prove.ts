import type { Command } from 'commander';
import { complete, type Making, makeCommand } from '../commands/making.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { ask } from './ask.ts';
import { presentRun } from './present-run.ts';
import { exitCodeOfRun, waitForRun } from './wait-for-run.ts';
import { type ProfileOptions, withOwner } from './with-owner.ts';

interface Options extends ProfileOptions {
  source?: string[];
}

/** `lifeboat prove` */
export function proveCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('prove', texts.help.commands.prove, making);
  declareOptions(
    command,
    [texts.options.app, texts.options],
    [{ flags: '--source <name>', repeatable: true }, { flags: '--profile <dir>' }],
  );
  return complete(command, making, run);
}

async function run(invocation: Invocation, options: Options): Promise<ExitCode> {
  return await withOwner(invocation, options, async (client) => {
    const { run: id } = await ask(client.runs.prove(options.source ? { sources: options.source } : {}));
    const ended = await waitForRun(invocation, client, id);
    presentRun(invocation, ended);
    const { output } = invocation;
    const jobs = new Set(ended.jobs.map((job) => job.id));
    const proofs = (await ask(client.runs.proofs({ limit: 1000 }))).filter(({ job }) => jobs.has(job));
    for (const proof of proofs) output.object({ message_type: 'proof', proof });
    return exitCodeOfRun(ended.run);
  });
}
