import type { Command } from 'commander';
import type { Making } from '../commands/making.ts';
import { appCommand } from './app-command.ts';
import type { LeakedOptions, RetiredOptions } from './leaked.ts';

/** `lifeboat kit leaked` */
export function kitLeakedCommand(making: Making): Command {
  return appCommand<LeakedOptions>(
    making,
    'kitLeaked',
    [{ flags: '--yes' }],
    async (invocation, given) => (await import('./leaked.ts')).kitLeaked(invocation, given),
    'leaked',
  );
}

/** `lifeboat kit retired` */
export function kitRetiredCommand(making: Making): Command {
  return appCommand<RetiredOptions>(
    making,
    'kitRetired',
    [{ flags: '--forget <id>' }, { flags: '--yes' }],
    async (invocation, given) => (await import('./leaked.ts')).kitRetired(invocation, given),
    'retired',
  );
}
