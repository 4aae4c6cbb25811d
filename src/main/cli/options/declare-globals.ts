import type { Command } from 'commander';
import type { CliTexts } from '../../../shared/text/index.ts';
import { declareOptions } from './declare.ts';
import { GLOBAL_OPTIONS, READING_OPTIONS } from './globals.ts';

/** Adds the options that every command has, and for a reading one those for reading. */
export function declareGlobalOptions(command: Command, { options, help }: CliTexts, kind: 'reading' | 'writing'): Command {
  const specs = kind === 'reading' ? [...GLOBAL_OPTIONS, ...READING_OPTIONS] : GLOBAL_OPTIONS;
  // Commander names `--no-lock` by what it turns off.
  return declareOptions(command, [{ ...options, lock: options.noLock, cache: options.noCache }], specs, help.headings.globalOptions);
}
