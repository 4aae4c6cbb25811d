import { CommanderError } from 'commander';
import { EXIT } from './exit-code.ts';

/** Bad usage that the parser cannot see, told like what it does see. */
export function badUsage(problem: string): CommanderError {
  return new CommanderError(EXIT.failed, 'lifeboat.badUsage', problem);
}
