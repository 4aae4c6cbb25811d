import type { Command } from 'commander';
import { addKey, changePassword, type KeyOptions, listKeys, removeKey } from '../../engine/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions, type OptionSpec } from '../options/declare.ts';
import { keyObject, keyTable } from '../present/keys.ts';
import { withSession } from '../session.ts';
import { complete, completeGroup, type Making, makeCommand } from './making.ts';

interface NewKeyOptions {
  newPasswordFile?: string;
  host?: string;
  user?: string;
}

const NEW_KEY_OPTIONS: readonly OptionSpec[] = [
  { flags: '--new-password-file <file>' },
  { flags: '--host <name>' },
  { flags: '--user <name>' },
];

/** `lifeboat key list|add|remove|passwd` */
export function keyCommand(making: Making): Command {
  const { texts } = making;
  const { commands: help, arguments: operands } = texts.help;
  const withNewKey = (command: Command): Command => declareOptions(command, [texts.options.key, texts.options], NEW_KEY_OPTIONS);
  return completeGroup(makeCommand('key', help.key, making), making)
    .addCommand(complete(makeCommand('list', help.keyList, making), making, runList, 'reading'))
    .addCommand(complete(withNewKey(makeCommand('add', help.keyAdd, making)), making, runAdd))
    .addCommand(complete(makeCommand('remove', help.keyRemove, making).argument('<id>', operands.key), making, runRemove))
    .addCommand(complete(withNewKey(makeCommand('passwd', help.keyPasswd, making)), making, runPasswd));
}

async function runList(invocation: Invocation): Promise<ExitCode> {
  const { output, texts } = invocation;
  const keys = await withSession(invocation, 'reading', (session) => listKeys(session));
  for (const key of keys) output.object(keyObject(key));
  for (const line of keyTable(keys, texts)) output.result(line);
  return EXIT.done;
}

async function runAdd(invocation: Invocation, options: NewKeyOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  await withSession(invocation, 'appending', async (session) => {
    const id = await addKey(session, await invocation.newPassword(options.newPasswordFile), keyOptions(options));
    output.object({ message_type: 'key_added', id });
    output.info(texts.results.keys.added(id));
  });
  return EXIT.done;
}

async function runPasswd(invocation: Invocation, options: NewKeyOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  await withSession(invocation, 'exclusive', async (session) => {
    const id = await changePassword(session, await invocation.newPassword(options.newPasswordFile), keyOptions(options));
    output.object({ message_type: 'key_changed', id });
    output.info(texts.results.keys.changed(id));
  });
  return EXIT.done;
}

async function runRemove(invocation: Invocation, _options: object, [key = '']: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  await withSession(invocation, 'exclusive', async (session) => {
    const id = await removeKey(session, key);
    output.object({ message_type: 'key_removed', id });
    output.info(texts.results.keys.removed(id));
  });
  return EXIT.done;
}

function keyOptions({ host, user }: NewKeyOptions): KeyOptions {
  return { ...(host !== undefined && { hostname: host }), ...(user !== undefined && { username: user }) };
}
