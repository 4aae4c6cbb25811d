import type { Command } from 'commander';
import { type Making, makeCommand } from '../commands/making.ts';
import { parseCount } from '../options/count.ts';
import type { OptionSpec } from '../options/declare.ts';
import { appCommand } from './app-command.ts';
import { kitLeakedCommand, kitRetiredCommand } from './leak-commands.ts';
import type { KitOptions } from './kit.ts';
import type { MaintainOptions } from './maintain.ts';
import type { ProveOptions } from './prove.ts';
import type { RecoverOptions } from './recover.ts';
import type { RestoreSourceOptions } from './restore-source.ts';
import type { RunOptions } from './run.ts';
import type { ServeOptions } from './serve.ts';
import type { SetupOptions } from './setup.ts';
import type { StatusOptions } from './status.ts';
import type { UndoOptions } from './undo.ts';
import type { ProfileOptions } from './owner.ts';

/*
 * Each loads its work when it is called: the whole app hangs on it, and the commands of the engine, which scripts call
 * over and over, must not wait for that.
 */

/** `lifeboat setup --from FILE` */
export function setupCommand(making: Making): Command {
  return appCommand<SetupOptions>(
    making,
    'setup',
    [{ flags: '--from <file>', mandatory: true }, { flags: '--kit <file>' }],
    async (invocation, given) => (await import('./setup.ts')).setUp(invocation, given),
  );
}

/** `lifeboat run` */
export function runCommand(making: Making): Command {
  const options: OptionSpec[] = [
    { flags: '--tier <tier>', conflicts: ['source'] },
    { flags: '--source <name>', repeatable: true },
  ];
  return appCommand<RunOptions>(making, 'run', options, async (invocation, given) => (await import('./run.ts')).runNow(invocation, given));
}

/** `lifeboat prove` */
export function proveCommand(making: Making): Command {
  return appCommand<ProveOptions>(making, 'prove', [{ flags: '--source <name>', repeatable: true }], async (invocation, given) =>
    (await import('./prove.ts')).proveNow(invocation, given),
  );
}

/** `lifeboat self-test NAME` */
export function selfTestCommand(making: Making): Command {
  return appCommand<ProfileOptions>(making, 'self-test', [], async (invocation, given, operands) =>
    (await import('./self-test.ts')).selfTest(invocation, given, operands),
  ).argument('<name>', making.texts.help.arguments.sourceName);
}

/** `lifeboat status` */
export function statusCommand(making: Making): Command {
  return appCommand<StatusOptions>(making, 'status', [{ flags: '--points' }], async (invocation, given) =>
    (await import('./status.ts')).showStatus(invocation, given),
  );
}

/** `lifeboat recover --from LOCATION` */
export function recoverCommand(making: Making): Command {
  const options: OptionSpec[] = [
    { flags: '--from <location>', mandatory: true },
    { flags: '--settings-only' },
    { flags: '--to <folder>', conflicts: ['settingsOnly'] },
    { flags: '--proven', conflicts: ['settingsOnly'] },
  ];
  return appCommand<RecoverOptions>(making, 'recover', options, async (invocation, given) =>
    (await import('./recover.ts')).recover(invocation, given),
  );
}

/** `lifeboat serve` */
export function serveCommand(making: Making): Command {
  return appCommand<ServeOptions>(making, 'serve', [{ flags: '--port <n>', parse: parseCount }], async (invocation, given) =>
    (await import('./serve.ts')).serve(invocation, given),
  );
}

/** `lifeboat kit test|save|open|leaked|retired` */
export function kitCommand(making: Making): Command {
  const holder: OptionSpec[] = [{ flags: '--holder <who>' }];
  const { kitFile, place } = making.texts.help.arguments;
  const test = appCommand<KitOptions>(
    making,
    'kitTest',
    holder,
    async (invocation, given) => (await import('./kit.ts')).testKit(invocation, given),
    'test',
  );
  const save = appCommand<KitOptions>(
    making,
    'kitSave',
    holder,
    async (invocation, given, operands) => (await import('./kit.ts')).saveKit(invocation, given, operands),
    'save',
  );
  const open = appCommand<ProfileOptions>(
    making,
    'kitOpen',
    [],
    async (invocation, given, operands) => (await import('./kit.ts')).openWithKit(invocation, given, operands),
    'open',
  );
  return makeCommand('kit', making.texts.help.commands.kit, making)
    .addCommand(test)
    .addCommand(save.argument('<file>', kitFile))
    .addCommand(open.argument('<place>', place))
    .addCommand(kitLeakedCommand(making))
    .addCommand(kitRetiredCommand(making));
}

/** `lifeboat people list|confirm` */
export function peopleCommand(making: Making): Command {
  const list = appCommand<ProfileOptions>(
    making,
    'peopleList',
    [],
    async (invocation, given) => (await import('./people.ts')).listPeople(invocation, given),
    'list',
  );
  const confirm = appCommand<ProfileOptions>(
    making,
    'peopleConfirm',
    [],
    async (invocation, given, operands) => (await import('./people.ts')).confirmPerson(invocation, given, operands),
    'confirm',
  );
  const { person } = making.texts.help.arguments;
  return makeCommand('people', making.texts.help.commands.people, making).addCommand(list).addCommand(confirm.argument('<name>', person));
}

/** `lifeboat restore-source NAME` */
export function restoreSourceCommand(making: Making): Command {
  const options: OptionSpec[] = [
    { flags: '--point <id>' },
    { flags: '--beside', conflicts: ['inPlace', 'to', 'newDatabase'] },
    { flags: '--in-place', conflicts: ['to', 'newDatabase'] },
    { flags: '--to <folder>', conflicts: ['newDatabase'] },
    { flags: '--new-database <name>' },
    { flags: '--yes' },
  ];
  return appCommand<RestoreSourceOptions>(making, 'restore-source', options, async (invocation, given, operands) =>
    (await import('./restore-source.ts')).restoreSource(invocation, given, operands),
  ).argument('<name>', making.texts.help.arguments.sourceName);
}

/** `lifeboat undo [RESTORE]` */
export function undoCommand(making: Making): Command {
  return appCommand<UndoOptions>(making, 'undo', [{ flags: '--list' }, { flags: '--yes' }], async (invocation, given, operands) =>
    (await import('./undo.ts')).undo(invocation, given, operands),
  ).argument('[restore]', making.texts.help.arguments.restore);
}

/** `lifeboat maintain --place NAME` */
export function maintainCommand(making: Making): Command {
  return appCommand<MaintainOptions>(making, 'maintain', [{ flags: '--place <name>', mandatory: true }], async (invocation, given) =>
    (await import('./maintain.ts')).maintain(invocation, given),
  );
}
