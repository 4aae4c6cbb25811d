import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { VERSION } from '../../version.ts';
import { complete, type Making, makeCommand } from './making.ts';

/** `lifeboat version` */
export function versionCommand(making: Making): Command {
  return complete(makeCommand('version', making.texts.help.commands.version, making), making, run);
}

async function run({ output, texts }: Invocation): Promise<ExitCode> {
  const { versions, platform, arch } = process;
  output.object({ message_type: 'version', version: VERSION, node_version: versions.node, platform, arch });
  output.result(texts.results.version.line(VERSION, versions.node, `${platform} ${arch}`));
  return EXIT.done;
}
