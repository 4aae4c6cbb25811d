import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type ReadingSession, resolveSnapshot, restore, type RestoreRequest } from '../../engine/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { choiceOf } from '../options/choice.ts';
import { declareOptions } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { sourcesAround, splitSnapshotPath } from '../options/restore-source.ts';
import { restoreLines, restoreObject } from '../present/restore.ts';
import type { Watch } from '../present/watch.ts';
import { withSession } from '../session.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends FilterOptions {
  target: string;
  include?: string[];
  exclude?: string[];
  overwrite?: NonNullable<RestoreRequest['overwrite']>;
  dryRun?: boolean;
  verify?: boolean;
}

/** `lifeboat restore` */
export function restoreCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('restore', texts.help.commands.restore, making);
  command.argument('<snapshot>', texts.help.arguments.restoreSnapshot);
  declareOptions(
    command,
    [texts.options.restore, texts.options],
    [
      { flags: '-t, --target <folder>', mandatory: true },
      { flags: '-i, --include <pattern>', repeatable: true },
      { flags: '-e, --exclude <pattern>', repeatable: true },
      { flags: '--overwrite <when>', parse: choiceOf('always', 'if-changed', 'never') },
      { flags: '-n, --dry-run' },
      { flags: '--verify' },
      ...FILTER_OPTIONS,
    ],
  );
  return complete(command, making, run, 'reading');
}

async function run(invocation: Invocation, options: Options, [snapshot = '']: string[]): Promise<ExitCode> {
  const { output, texts, verbose } = invocation;
  const work = async (session: ReadingSession, watch: Watch): Promise<ExitCode> => {
    const result = await restore(session, await restoreRequest(session, options, snapshot), invocation.hooks(watch));
    const { elapsed } = watch;
    watch.finish(result.warnings);
    const facts = { elapsed, dryRun: options.dryRun === true, verify: options.verify === true };
    output.object(restoreObject(result, facts));
    for (const line of restoreLines(result, texts.results, { ...facts, verbose })) output.info(line);
    return invocation.warned(result.warnings.length);
  };
  return await withSession(invocation, 'reading', work, { eager: true });
}

async function restoreRequest(session: ReadingSession, options: Options, snapshot: string): Promise<RestoreRequest> {
  const target = resolve(options.target);
  const filter = snapshotFilter(options);
  return {
    snapshot,
    filter,
    target,
    ...(options.include && { include: options.include }),
    ...(options.exclude && { exclude: options.exclude }),
    overwrite: options.overwrite ?? 'always',
    dryRun: options.dryRun === true,
    verify: options.verify === true,
    protectedPaths: await protectedPaths(session, snapshot, filter, target),
  };
}

/** Where the data came from, if that was this machine and the target lies in it. */
async function protectedPaths(
  session: ReadingSession,
  wanted: string,
  filter: NonNullable<RestoreRequest['filter']>,
  target: string,
): Promise<string[]> {
  const { snapshot: name, path } = splitSnapshotPath(wanted);
  const { snapshot } = await resolveSnapshot(session, name, filter);
  return snapshot.hostname === hostname() ? sourcesAround(target, snapshot.paths, path) : [];
}
