import type { Command } from 'commander';
import {
  find,
  findObjects,
  type FindObjectsRequest,
  type FindRequest,
  findVersions,
  type Hooks,
  type NodeType,
  type ReadingSession,
} from '../../engine/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { choiceOf } from '../options/choice.ts';
import { declareOptions } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { parseMoment } from '../options/time.ts';
import { matchObject, objectLines, objectObject, snapshotTitle, versionLines, versionObject } from '../present/find.ts';
import { listedLine } from '../present/ls.ts';
import { WarningCount } from '../present/warning-count.ts';
import { withSession } from '../session.ts';
import { harmless } from '../terminal/harmless.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends FilterOptions {
  ignoreCase?: boolean;
  newest?: Date;
  oldest?: Date;
  snapshot?: string[];
  type?: NodeType[];
  long?: boolean;
  humanReadable?: boolean;
  bySnapshot?: boolean;
  blob?: boolean;
  tree?: boolean;
  pack?: boolean;
}

/** Names and times mean nothing where ids are searched. */
const BY_NAME_ONLY = ['ignoreCase', 'newest', 'oldest', 'type', 'bySnapshot', 'long', 'humanReadable'];

/** `lifeboat find` */
export function findCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('find', texts.help.commands.find, making).argument('<pattern...>', texts.help.arguments.patterns);
  declareOptions(
    command,
    [texts.options.find, texts.options],
    [
      { flags: '-i, --ignore-case' },
      { flags: '-N, --newest <time>', parse: parseMoment },
      { flags: '-O, --oldest <time>', parse: parseMoment },
      { flags: '-s, --snapshot <id>', repeatable: true },
      { flags: '--type <kind>', parse: choiceOf('file', 'dir', 'symlink', 'dev', 'chardev', 'fifo', 'socket'), repeatable: true },
      { flags: '-l, --long' },
      { flags: '--human-readable' },
      { flags: '--by-snapshot' },
      { flags: '--blob', conflicts: ['tree', 'pack', ...BY_NAME_ONLY] },
      { flags: '--tree', conflicts: ['blob', 'pack', ...BY_NAME_ONLY] },
      { flags: '--pack', conflicts: ['blob', 'tree', ...BY_NAME_ONLY] },
      ...FILTER_OPTIONS,
    ],
  );
  return complete(command, making, run, 'reading');
}

async function run(invocation: Invocation, options: Options, patterns: string[]): Promise<ExitCode> {
  return await withSession(invocation, 'reading', async (session, watch) => {
    const warnings = new WarningCount(invocation.hooks(watch));
    const shown = await show(invocation, session, options, patterns, warnings.hooks);
    watch.finish();
    invocation.output.object({ message_type: 'summary', found: shown.count, warnings: warnings.count });
    if (shown.summary !== '') invocation.output.info(shown.summary);
    return invocation.warned(warnings.count);
  });
}

/** What a command showed: how many, and the line that ends it. */
interface Shown {
  count: number;
  summary: string;
}

async function show(invocation: Invocation, session: ReadingSession, options: Options, patterns: string[], hooks: Hooks): Promise<Shown> {
  const scope = { ...(options.snapshot && { snapshots: options.snapshot }), filter: snapshotFilter(options) };
  const kind = options.blob ? 'blob' : options.tree ? 'tree' : options.pack ? 'pack' : undefined;
  if (kind !== undefined) return await showObjects(invocation, session, { kind, ids: patterns, ...scope }, hooks);
  const request: FindRequest = {
    patterns,
    ignoreCase: options.ignoreCase === true,
    ...(options.newest && { newest: options.newest }),
    ...(options.oldest && { oldest: options.oldest }),
    ...(options.type && { types: options.type }),
    ...scope,
  };
  if (options.bySnapshot) return await showMatches(invocation, session, request, options, hooks);
  return await showVersions(invocation, session, request, options, hooks);
}

async function showVersions(
  { output, texts, verbose }: Invocation,
  session: ReadingSession,
  request: FindRequest,
  options: Options,
  hooks: Hooks,
): Promise<Shown> {
  const facts = { long: options.long === true, units: options.humanReadable === true, verbose };
  let count = 0;
  let paths = 0;
  let path: string | undefined;
  for await (const version of findVersions(session, request, hooks)) {
    count += 1;
    const isNewPath = version.entry.path !== path;
    if (isNewPath) paths += 1;
    path = version.entry.path;
    const lines = [...(isNewPath ? [harmless(path)] : []), ...versionLines(version, texts.results.find, facts)];
    await output.write(output.json ? `${JSON.stringify(versionObject(version))}\n` : `${lines.join('\n')}\n`);
  }
  return { count, summary: count === 0 ? texts.results.find.nothing : texts.results.find.versions(paths, count) };
}

async function showMatches(
  { output, texts }: Invocation,
  session: ReadingSession,
  request: FindRequest,
  options: Options,
  hooks: Hooks,
): Promise<Shown> {
  let count = 0;
  let snapshot: string | undefined;
  for await (const match of find(session, request, hooks)) {
    const lines = [listedLine(match.entry, options.long === true, options.humanReadable === true)];
    if (match.snapshot.id !== snapshot) lines.unshift(...(count === 0 ? [] : ['']), snapshotTitle(match.snapshot, texts.results.find));
    snapshot = match.snapshot.id;
    count += 1;
    await output.write(output.json ? `${JSON.stringify(matchObject(match))}\n` : `${lines.join('\n')}\n`);
  }
  return { count, summary: count === 0 ? texts.results.find.nothing : '' };
}

async function showObjects(
  { output, texts, verbose }: Invocation,
  session: ReadingSession,
  request: FindObjectsRequest,
  hooks: Hooks,
): Promise<Shown> {
  let count = 0;
  for await (const found of findObjects(session, request, hooks)) {
    count += 1;
    const lines = objectLines(found, texts.results.find, verbose);
    await output.write(output.json ? `${JSON.stringify(objectObject(found))}\n` : `${lines.join('\n')}\n`);
  }
  return { count, summary: count === 0 ? texts.results.find.unneeded : '' };
}
