import type { Command } from 'commander';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { listSnapshots, type SnapshotEntry } from '../../engine/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { parseCount } from '../options/count.ts';
import { declareOptions } from '../options/declare.ts';
import { FILTER_OPTIONS, type FilterOptions, snapshotFilter } from '../options/filter.ts';
import { type Grouping, parseGroupBy } from '../options/group-by.ts';
import { groupForShowing, groupTitle, newestOfEach } from '../present/groups.ts';
import { snapshotObject, snapshotTable } from '../present/snapshots.ts';
import { withSession } from '../session.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options extends FilterOptions {
  latest?: number;
  groupBy?: Grouping[];
}

/** `lifeboat snapshots` */
export function snapshotsCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('snapshots', texts.help.commands.snapshots, making);
  command.argument('[snapshot...]', texts.help.arguments.snapshots);
  declareOptions(
    command,
    [texts.options.snapshots, texts.options],
    [
      ...FILTER_OPTIONS,
      { flags: '--latest <n>', parse: (value, name) => parseCount(value, name) },
      { flags: '-g, --group-by <names>', parse: parseGroupBy },
    ],
  );
  return complete(command, making, run, 'reading');
}

async function run(invocation: Invocation, options: Options, operands: string[]): Promise<ExitCode> {
  const filter = snapshotFilter(options);
  const listed = await withSession(invocation, 'reading', (session, watch) => listSnapshots(session, filter, invocation.hooks(watch)));
  const wanted = chosen(listed.snapshots, operands);
  const shown = options.latest === undefined ? wanted : newestOfEach(wanted, options.latest);
  show(invocation, shown, options.groupBy);
  for (const id of listed.unreadable) {
    const message = invocation.texts.results.snapshots.unreadable(id);
    invocation.output.object({ message_type: 'warning', code: 'damaged', item: id, message });
    if (!invocation.output.json) invocation.output.notice(message);
  }
  return listed.unreadable.length === 0 ? EXIT.done : EXIT.warnings;
}

/** Those whose ids begin as asked for; all if nothing was asked for. */
function chosen(entries: readonly SnapshotEntry[], prefixes: readonly string[]): readonly SnapshotEntry[] {
  if (prefixes.length === 0) return entries;
  const newest = entries.at(-1);
  const isNamed = (entry: SnapshotEntry, prefix: string): boolean => (prefix === 'latest' ? entry === newest : entry.id.startsWith(prefix));
  for (const prefix of prefixes) {
    if (!entries.some((entry) => isNamed(entry, prefix))) throw new LifeboatError('snapshot-not-found', { snapshot: prefix });
  }
  return entries.filter((entry) => prefixes.some((prefix) => isNamed(entry, prefix)));
}

function show({ output, texts }: Invocation, entries: readonly SnapshotEntry[], groupBy: readonly Grouping[] = []): void {
  for (const entry of entries) output.object(snapshotObject(entry));
  if (entries.length === 0) output.result(texts.results.snapshots.none);
  for (const group of groupForShowing(entries, groupBy)) {
    if (groupBy.length > 0) output.result(texts.results.snapshots.group(groupTitle(group, texts.results)));
    for (const line of snapshotTable(group.snapshots, texts)) output.result(line);
    output.result(texts.results.snapshots.count(group.snapshots.length));
    if (groupBy.length > 0) output.result('');
  }
}
