import type { Command } from 'commander';
import type { InitResult } from '../../engine/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { FROM_OPTIONS, type FromOptions } from '../options/from.ts';
import { sourceOf, withSource } from '../source-session.ts';
import { harmless } from '../terminal/harmless.ts';
import { badUsage } from '../usage.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends FromOptions {
  copyChunkerParams?: boolean;
}

/** Keys and config are read in a moment, and the source may take no writes. */
const NO_LOCK = false;

/** `lifeboat init` */
export function initCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('init', texts.help.commands.init, making);
  declareOptions(command, [texts.options.init, texts.options], [...FROM_OPTIONS, { flags: '--copy-chunker-params' }]);
  return complete(command, making, run);
}

async function run(invocation: Invocation, options: Options): Promise<ExitCode> {
  const { output, texts } = invocation;
  const takesKeys = options.fromRepo !== undefined && options.copyChunkerParams !== true;
  const { location, repositoryId } = await make(invocation, options);
  output.object({ message_type: 'initialized', id: repositoryId, repository: location });
  output.info(texts.results.init.made(repositoryId.slice(0, 10), harmless(location)));
  output.info(takesKeys ? texts.results.init.samePasswords : texts.results.init.keepPassword);
  return EXIT.done;
}

async function make(invocation: Invocation, options: Options): Promise<InitResult> {
  const { engine, texts } = invocation;
  const place = invocation.location();
  if (options.fromRepo === undefined) {
    if (options.copyChunkerParams === true) throw badUsage(texts.usage.fromRepoMissing);
    return await engine.init(place, await invocation.passwordForInit());
  }
  const source = await sourceOf(invocation, options);
  if (options.copyChunkerParams !== true) return await withSource(invocation, source, (from) => engine.initFrom(place, from), NO_LOCK);
  const password = await invocation.passwordForInit();
  return await withSource(invocation, source, (chunkerFrom) => engine.init(place, password, { chunkerFrom }), NO_LOCK);
}
