import type { Command } from 'commander';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { formatDateTime } from '../../../shared/format/index.ts';
import { TIERS } from '../../../shared/model/tier.ts';
import { complete, type Making, makeCommand } from '../commands/making.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { askSecret } from '../terminal/prompt.ts';
import { ask } from './ask.ts';
import { presentRun } from './present-run.ts';
import { exitCodeOfRun, waitForRun } from './wait-for-run.ts';
import { type FaceClient, type ProfileOptions, withOwner } from './with-owner.ts';

interface Options extends ProfileOptions {
  from: string;
  settingsOnly?: boolean;
  to?: string;
}

/** `lifeboat recover --from LOCATION` */
export function recoverCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('recover', texts.help.commands.recover, making);
  declareOptions(
    command,
    [texts.options.app, texts.options],
    [
      { flags: '--from <location>', mandatory: true },
      { flags: '--settings-only' },
      { flags: '--to <folder>', conflicts: ['settingsOnly'] },
      { flags: '--profile <dir>' },
    ],
  );
  return complete(command, making, run);
}

async function run(invocation: Invocation, options: Options): Promise<ExitCode> {
  const { output, texts } = invocation;
  const request = { location: options.from, recoveryKey: await recoveryKey(invocation), ...networkAccess(invocation) };
  return await withOwner(invocation, options, async (client) => {
    const found = await ask(client.recovery.inspect(request));
    output.info(texts.app.recovering(found.pharmacy ?? found.installation, formatDateTime(found.sealedAt, invocation.language)));
    const { credentialsToChange } = await ask(client.recovery.takeOver(request));
    output.object({ message_type: 'taken-over', ...found, credentialsToChange });
    for (const name of credentialsToChange) output.notice(texts.app.changeCredential(name));
    if (options.settingsOnly === true) return EXIT.done;
    return await restoreEverything(invocation, client, options.to);
  });
}

/** Every tier in its order: back where it was, or into a folder. */
async function restoreEverything(invocation: Invocation, client: FaceClient, folder: string | undefined): Promise<ExitCode> {
  const { output, texts } = invocation;
  const { items, missing } = await ask(client.restore.suggest({ tiers: [...TIERS] }));
  for (const name of missing) output.notice(texts.app.nothingToRestore(name));
  if (items.length === 0) return EXIT.failed;
  const to = folder === undefined ? ({ way: 'in-place' } as const) : ({ way: 'folder', path: folder } as const);
  const { run: id } = await ask(client.restore.start({ items: items.map((item) => ({ ...item, to })) }));
  const ended = await waitForRun(invocation, client, id);
  presentRun(invocation, ended);
  for (const report of await ask(client.restore.reports())) {
    output.object({ message_type: 'restore-report', report });
    if (!output.json)
      output.result(
        texts.app.restored(
          report.source,
          report.seconds / 60,
          report.parts.every(({ differences }) => differences.length === 0),
        ),
      );
  }
  return missing.length > 0 && ended.run.status === 'completed' ? EXIT.warnings : exitCodeOfRun(ended.run);
}

/** From the paper: by the environment, else typed in. */
async function recoveryKey({ surroundings, texts, signal }: Invocation): Promise<string> {
  const { stdin, stderr, environment } = surroundings;
  const given = environment.LIFEBOAT_RECOVERY_KEY;
  if (given !== undefined && given !== '') return given;
  if (!stdin.isTTY) throw new LifeboatError('password-missing', {});
  return await askSecret(texts.prompts.recoveryKey, { input: stdin, output: stderr }, signal);
}

/** What reaches a place on the network: the sealed access of the paper, or a credential as for the other commands. */
function networkAccess({ surroundings: { environment } }: Invocation) {
  const { LIFEBOAT_KIT_ACCESS, AZURE_STORAGE_CONNECTION_STRING, AZURE_ACCOUNT_SAS, AZURE_ACCOUNT_KEY } = environment;
  if (LIFEBOAT_KIT_ACCESS) return { sealedAccess: LIFEBOAT_KIT_ACCESS };
  const credential = {
    ...(AZURE_STORAGE_CONNECTION_STRING && { connectionString: AZURE_STORAGE_CONNECTION_STRING }),
    ...(AZURE_ACCOUNT_SAS && { sasToken: AZURE_ACCOUNT_SAS }),
    ...(AZURE_ACCOUNT_KEY && { accountKey: AZURE_ACCOUNT_KEY }),
  };
  return Object.keys(credential).length > 0 ? { credential } : {};
}
