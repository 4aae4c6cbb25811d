import type { Command } from 'commander';
import { type Making, makeCommand } from '../commands/making.ts';
import type { OptionSpec } from '../options/declare.ts';
import { appCommand } from './app-command.ts';
import type { EndAttackOptions, SuspectAttackOptions } from './attack.ts';
import type { KeepOptions } from './keep.ts';
import type { LostOptions } from './lost.ts';
import type { ProfileOptions } from './owner.ts';
import type { VendorUpdateOptions } from './vendor-update.ts';

/** `lifeboat keep ID...` */
export function keepCommand(making: Making): Command {
  return appCommand<KeepOptions>(making, 'keep', [{ flags: '--note <text>' }], async (invocation, given, operands) =>
    (await import('./keep.ts')).keep(invocation, given, operands),
  ).argument('<id...>', making.texts.help.arguments.points);
}

/** `lifeboat unkeep ID...` */
export function unkeepCommand(making: Making): Command {
  return appCommand<ProfileOptions>(making, 'unkeep', [], async (invocation, given, operands) =>
    (await import('./keep.ts')).unkeep(invocation, given, operands),
  ).argument('<id...>', making.texts.help.arguments.points);
}

/** `lifeboat cancel [RUN]` */
export function cancelCommand(making: Making): Command {
  return appCommand<ProfileOptions>(making, 'cancel', [], async (invocation, given, operands) =>
    (await import('./cancel.ts')).cancel(invocation, given, operands),
  ).argument('[run]', making.texts.help.arguments.run);
}

/** `lifeboat vendor-update` */
export function vendorUpdateCommand(making: Making): Command {
  return appCommand<VendorUpdateOptions>(
    making,
    'vendor-update',
    [{ flags: '--source <name>', repeatable: true }],
    async (invocation, given) => (await import('./vendor-update.ts')).vendorUpdate(invocation, given),
  );
}

/** `lifeboat attack suspect|end` */
export function attackCommand(making: Making): Command {
  const suspect = appCommand<SuspectAttackOptions>(
    making,
    'attackSuspect',
    [{ flags: '--since <time>' }],
    async (invocation, given) => (await import('./attack.ts')).suspectAttack(invocation, given),
    'suspect',
  );
  const ways: OptionSpec[] = [{ flags: '--false-alarm', conflicts: ['over'] }, { flags: '--over' }, { flags: '--yes' }];
  const end = appCommand<EndAttackOptions>(
    making,
    'attackEnd',
    ways,
    async (invocation, given) => (await import('./attack.ts')).endAttack(invocation, given),
    'end',
  );
  return makeCommand('attack', making.texts.help.commands.attack, making).addCommand(suspect).addCommand(end);
}

/** `lifeboat lost WHAT` */
export function lostCommand(making: Making): Command {
  const options: OptionSpec[] = [
    { flags: '--stolen' },
    { flags: '--with-paper' },
    { flags: '--pc-disk <state>' },
    { flags: '--noticed <time>' },
    { flags: '--statement <file>' },
    { flags: '--yes' },
  ];
  return appCommand<LostOptions>(making, 'lost', options, async (invocation, given, operands) =>
    (await import('./lost.ts')).declareLost(invocation, given, operands),
  ).argument('<what>', making.texts.help.arguments.lost);
}
