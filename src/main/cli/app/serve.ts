import { once } from 'node:events';
import type { Command } from 'commander';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { openApp } from '../../app.ts';
import { openProfile } from '../../profile/index.ts';
import { complete, type Making, makeCommand } from '../commands/making.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { countOf } from '../options/count.ts';
import { declareOptions } from '../options/declare.ts';
import { profileFolder, type ProfileOptions } from './with-owner.ts';

interface Options extends ProfileOptions {
  port?: number;
}

/** `lifeboat serve` */
export function serveCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('serve', texts.help.commands.serve, making);
  declareOptions(command, [texts.options.app, texts.options], [{ flags: '--port <n>', parse: countOf }, { flags: '--profile <dir>' }]);
  return complete(command, making, run);
}

/** The owner without a window: backs up on time until it is told to stop. */
async function run(invocation: Invocation, options: Options): Promise<ExitCode> {
  const { surroundings, output, texts, signal } = invocation;
  const profile = await openProfile(profileFolder(options, surroundings.environment));
  const app = await openApp({ profile, clock: surroundings.clock, environment: surroundings.environment });
  if (app === undefined) throw new LifeboatError('owner-runs-already', {});
  try {
    const web = await app.serve({ port: options.port ?? 0 });
    app.start();
    const link = web.newLink();
    output.object({ message_type: 'serving', port: web.port, link });
    if (!output.json) output.result(texts.app.serving(link));
    if (!signal.aborted) await once(signal, 'abort');
    return EXIT.done;
  } finally {
    await app.close();
  }
}
