import type { Command } from 'commander';
import { type AppendingSession, backup, type BackupRequest, nameFromBytes, parseExcludeFile } from '../../engine/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { type PathLists, readPathLists } from '../options/files-from.ts';
import { readNamedFile } from '../options/named-file.ts';
import { parseSize } from '../options/size.ts';
import { parseTags } from '../options/tags.ts';
import { parseMoment } from '../options/time.ts';
import { backupLines, backupObject } from '../present/backup.ts';
import type { Watch } from '../present/watch.ts';
import { withSession } from '../session.ts';
import { standardInput } from '../standard-input.ts';
import { badUsage } from '../usage.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends PathLists {
  tag?: string[][];
  host?: string;
  exclude?: string[];
  iexclude?: string[];
  excludeFile?: string[];
  iexcludeFile?: string[];
  excludeCaches?: boolean;
  excludeIfPresent?: string[];
  excludeLargerThan?: number;
  oneFileSystem?: boolean;
  force?: boolean;
  parent?: string;
  time?: Date;
  dryRun?: boolean;
  stdin?: boolean;
  stdinFilename?: string;
  skipIfUnchanged?: boolean;
}

/** `lifeboat backup` */
export function backupCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('backup', texts.help.commands.backup, making).argument('[path...]', texts.help.arguments.sources);
  declareOptions(
    command,
    [texts.options.backup, texts.options],
    [
      { flags: '--tag <tags>', parse: parseTags, repeatable: true },
      { flags: '-H, --host <name>' },
      { flags: '-e, --exclude <pattern>', repeatable: true },
      { flags: '--iexclude <pattern>', repeatable: true },
      { flags: '--exclude-file <file>', repeatable: true },
      { flags: '--iexclude-file <file>', repeatable: true },
      { flags: '--exclude-caches' },
      { flags: '--exclude-if-present <name>', repeatable: true },
      { flags: '--exclude-larger-than <size>', parse: parseSize },
      { flags: '-x, --one-file-system' },
      { flags: '--files-from <file>', repeatable: true },
      { flags: '--files-from-verbatim <file>', repeatable: true },
      { flags: '--files-from-raw <file>', repeatable: true },
      { flags: '-f, --force' },
      { flags: '--parent <snapshot>' },
      { flags: '--time <time>', parse: parseMoment },
      { flags: '-n, --dry-run' },
      { flags: '--stdin', conflicts: ['filesFrom', 'filesFromVerbatim', 'filesFromRaw'] },
      { flags: '--stdin-filename <name>' },
      { flags: '--skip-if-unchanged' },
    ],
  );
  return complete(command, making, run);
}

async function run(invocation: Invocation, options: Options, operands: string[]): Promise<ExitCode> {
  const request = await backupRequest(invocation, options, operands);
  const work = async (session: AppendingSession, watch: Watch): Promise<ExitCode> => {
    const result = await backup(session, request, invocation.hooks(watch));
    const { elapsed } = watch;
    watch.finish(result.warnings);
    const { output, texts, verbose } = invocation;
    output.object(backupObject(result, { elapsed, dryRun: request.dryRun === true }));
    for (const line of backupLines(result, texts.results, { elapsed, dryRun: request.dryRun === true, verbose })) output.info(line);
    return invocation.warned(result.warnings.length);
  };
  return await withSession(invocation, 'appending', work, { eager: true });
}

async function backupRequest(invocation: Invocation, options: Options, operands: string[]): Promise<BackupRequest> {
  const { parent, time, host, tag } = options;
  return {
    source: await sourceOf(invocation, options, operands),
    exclude: await excludeRules(options, invocation.surroundings.environment),
    ...(tag && { tags: [...new Set(tag.flat().filter((name) => name !== ''))] }),
    ...(host !== undefined && { host }),
    ...(time !== undefined && { time }),
    ...(parent !== undefined && { parent }),
    force: options.force === true,
    dryRun: options.dryRun === true,
    skipIfUnchanged: options.skipIfUnchanged === true,
  };
}

async function sourceOf(
  { surroundings, signal, texts }: Invocation,
  options: Options,
  operands: string[],
): Promise<BackupRequest['source']> {
  const named =
    operands.length > 0 || [options.filesFrom, options.filesFromVerbatim, options.filesFromRaw].some((lists) => lists !== undefined);
  if (options.stdin && named) throw badUsage(texts.usage.stdinAndPaths);
  if (!options.stdin && !named) throw badUsage(texts.usage.nothingNamed);
  if (options.stdin)
    return {
      kind: 'stream',
      name: options.stdinFilename ?? 'stdin',
      givesAway: true,
      open: () => standardInput(surroundings.stdin, signal),
    };
  return { kind: 'paths', paths: [...operands, ...(await readPathLists(options))] };
}

async function excludeRules(options: Options, environment: NodeJS.ProcessEnv): Promise<NonNullable<BackupRequest['exclude']>> {
  const patterns = [...(options.exclude ?? []), ...(await patternsOf(options.excludeFile, environment))];
  const caselessPatterns = [...(options.iexclude ?? []), ...(await patternsOf(options.iexcludeFile, environment))];
  return {
    patterns,
    caselessPatterns,
    caches: options.excludeCaches === true,
    ifPresent: options.excludeIfPresent ?? [],
    ...(options.excludeLargerThan !== undefined && { largerThan: options.excludeLargerThan }),
    oneFileSystem: options.oneFileSystem === true,
  };
}

async function patternsOf(files: readonly string[] | undefined, environment: NodeJS.ProcessEnv): Promise<string[]> {
  const patterns: string[] = [];
  for (const file of files ?? []) patterns.push(...parseExcludeFile(nameFromBytes(await readNamedFile(file)), environment));
  return patterns;
}
