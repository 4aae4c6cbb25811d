import type { Command } from 'commander';
import type { OptionSpec } from './declare.ts';
import { parseConnections, parseRate } from './rates.ts';
import { parseWait } from './wait.ts';

/** Options every command has, before or behind its name. */
export interface GlobalOptions {
  repo?: string;
  passwordFile?: string;
  passwordCommand?: string;
  json?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  /** False when `--no-lock` is given. */
  lock?: boolean;
  /** Milliseconds. */
  retryLock?: number;
  connections?: number;
  /** KiB per second. */
  limitUpload?: number;
  /** KiB per second. */
  limitDownload?: number;
  /** False when `--no-cache` is given. */
  cache?: boolean;
}

export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flags: '-r, --repo <path>' },
  { flags: '-p, --password-file <file>' },
  { flags: '--password-command <command>', conflicts: ['passwordFile'] },
  { flags: '--json' },
  { flags: '-q, --quiet' },
  { flags: '-v, --verbose' },
  { flags: '--retry-lock <duration>', parse: parseWait },
  { flags: '--connections <n>', parse: parseConnections },
  { flags: '--limit-upload <rate>', parse: parseRate },
  { flags: '--limit-download <rate>', parse: parseRate },
  { flags: '--no-cache' },
];

/** For commands that only read. */
export const READING_OPTIONS: readonly OptionSpec[] = [{ flags: '--no-lock' }];

/** The values that were given for those options, wherever on the line they stand: the one nearest to its end counts. */
export function globalOptions(command: Command): GlobalOptions {
  const chain: Command[] = [];
  for (let at: Command | null = command; at !== null; at = at.parent) chain.unshift(at);
  return Object.assign({}, ...chain.map(givenOptions)) as GlobalOptions;
}

/** Without defaults: that of a subcommand would hide what stands before its name. */
function givenOptions(command: Command): Record<string, unknown> {
  const given = Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) !== 'default');
  return Object.fromEntries(given);
}
