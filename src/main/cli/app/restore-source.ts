import { resolve } from 'node:path';
import { formatBytes, formatDateTime } from '../../../shared/format/index.ts';
import type { RestoreItem, WishedWay } from '../../../shared/model/restore.ts';
import { lostText } from '../../../shared/text/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { choosePoint, type ChosenPoint } from './choose-point.ts';
import { confirm } from './confirm.ts';
import { followRun } from './follow-run.ts';
import { Names } from './names.ts';
import { type Owner, type ProfileOptions, withOwner } from './owner.ts';
import { presentReports } from './present-report.ts';
import { exitCodeOfRuns, presentRun } from './present-run.ts';
import { snakeKeys } from './snake-keys.ts';
import { voiceOf } from './voice.ts';

export interface RestoreSourceOptions extends ProfileOptions {
  point?: string;
  to?: string;
  newDatabase?: string;
  inPlace?: boolean;
  beside?: boolean;
  yes?: boolean;
}

type Plan = Awaited<ReturnType<Parameters<Parameters<Owner['ask']>[0]>[0]['restore']['plan']>>;

/** `lifeboat restore-source NAME`: brings one source back on a PC that works, after saying what that will do. */
export async function restoreSource(invocation: Invocation, options: RestoreSourceOptions, [name = '']: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const [source = ''] = names.idsOf([name], 'NAME') ?? [];
    const chosen = choosePoint(await owner.look((client) => client.restore.timeline({ source })), options.point);
    const { item, plan } = await planned(owner, source, chosen, options);
    output.object({ message_type: 'restore_plan', item: snakeKeys(item), ...(snakeKeys({ ...plan, ...chosen.point }) as object) });
    for (const line of output.json ? [] : planLines(invocation, names, chosen, item, plan)) output.notice(harmless(line));
    await confirm(invocation, options.yes);
    const { run: id } = await owner.ask((client) => client.restore.start({ items: [item] }));
    const ended = await followRun(invocation, owner, names, id);
    presentRun(invocation, names, ended);
    const reports = await presentReports(invocation, owner, names, ended);
    const isUndoable = reports.some(({ parts }) => parts.some(({ kept }) => kept !== undefined));
    if (isUndoable) output.info(texts.app.restore.mayBeUndone);
    return exitCodeOfRuns(ended);
  });
}

/** As it was wished; where nobody said, over the original if that is broken or gone, else beside it. */
async function planned(
  owner: Owner,
  source: string,
  { copy }: ChosenPoint,
  options: RestoreSourceOptions,
): Promise<{ item: RestoreItem; plan: Plan }> {
  const { destination, disk, snapshot } = copy;
  const itemFor = (to: WishedWay): RestoreItem => ({ source, destination, ...(disk !== undefined && { disk }), snapshot, to, include: [] });
  const planFor = async (item: RestoreItem): Promise<Plan> => await owner.ask((client) => client.restore.plan(item));
  const wished = wishedWay(options);
  const first = itemFor(wished ?? { way: 'in-place' });
  const plan = await planFor(first);
  if (wished !== undefined || !plan.parts.some(({ live }) => live?.isHealthy === true)) return { item: first, plan };
  const beside = itemFor({ way: 'beside' });
  return { item: beside, plan: await planFor(beside) };
}

function wishedWay({ to, newDatabase, inPlace, beside }: RestoreSourceOptions): WishedWay | undefined {
  if (to !== undefined) return { way: 'folder', path: resolve(to) };
  if (newDatabase !== undefined) return { way: 'new-database', name: newDatabase };
  if (inPlace === true) return { way: 'in-place' };
  return beside === true ? { way: 'beside' } : undefined;
}

/** What will happen, in sentences: from when, from where, how, and what would be lost. */
function planLines(invocation: Invocation, names: Names, { point, copy }: ChosenPoint, { source, to }: RestoreItem, plan: Plan): string[] {
  const words = invocation.texts.app.restore;
  const voice = voiceOf(invocation);
  const place = names.place(copy.destination, copy.disk) ?? copy.destination;
  const lost = to.way === 'in-place' ? plan.parts.flatMap(({ thrownAway }) => thrownAway) : [];
  return [
    words.plan(names.source(source) ?? source, formatDateTime(new Date(point.time)), place),
    words.ways[to.way](to.way === 'folder' ? to.path : to.way === 'new-database' ? to.name : ''),
    ...(point.isProven ? [] : [words.notProven]),
    words.size(formatBytes(plan.bytes), plan.freeBytes === undefined ? undefined : formatBytes(plan.freeBytes)),
    ...(plan.parts.some(({ live }) => live?.isInUse === true) && to.way === 'in-place' ? [words.inUse] : []),
    ...lost.flatMap((one) => lostText(one, voice) ?? []).map(words.thrownAway),
  ];
}
