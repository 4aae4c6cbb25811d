import { setTimeout as pause } from 'node:timers/promises';
import { formatBytes } from '../../../shared/format/index.ts';
import type { Run } from '../../../shared/model/run.ts';
import type { Phase } from '../../../shared/model/progress.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { cutEnd } from '../terminal/width.ts';
import { aboutOf, type EndedRun } from './present-run.ts';
import type { Names } from './names.ts';
import { LOOK_EVERY, type Owner } from './owner.ts';

/** Waits for a run to end and shows meanwhile what it does. The first Ctrl-C stops it. */
export async function followRun(invocation: Invocation, owner: Owner, names: Names, id: string): Promise<EndedRun> {
  const { signal, output } = invocation;
  let isStopping = false;
  for (;;) {
    const found = await owner.look((client) => client.runs.get({ id }));
    if (found.run.endedAt !== undefined) {
      output.statusLine?.clear();
      return found;
    }
    draw(invocation, names, found);
    if (signal.aborted && !isStopping) {
      isStopping = true;
      await owner.ask((client) => client.runs.cancel({ id }));
    }
    await pause(LOOK_EVERY);
  }
}

/**
 * Waits for what an owner does by itself after a run, such as trial restores of new copies, and gives what has ended of it.
 * Nothing where another process is the owner: there it goes on behind the command's back.
 */
export async function followUps(invocation: Invocation, owner: Owner, names: Names, after: Run): Promise<EndedRun[]> {
  if (!owner.isHere) return [];
  let isSettled = false;
  const settled = owner.settled().finally(() => {
    isSettled = true;
  });
  while (!isSettled) {
    for (const one of await followUpsOf(owner, after)) if (one.run.endedAt === undefined) draw(invocation, names, one);
    await Promise.race([settled, pause(LOOK_EVERY)]);
  }
  await settled;
  invocation.output.statusLine?.clear();
  return (await followUpsOf(owner, after)).toReversed();
}

async function followUpsOf(owner: Owner, { dueAt: since }: Run) {
  const runs = await owner.look((client) => client.runs.list({ since }));
  const ours = runs.filter(({ trigger }) => trigger === 'follow-up');
  return await Promise.all(ours.map(async ({ id }) => await owner.look((client) => client.runs.get({ id }))));
}

type Working = Awaited<ReturnType<Parameters<Parameters<Owner['look']>[0]>[0]['runs']['get']>>;

function draw({ output: { statusLine }, texts }: Invocation, names: Names, { jobs, progress }: Working): void {
  const now = progress.find(({ done }) => done !== undefined) ?? progress[0];
  const job = jobs.find(({ id }) => id === now?.job);
  if (statusLine === undefined || now === undefined || job === undefined) return;
  const { phase, done, total } = now;
  const words = [
    `${texts.app.jobs[job.kind]} ${aboutOf(job, names)}`,
    ...(phase === undefined ? [] : [texts.progress.phases[phase as Phase]]),
    ...(done === undefined || done.bytes === 0 ? [] : [amount(done.bytes, total?.bytes)]),
  ];
  statusLine.draw(cutEnd(harmless(words.join('  ')), statusLine.columns));

  function amount(bytes: number, all: number | undefined): string {
    return all !== undefined && all >= bytes ? texts.progress.of(formatBytes(bytes), formatBytes(all)) : formatBytes(bytes);
  }
}
